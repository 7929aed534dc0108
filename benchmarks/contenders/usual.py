"""The same four acts as a small bot is usually written: ConversationHandler, aiosqlite, HTTPXRequest, and a commit
for each step. It makes the calls that ours makes, with keyboards and texts of the same size, and looks for
duplicates, too. What it does not do: it forgets conversations on a restart, loses what it could not send, and
confirms an update before it is served.
"""

from __future__ import annotations

import json
import math
import os
import secrets
import time
from html import escape
from typing import Any

import aiosqlite
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyParameters,
    Update,
)
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

from benchmarks.contenders import usual_city as city

PLACE, CATEGORY, COMPARE, PREVIEW = range(4)
HTML = ParseMode.HTML
GROUP = int(os.environ["GROUP"])
A_DAY, RADIUS = 10**9, 50
SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, username TEXT, language TEXT, created INTEGER);
CREATE TABLE draft (person INTEGER PRIMARY KEY, data TEXT, changed INTEGER);
CREATE TABLE report (id INTEGER PRIMARY KEY, code TEXT UNIQUE, reporter INTEGER, category TEXT, area TEXT, words TEXT,
    lat REAL, lon REAL, photo TEXT, state TEXT, created INTEGER, due INTEGER);
CREATE INDEX report_place ON report (category, lat, lon);
CREATE INDEX report_reporter ON report (reporter, created);
CREATE TABLE media (id INTEGER PRIMARY KEY, report INTEGER, file_id TEXT, unique_id TEXT);
CREATE TABLE history (id INTEGER PRIMARY KEY, report INTEGER, at INTEGER, actor INTEGER, event TEXT);
"""
Context = ContextTypes.DEFAULT_TYPE


def database(context: Context) -> aiosqlite.Connection:
    connection: aiosqlite.Connection = context.bot_data["database"]
    return connection


async def photo(update: Update, context: Context) -> int:
    message, user = update.message, update.effective_user
    draft = {"photo": message.photo[-1].file_id, "unique": message.photo[-1].file_unique_id}
    draft["words"] = message.caption or ""
    context.user_data["draft"] = draft
    now = int(time.time())
    await database(context).execute(
        "INSERT INTO person VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
        (user.id, user.first_name, user.username, user.language_code, now),
    )
    await keep(context, user.id, draft)
    keyboard = [[KeyboardButton(city.HERE, request_location=True)], [city.LIST, city.CANCEL]]
    await message.reply_text(
        city.WHERE,
        reply_markup=ReplyKeyboardMarkup(keyboard, resize_keyboard=True, one_time_keyboard=True),
        parse_mode=HTML,
    )
    return PLACE


async def keep(context: Context, person: int, draft: dict[str, Any]) -> None:
    connection = database(context)
    await connection.execute(
        "INSERT INTO draft VALUES (?, ?, ?) ON CONFLICT (person) DO UPDATE SET data = excluded.data,"
        " changed = excluded.changed",
        (person, json.dumps(draft, ensure_ascii=False), int(time.time())),
    )
    await connection.commit()


async def location(update: Update, context: Context) -> int:
    message, draft = update.message, context.user_data["draft"]
    draft["lat"], draft["lon"] = message.location.latitude, message.location.longitude
    draft["area"] = city.nearest(draft["lat"], draft["lon"])
    await keep(context, update.effective_user.id, draft)
    guesses = city.guess(draft["words"])
    rows = [[InlineKeyboardButton(city.KINDS[code][0], callback_data=f"is:{code}")] for code in guesses]
    rows.append([InlineKeyboardButton(city.ALL, callback_data="all")])
    await message.reply_text(
        city.GUESS.format(city.KINDS[guesses[0]][0]), reply_markup=InlineKeyboardMarkup(rows), parse_mode=HTML
    )
    return CATEGORY


async def category(update: Update, context: Context) -> int:
    query, draft = update.callback_query, context.user_data["draft"]
    await query.answer()
    draft["category"] = query.data.partition(":")[2]
    await keep(context, update.effective_user.id, draft)
    near = await duplicates(context, draft)
    if near:
        await query.edit_message_text(city.SIMILAR.format(len(near)), parse_mode=HTML)
        for number, picture, created in near:
            text = city.CARD_NEAR.format(city.KINDS[draft["category"]][0], int(time.time()) - created)
            await query.message.reply_photo(
                picture, caption=text, reply_markup=city.same_or_not(number), parse_mode=HTML
            )
        return COMPARE
    await query.edit_message_text(preview(update, draft), reply_markup=city.PREVIEW_BUTTONS, parse_mode=HTML)
    return PREVIEW


async def duplicates(context: Context, draft: dict[str, Any]) -> list[tuple[int, str, int]]:
    """Open reports of the category within the radius, at most three."""
    lat, lon = draft["lat"], draft["lon"]
    high, wide = RADIUS / 111_320, RADIUS / (111_320 * math.cos(math.radians(lat)))
    rows = await database(context).execute_fetchall(
        "SELECT id, photo, created, lat, lon FROM report WHERE category = ? AND lat BETWEEN ? AND ?"
        " AND lon BETWEEN ? AND ? AND state = 'new' AND created > ?",
        (draft["category"], lat - high, lat + high, lon - wide, lon + wide, int(time.time()) - 60 * 86400),
    )
    within = [row for row in rows if math.hypot((row[3] - lat) / high, (row[4] - lon) / wide) <= 1]
    return [(row[0], row[1], row[2]) for row in within[:3]]


def preview(update: Update, draft: dict[str, Any]) -> str:
    return city.PREVIEW_TEXT.format(
        kind=city.KINDS[draft["category"]][0],
        area=city.AREAS[draft["area"]][0],
        words=escape(draft["words"]),
        name=escape(update.effective_user.first_name),
    )


async def different(update: Update, context: Context) -> int:
    query = update.callback_query
    await query.answer()
    await query.edit_message_reply_markup(None)
    await query.message.reply_text(
        preview(update, context.user_data["draft"]), reply_markup=city.PREVIEW_BUTTONS, parse_mode=HTML
    )
    return PREVIEW


async def send(update: Update, context: Context) -> int:
    query, user, draft = update.callback_query, update.effective_user, context.user_data.pop("draft")
    await query.answer()
    day = await database(context).execute_fetchall(
        "SELECT COUNT(*) FROM report WHERE reporter = ? AND created > ?", (user.id, int(time.time()) - 86400)
    )
    if next(iter(day))[0] >= A_DAY:
        return ConversationHandler.END
    number, code = await file(context, user.id, draft)
    await query.edit_message_reply_markup(None)
    text = city.FILED.format(code=code, kind=city.KINDS[draft["category"]][0], area=city.AREAS[draft["area"]][0])
    await query.message.reply_text(text, reply_markup=city.MENU, parse_mode=HTML)
    await post_card(context, user.first_name, draft, number, code)
    return ConversationHandler.END


async def file(context: Context, person: int, draft: dict[str, Any]) -> tuple[int, str]:
    connection, now, code = database(context), int(time.time()), f"{secrets.randbelow(10**8):08}"
    cursor = await connection.execute(
        "INSERT INTO report (code, reporter, category, area, words, lat, lon, photo, state, created, due)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'new', ?, ?)",
        (code, person, draft["category"], draft["area"], draft["words"], draft["lat"], draft["lon"], draft["photo"],
         now, now + 72 * 3600),
    )  # fmt: skip
    number = int(cursor.lastrowid or 0)
    await connection.execute(
        "INSERT INTO media (report, file_id, unique_id) VALUES (?, ?, ?)", (number, draft["photo"], draft["unique"])
    )
    await connection.execute(
        "INSERT INTO history (report, at, actor, event) VALUES (?, ?, ?, 'file')", (number, now, person)
    )
    await connection.execute("DELETE FROM draft WHERE person = ?", (person,))
    await connection.commit()
    return number, code


async def post_card(context: Context, name: str, draft: dict[str, Any], number: int, code: str) -> None:
    caption = city.CARD.format(
        code=code, kind=city.KINDS[draft["category"]][0], area=city.AREAS[draft["area"]][0],
        filed=time.strftime("%H:%M"), due=time.strftime("%H:%M"), words=escape(draft["words"]), name=escape(name),
    )  # fmt: skip
    card: Message = await context.bot.send_photo(
        GROUP, draft["photo"], caption=caption, reply_markup=city.card_buttons(number), parse_mode=HTML
    )
    reply = ReplyParameters(card.message_id, allow_sending_without_reply=True)
    await context.bot.send_location(
        GROUP, draft["lat"], draft["lon"], disable_notification=True, reply_parameters=reply
    )


async def cancel(update: Update, _: Context) -> int:
    await update.message.reply_text(city.CANCEL)
    return ConversationHandler.END


async def open_database(application: Application) -> None:
    connection = await aiosqlite.connect(os.environ["DATABASE"])
    await connection.executescript(SCHEMA)
    application.bot_data["database"] = connection
    print("ready", flush=True)


async def close_database(application: Application) -> None:
    await application.bot_data["database"].close()


def main() -> None:
    builder = ApplicationBuilder().token(os.environ["TOKEN"]).base_url(os.environ["API_URL"] + "/bot")
    application = builder.post_init(open_database).post_shutdown(close_database).build()
    conversation = ConversationHandler(
        entry_points=[MessageHandler(filters.PHOTO & filters.ChatType.PRIVATE, photo)],
        states={
            PLACE: [MessageHandler(filters.LOCATION, location)],
            CATEGORY: [CallbackQueryHandler(category, pattern="^is:")],
            COMPARE: [CallbackQueryHandler(different, pattern="^different$")],
            PREVIEW: [CallbackQueryHandler(send, pattern="^send$")],
        },
        fallbacks=[CommandHandler("cancel", cancel)],
    )
    application.add_handler(conversation)
    application.run_polling()


if __name__ == "__main__":
    main()
