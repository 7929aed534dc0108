"""The words of the bot: bound to each other across the languages, to the code that says them, and to Telegram."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import get_args
from unicodedata import bidirectional

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

import locales
from handlers import answers, card, commands, incoming, keyboards, notices, reasons, router
from handlers.audience import kinds
from handlers.broadcast import figures, listing
from handlers.events import browse, fields
from handlers.events import subscriptions as event_subscriptions
from handlers.keyboards import MENU
from locales.words import LANGUAGES, Html, text_of, words
from sandbox.formatting import found_entities, parse_html, utf16_length
from services import event_sheet, events, life, polls, reminders, rights, topics, urgent
from services.topics import TOPICS
from storage import registrations, subscriptions

ROOT = Path(__file__).parents[2]
LONG_NAME = 64  # characters of a first name, at Telegram
TOAST, TEXT, COMMAND, DESCRIPTION, SHORT_DESCRIPTION, PLACEHOLDER = 200, 4096, 256, 512, 120, 64  # Bot API
LABEL, LONG_LABEL = 32, 80  # characters that a phone shows on a button: among others, and on a row of its own


# The files


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - fluent.syntax's own way
        self.found.add(node.id.name)


@cache
def variables(language: str) -> dict[str, set[str]]:
    """Each key with the variables of its message."""
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(text_of(language)).body:
        if isinstance(entry, Message):
            assert entry.id.name not in found, f"{language}: {entry.id.name} is there twice"
            visitor = _Variables()
            visitor.visit(entry)
            found[entry.id.name] = visitor.found
    return found


KEYS = sorted(variables("fa"))


def test_every_capability_is_worded_in_every_language() -> None:
    files = {path.name for path in Path(locales.__path__[0]).glob("*.ftl")}
    parts = {name.removesuffix("fa.ftl") for name in files if name.endswith("fa.ftl")}
    assert files == {f"{part}{language}.ftl" for part in parts for language in LANGUAGES}


def test_every_language_has_the_same_messages_with_the_same_variables() -> None:
    for language in LANGUAGES:
        assert variables(language) == variables("fa"), language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_written_in_its_own_letters_and_digits(language: str) -> None:
    foreign = {"fa": r"[0-9٠-٩يكىة]", "ar": r"[0-9۰-۹یکگچپژ]", "en": r"[؀-ۿ]"}[language]
    empty = {name: "" for names in variables(language).values() for name in names}
    for key in KEYS:
        assert not re.search(foreign, words(language).plain(key, **empty)), key


# The code


@dataclass
class Said:
    """A call that says something: `keys` are patterns with {} for what is put in; `given` is None for `**more`."""

    where: str
    by: str
    keys: list[str]
    given: set[str] | None


@dataclass
class Code:
    said: list[Said] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)
    patterns: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)


SPEAKERS = {"say", "toast", "plain", "own", "words", "Refusal"}
PATTERN = re.compile(r"[a-z]+(-[a-z]+)*-\{\}(-[a-z]+)*")
KEY = re.compile(r"[a-z]+(-[a-z]+)+")


def _keys(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in LANGUAGES:
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from _keys(node.body)
        yield from _keys(node.orelse)


def _speaker(call: ast.Call) -> str:
    """`talk.say(…)`, `own(…)`, `voice.words()(…)`: the last name."""
    called = call.func.func if isinstance(call.func, ast.Call) else call.func
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _read(code: Code, node: ast.AST, where: str) -> None:
    if isinstance(node, ast.JoinedStr):
        code.patterns.update(pattern for pattern in _keys(node) if PATTERN.fullmatch(pattern))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        code.texts.add(node.value)
    elif isinstance(node, ast.Call):
        if node.args and _speaker(node) in SPEAKERS:
            keys = list(_keys(node.args[0]))
            given = {word.arg for word in node.keywords if word.arg}
            open_ended = any(word.arg is None for word in node.keywords)
            code.said.append(Said(f"{where}:{node.lineno}", _speaker(node), keys, None if open_ended else given))
        if _speaker(node) == "Entry":
            code.events.update(_keys(node.args[4]))


@cache
def code() -> Code:
    found = Code()
    for path in sorted(path for folder in ("bot", "handlers", "services") for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            _read(found, node, str(path.relative_to(ROOT)))
    return found


def _dashed(names: Iterable[str]) -> set[str]:
    return {name.replace("_", "-") for name in names}


# What a resident may say to «انجام شد», but for "yes"; under the card it comes with a key of its own.
OBJECTIONS = {name for name in life.steps_from(life.DONE, life.RESIDENT) if name != "confirm"}


def fillings() -> dict[str, set[str]]:
    """What stands for {} in each key that the code puts together."""
    return {
        "state-{}": _dashed(life.STATES),
        "told-{}": _dashed(notices.TOLD),
        "event-{}": _dashed({*life.STEPS, *answers.PASSED, *code().events}),
        "card-{}": set(card.PRESSES),
        "outcome-{}-ask": OBJECTIONS,
        "media-{}": _dashed(incoming.MEDIA_KINDS),
        "media-{}-one": _dashed(incoming.MEDIA_KINDS),
        "urgent-{}": set(get_args(urgent.Kind)),
        "reason-{}": set(reasons.REASONS),
        "command-{}": {*commands.PRIVATE, *commands.GROUP, *commands.UNBOUND, *commands.ADMIN},
        "list-{}": {"open", "overdue"},
        "list-{}-none": {"open", "overdue"},
        "role-{}": {rights.MANAGER, rights.OFFICER, rights.ADMINISTRATOR},
        "role-{}-of": {rights.MANAGER, rights.OFFICER},  # an administrator is one everywhere
        "audience-{}": set(kinds.KINDS),
        "audience-{}-ask": set(kinds.KINDS),
        "broadcast-state-{}": set(figures.STATES),
        "event-kind-{}": set(events.KINDS),
        "event-for-{}": set(events.AUDIENCES),
        "event-state-{}": set(events.STATES) - {events.PUBLISHED},
        "event-field-{}": set(fields.OF_DRAFT),
        "event-ask-{}": set(fields.OF_DRAFT),
        "event-scope-{}": {fields.ONE, fields.ALL},
        "event-reminder-{}": set(reminders.LEADS),
        "events-head-{}": set(browse.NAMES.values()),
        "events-wish-{}": set(event_subscriptions.WISHES),
        "button-follow-{}": set(subscriptions.SORTS),
        "sheet-needs-{}": {*event_sheet.NEEDED, "where"},
        "guests-{}": set(registrations.HEARING),
        "recipient-{}": set(listing.STATES),
        "topic-{}": set(topics.TOPICS),
        "topic-named-{}": set(topics.TOPICS),
        "button-edit-{}": {"words", "place", "category", "media"},
        "poll-kind-{}": set(polls.KINDS),
        "poll-shown-{}": set(polls.SHOWN),
        "poll-mirror-{}": {polls.LINK, polls.NATIVE},
        "poll-panel-as-{}": {polls.LINK, polls.NATIVE},
        "poll-state-{}": set(polls.STATES),
    }


def expanded(pattern: str) -> set[str]:
    if "{}" not in pattern:
        return {pattern}
    return {pattern.replace("{}", filling) for filling in fillings()[pattern]}


def said_by(speaker: str) -> set[str]:
    return {key for said in code().said if said.by == speaker for pattern in said.keys for key in expanded(pattern)}


def test_it_is_known_what_every_pattern_of_keys_stands_for() -> None:
    assert code().patterns | {p for said in code().said for p in said.keys if "{}" in p} == set(fillings())


def test_every_key_that_the_code_says_exists_and_is_given_its_variables() -> None:
    assert len(code().said) > 100, "the calls are no longer found"
    for said in code().said:
        for key in (key for pattern in said.keys for key in expanded(pattern)):
            assert key in KEYS, f"{said.where}: {key}"
            if said.given is not None:
                assert variables("fa")[key] <= said.given, f"{said.where}: {key}"
    for pattern in fillings():
        assert expanded(pattern) <= set(KEYS)


def test_every_text_that_looks_like_a_key_is_one() -> None:
    """Keys are also handed on, in tables and as arguments."""
    assert {text for text in code().texts if KEY.fullmatch(text)} - set(KEYS) <= OTHER_TEXTS


OTHER_TEXTS: set[str] = set()  # what is written like a key and means something else


def test_no_message_is_left_over() -> None:
    put_together = {key for pattern in fillings() for key in expanded(pattern)}
    under_the_card = {f"card-{objection}" for objection in OBJECTIONS}
    assert under_the_card <= set(KEYS)
    assert set(KEYS) - put_together - under_the_card - code().texts == set()


# What people see

TAGS = {"bold", "italic", "code", "blockquote", "text_link"}
NUMBERS = {
    "count",
    "supporters",
    "new",
    "open",
    "overdue",
    "reopened",
    "waiting",
    "done",
    "aside",
    "number",
    "fewest",
    "most",
}


def filled(language: str, key: str, text: str, **more: object) -> dict[str, object]:
    """Arguments for a message: `text` wherever there may be any."""
    known: dict[str, object] = dict.fromkeys(NUMBERS, 123456)
    known |= {"code": words(language).code("1234-5678"), "emoji": "🕳", "notice": "", **more}
    return {name: known.get(name, text) for name in variables(language)[key]}


TYPED = "Zahra <b>& زهرا"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_html_that_telegram_takes(language: str) -> None:
    for key in KEYS:
        arguments = filled(language, key, TYPED)
        html = words(language)(key, **arguments)
        text, entities = parse_html(html)
        assert {entity["type"] for entity in entities} <= TAGS, key
        assert TYPED in text or TYPED not in arguments.values(), key
        assert not re.search(r"&(?!amp;|lt;|gt;)", html), key
        assert text.strip(), key
        assert utf16_length(text) <= TEXT, key
        codes = [entity for entity in entities if entity["type"] == "code"]
        ends = [entity["offset"] + entity["length"] for entity in codes]
        assert all(end <= after["offset"] for end, after in zip(ends, codes[1:], strict=False)), f"{key}: code in code"


def plain_keys() -> set[str]:
    """Labels, toasts and what Telegram shows beside a chat: none of them may have HTML."""
    handed_on = {key for row in keyboards.MENU for key in row} | set(router.LABELS)
    return said_by("plain") | toasts() | handed_on | {"description", "short-description"} | expanded("command-{}")


SEPARATORS = {"list-comma", "audience-and"}


def toasts() -> set[str]:
    return said_by("toast") | said_by("Refusal") | {"claimed-before"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_and_toasts_are_plain(language: str) -> None:
    assert len(plain_keys()) > 60
    for key in plain_keys():
        text = words(language).plain(key, **filled(language, key, "زهرا", code="1234-5678"))
        assert not re.search(r"[<>&]", text), key
        assert text == text.strip() or key in SEPARATORS, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_toasts_fit_with_the_longest_of_names_in_them(language: str) -> None:
    states = [words(language).plain(key) for key in expanded("state-{}")]
    for key in toasts():
        arguments = filled(language, key, "ز" * LONG_NAME, state=max(states, key=len), count=99)
        assert utf16_length(words(language).plain(key, **arguments)) <= TOAST, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_telegram_shows_beside_a_chat_fits(language: str) -> None:
    say = words(language).plain
    assert all(1 <= len(say(key)) <= COMMAND for key in expanded("command-{}"))
    assert len(say("description")) <= DESCRIPTION
    assert len(say("short-description")) <= SHORT_DESCRIPTION
    assert len(say("placeholder-reply")) <= PLACEHOLDER


def labels() -> set[str]:
    beginnings = ("button-", "menu-", "admin-")
    named = {key for key in said_by("plain") if key.startswith(beginnings)} | expanded("button-edit-{}")
    menu = {key for row in keyboards.MENU for key in row}
    return named | menu | set(router.LABELS) | {f"card-{step}" for step in card.PRESSES} | CONTRACT.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_short(language: str) -> None:
    for key in labels():
        assert utf16_length(words(language).plain(key, **filled(language, key, ""))) <= LABEL, key
    for key in {*expanded("reason-{}"), "reason-own"}:
        assert utf16_length(words(language).plain(key)) <= LONG_LABEL, key


def test_a_label_means_one_thing_in_all_languages() -> None:
    """What is pressed on the keyboard comes back as its text, whatever the language has become meanwhile."""
    meanings: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for key in router.LABELS:
            meanings.setdefault(words(language).plain(key), set()).add(key)
    assert [keys for keys in meanings.values() if len(keys) > 1] == []


# The labels that others rely on, by the message that must contain them.
CONTRACT = {
    "menu-report": "ثبت گزارش",
    "menu-mine": "گزارش‌های من",
    "menu-events": "رویدادها",
    "menu-settings": "تنظیمات",
    "menu-help": "راهنما",
    "button-location": "فرستادن موقعیت مکانی",
    "button-neighbourhood": "انتخاب محله",
    "button-all-categories": "همهٔ دسته‌ها",
    "button-send": "ارسال گزارش",
    "button-edit": "ویرایش",
    "button-anonymous": "بدون نام",
    "button-cancel": "انصراف",
    "button-same": "همین مشکل است",
    "button-different": "مشکل دیگری است",
    "outcome-fixed": "رفع شده",
    "outcome-partly": "تا حدی",
    "outcome-not": "رفع نشده",
    "card-claim": "بررسی می‌کنم",
    "card-start": "در حال رسیدگی",
    "card-done": "انجام شد",
    "card-ask": "پرسش از شهروند",
    "card-refer": "ارجاع",
    "card-impossible": "عدم امکان رسیدگی",
    "button-preview": "پیش‌نمایش",
    "button-broadcast-send": "ارسال",
    "button-schedule": "زمان‌بندی",
    "button-coming": "می‌آیم",
    "button-not-coming": "نمی‌آیم",
    "button-waiting-list": "فهرست انتظار",
    "button-publish": "انتشار",
    "menu-polls": "نظرسنجی‌ها",
    "button-poll-result": "نتیجه",
    "button-poll-send": "ارسال",
    "button-poll-look": "پیش‌نمایش",
    "button-pause": "مکث",
    "button-resume": "ادامه",
    "button-stop": "لغو",
}


@pytest.mark.parametrize("key", CONTRACT)
def test_persian_labels_are_those_of_the_contract(key: str) -> None:
    assert CONTRACT[key] in words("fa").plain(key)


QUOTED = {"fa": r"«(.+?)»", "ar": r"«(.+?)»", "en": r"“(.+?)”"}
NAMES = {"همسایه", "همسايه", "neighbour"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_names_a_button_as_it_is_labelled(language: str) -> None:
    say, dummy = words(language).plain, "x"
    buttons = {say(key, **filled(language, key, dummy)) for key in labels() | {"card-read"}}
    known = {label.partition(" ")[2] for label in buttons} | NAMES | {dummy}
    for key in KEYS:
        quoted = set(re.findall(QUOTED[language], say(key, **filled(language, key, dummy))))
        assert quoted <= known, key


# Directions

LINK = Html("https://t.me/")  # stands on a line of its own
STRONG = {"L", "R", "AL"}  # to Unicode some emoji are letters: an information source, a squared NEW
ISOLATED = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")


def first_letter(line: str) -> str:
    """The letter from which Telegram takes a line's direction: what is isolated does not count."""
    while ISOLATED.search(line):
        line = ISOLATED.sub("", line)
    return next((letter for letter in line if bidirectional(letter) in STRONG), "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_runs_as_its_language_does_whatever_is_put_into_it(language: str) -> None:
    other = "زهرا" if language == "en" else "Zahra"
    for key in KEYS:
        text, _ = parse_html(words(language)(key, **filled(language, key, other, link=LINK)))
        for line in text.splitlines():
            letter = first_letter(line)
            if letter and line != LINK:
                assert (bidirectional(letter) == "L") is (language == "en"), f"{key}: {line}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_in_a_message_can_be_pressed_and_read_from_the_left(language: str) -> None:
    named = 0
    for key in KEYS:
        text = words(language).plain(key, **filled(language, key, "x"))
        for command in re.findall(r"(?<![</\w])/([a-z]+)", text):
            named += 1
            assert {*router.COMMANDS, *router.GROUP_COMMANDS} >= {command}, key
            assert any(entity["type"] == "bot_command" for entity in found_entities(text)), key
            assert language == "en" or f"\u2066/{command}" in text, key
    assert named >= 10


def test_no_button_under_a_message_is_taken_for_one_of_the_menu() -> None:
    """Whoever looks for a label of the menu finds the menu."""
    menu = [re.sub(r"^\W+", "", words("fa").plain(key)) for row in MENU for key in row]
    below = [words("fa").plain("topic-stop", topic=words("fa").plain(f"topic-named-{topic}")) for topic in TOPICS]
    assert not [label for label in below for key in menu if key in label]
