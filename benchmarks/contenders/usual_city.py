"""What the usual bot says and knows of the district: constants, as a small bot has them."""

from __future__ import annotations

import json
from pathlib import Path

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup

ORGANISATION = Path(__file__).resolve().parents[2] / "services" / "demo_district4.json"
WHERE = "این مشکل کجاست؟\nدکمهٔ «فرستادن موقعیت مکانی» را بزنید، یا نشانی و نزدیک‌ترین جای شناخته‌شده را بنویسید."
HERE, LIST, CANCEL = "📍 فرستادن موقعیت مکانی", "🏘 انتخاب محله", "✖️ انصراف"
ALL, GUESS = "🗂 همهٔ دسته‌ها", "به نظر می‌رسد موضوع «{}» باشد. درست است؟\nدستهٔ درست را بزنید:"
SIMILAR = "در همین نزدیکی {} گزارش باز مانند این هست. آیا مشکل شما یکی از این‌هاست؟"
CARD_NEAR = "<b>{}</b>\nثبت: {} ثانیه پیش · تازه"
PREVIEW_TEXT = (
    "<b>پیش‌نمایش گزارش</b>\nموضوع: <b>{kind}</b>\n📍 محله: {area}\n📎 پیوست: ۱ عکس\n"
    "<blockquote>{words}</blockquote>\n👤 به نام {name}"
)
FILED = (
    "✅ گزارش شما ثبت شد. از توجه شما سپاسگزاریم.\nکد رهگیری: <code>{code}</code>\nموضوع: {kind}\n"
    "مهلت رسیدگی: سه روز کاری\nدر دست: {area}"
)
CARD = (
    "{kind} · <code>{code}</code>\nوضعیت: <b>تازه</b>\n📍 {area}\n🕒 ثبت: {filed}\n⏳ مهلت: {due}\n"
    "<blockquote>{words}</blockquote>\n👤 {name}"
)
MENU = ReplyKeyboardMarkup([["📝 ثبت گزارش", "📋 گزارش‌های من"], ["⚙️ تنظیمات", "❓ راهنما"]], resize_keyboard=True)
PREVIEW_BUTTONS = InlineKeyboardMarkup([
    [InlineKeyboardButton("✅ ارسال گزارش", callback_data="send")],
    [InlineKeyboardButton("✏️ ویرایش", callback_data="edit"), InlineKeyboardButton("🙈 بدون نام", callback_data="name")],
    [InlineKeyboardButton(CANCEL, callback_data="cancel")],
])  # fmt: skip
PRESSES = {"claim": "بررسی می‌کنم", "start": "در حال رسیدگی", "done": "انجام شد", "ask": "پرسش از شهروند",
           "refer": "ارجاع", "impossible": "عدم امکان رسیدگی"}  # fmt: skip
KINDS = {
    "roads.pothole": ("🛣 لکه‌گیری آسفالت", ("چاله", "آسفالت", "لکه")),
    "lighting.lamp_off": ("💡 خاموشی چراغ معبر", ("چراغ", "خاموش", "تاریک")),
    "waste.collect": ("🗑 جمع‌آوری زباله و ضایعات", ("زباله", "آشغال")),
    "waste.bin": ("🗑 مخزن زباله", ("مخزن", "سطل")),
    "water.dredge": ("💧 لایروبی جوی", ("جوی", "جوب", "لایروبی")),
    "green.prune": ("🌳 هرس درختان", ("درخت", "شاخه", "هرس")),
    "roads.footpath": ("🛣 مرمت پیاده‌رو", ("پیاده‌رو", "موزاییک")),
    "waste.rubble": ("🗑 جمع‌آوری خاک و نخاله", ("نخاله", "خاک")),
    "traffic.bump": ("🚦 سرعت‌گاه", ("سرعت", "سرعتگیر")),
    "obstruction.car": ("🚧 خودروی رهاشده", ("خودرو", "ماشین", "رها")),
    "animals.stray_dogs": ("🐕 سگ‌های بدون صاحب", ("سگ",)),
    "parks.play": ("🛝 وسایل بازی کودکان", ("تاب", "سرسره", "بازی")),
}


def _areas() -> dict[str, tuple[str, float, float]]:
    areas = json.loads(ORGANISATION.read_text("utf-8"))["areas"]
    return {a["code"]: (a["name"]["fa"], *a["centre"]) for a in areas if a["kind"] == "neighbourhood"}


AREAS = _areas()


def nearest(lat: float, lon: float) -> str:
    return min(AREAS, key=lambda code: (AREAS[code][1] - lat) ** 2 + (0.81 * (AREAS[code][2] - lon)) ** 2)


def guess(words: str) -> list[str]:
    """The three categories most of whose words are in the text."""
    return sorted(KINDS, key=lambda code: -sum(word in words for word in KINDS[code][1]))[:3]


def same_or_not(number: int) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([
        [InlineKeyboardButton("🤝 همین مشکل است", callback_data=f"same:{number}")],
        [InlineKeyboardButton("➡️ مشکل دیگری است", callback_data="different")],
    ])  # fmt: skip


def card_buttons(number: int) -> InlineKeyboardMarkup:
    buttons = [InlineKeyboardButton(text, callback_data=f"{name}:{number}") for name, text in PRESSES.items()]
    return InlineKeyboardMarkup([buttons[i : i + 2] for i in range(0, len(buttons), 2)])
