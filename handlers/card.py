"""The card of a report in its managers' group: posted once, edited in place, everything else hangs under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers.keyboards import Keyboard, button, columns, inline
from handlers.voice import Address, Voice
from locales import dates
from locales.text import digits, isolate, shortened
from locales.words import Html, Words, safe
from services import codes, life
from storage import history, organisation, people, posts, reports
from storage.history import Media
from storage.outbox import ANSWER
from storage.reports import Report

WORDS_ON_CARD = 400  # characters; what is longer follows under the card, as a caption has no more than 1024
LANDMARK_ON_CARD = 100
MOST_CAUGHT_UP = 200  # cards
ONLY_MEDIA = "📎"  # what stands for the words when there are only pictures
BY_RESIDENT = {"add": "card-added", "answer": "card-answer", "missing": "card-missing"}
PRESSES = ("claim", "start", "done", "ask", "refer", "impossible")


def code_of(words: Words, report: Report) -> Html:
    return words.code(codes.show(report.code))


def state_of(words: Words, report: Report) -> Html:
    return words(f"state-{report.state.replace('_', '-')}")


def promised(voice: Voice, report: Report, language: str) -> str:
    """The last day of the deadline; one that ends at midnight ends with the day before."""
    return dates.day_words(report.due - 1, language, voice.house.city.zone, voice.now)


async def post(voice: Voice, report: Report, media: Sequence[Media], *, reporter: str) -> None:
    """Hang a new card where the managers of the report's desk work, with its place and the rest of its media."""
    address = await desk_address(voice, report.desk)
    report.card += 1
    report.card_chat, report.card_thread = address or (None, None)
    sensitive = voice.house.city.kinds[report.category].entry.sensitive
    report.card_kind = "photo" if report.cover and not sensitive else "text"
    reports.hang(voice.tx, report)
    worker = (await _names(voice, report))[1] if report.worker else ""
    face = _face(voice, report, reporter=reporter, worker=worker)
    for place, name in await places(voice, report):
        _hang(voice, place, name, report, media, face)


async def catch_up(voice: Voice, administrator: int) -> None:
    """Cards that were due in private before Telegram let the bot write to them."""
    waiting = await reports.without_card(voice.tx, MOST_CAUGHT_UP)
    names = {f"card:{found.id}:{found.card}@{administrator}": found for found in waiting}
    there = await posts.sent_or_coming(voice.tx, names)
    for name, found in names.items():
        if name not in there:
            reporter, worker = await _names(voice, found)
            media = await history.media_of(voice.tx, [found.id])
            _hang(
                voice, Address(administrator), name, found, media, _face(voice, found, reporter=reporter, worker=worker)
            )


def _hang(voice: Voice, place: Address, name: str, report: Report, media: Sequence[Media], face: Html) -> None:
    """One copy: the card itself, and under it the place, the other pictures, and words that are too many."""
    sensitive = voice.house.city.kinds[report.category].entry.sensitive
    keyboard = _buttons(voice.words(), report, sensitive)
    if report.card_kind == "photo":
        voice.photo(place, str(report.cover), face, keyboard, about=name)
    else:
        voice.write(place, face, keyboard, about=name)
    if sensitive:
        return
    if report.lat is not None and report.lon is not None:
        voice.location(place, report.lat, report.lon, under=name)
    voice.media(place, [item for item in media if item.file_id != report.cover], under=name)
    if len(report.words) > WORDS_ON_CARD:
        voice.write(place, safe(report.words), under=name)


async def hang_in_words(voice: Voice, name: str, chat_id: int, refused: dict[str, Any]) -> None:
    """Where no photos are taken, the card is a text: what was its caption. `refused` are the photo's parameters."""
    number = name.split(":")[1]
    report = await reports.get(voice.tx, int(number), lock=True)
    if report is None or name != f"card:{number}:{report.card}":
        return
    report.card_kind = "text"
    reports.hang(voice.tx, report)
    to = Address(chat_id, refused.get("message_thread_id", 0))
    voice.write(to, Html(refused["caption"]), refused.get("reply_markup"), about=name)


async def desk_address(voice: Voice, area: str) -> Address | None:
    """The group of the area, or of the nearest area around it that has one."""
    bound = {binding.area: binding for binding in await organisation.bindings(voice.tx)}
    for code in voice.house.city.ancestors(area):
        if code in bound:
            return Address(bound[code].chat_id, bound[code].thread_id)
    return None


async def places(voice: Voice, report: Report) -> list[tuple[Address, str]]:
    """Where the card hangs, with the name of each copy: one in a group, or one with every administrator in private."""
    name = f"card:{report.id}:{report.card}"
    if report.card_chat is not None:
        return [(Address(report.card_chat, report.card_thread or 0), name)]
    return [(Address(owner), f"{name}@{owner}") for owner in await voice.house.rights.administrators(voice.tx)]


async def refresh(voice: Voice, report: Report) -> None:
    """Bring the card up to date; if it is gone (a group that became a supergroup), hang it anew."""
    if not report.card:
        return
    everywhere = await places(voice, report)
    if not await posts.sent_or_coming(voice.tx, [name for _, name in everywhere]):
        if report.open:
            reporter, _ = await _names(voice, report)
            await post(voice, report, [], reporter=reporter)
        return
    reporter, worker = await _names(voice, report)
    sensitive = voice.house.city.kinds[report.category].entry.sensitive
    text = _face(voice, report, reporter=reporter, worker=worker)
    keyboard = _buttons(voice.words(), report, sensitive)
    for place, name in everywhere:
        voice.edit(place.chat_id, name, text, keyboard, kind=report.card_kind or "text")


async def _names(voice: Voice, report: Report) -> tuple[str, str]:
    """First names of the reporter and of whoever works on it."""
    ids = [report.reporter] + ([report.worker] if report.worker else [])
    known = await people.several_people(voice.tx, ids)
    return (
        known[report.reporter].first_name if report.reporter in known else "",
        known[report.worker].first_name if report.worker in known else "",
    )


async def added(
    voice: Voice, report: Report, words: str, media: Sequence[Media], key: str = "card-added",
    pin: tuple[float, float] | None = None,
) -> None:  # fmt: skip
    """What a resident adds, answers or objects comes as a reply under the card; of sensitive matters, only that.

    Without `key` it is more of what has been announced already.
    """
    code, hidden = code_of(voice.words(), report), voice.house.city.kinds[report.category].entry.sensitive
    if hidden and key in BY_RESIDENT.values():
        key = "card-added-sensitive"
    for place, name in await places(voice, report):
        if key:
            voice.write(place, voice.words()(key, code=code, words=words or ONLY_MEDIA), under=name)
        if not hidden:
            voice.media(place, media, under=name)
        if pin and not hidden:
            voice.location(place, *pin, under=name)


async def take_down(voice: Voice, report: Report, key: str, **arguments: object) -> None:
    """The card of a report that now hangs elsewhere: a line that says so, and no buttons."""
    for place, name in await places(voice, report):
        text = voice.words()(key, code=code_of(voice.words(), report), **arguments)
        voice.edit(place.chat_id, name, text, kind=report.card_kind or "text")


def _face(voice: Voice, report: Report, *, reporter: str, worker: str) -> Html:
    words, city = voice.words(), voice.house.city
    kind = city.kinds[report.category]
    lines = [
        words("card-head", code=code_of(words, report), emoji=kind.emoji, category=kind.name(words.language)),
        words("card-state-worker" if worker else "card-state", state=state_of(words, report), worker=worker),
        words(
            "card-place-landmark" if report.landmark and not kind.entry.sensitive else "card-place",
            area=city.name(report.area, words.language),
            landmark=shortened(report.landmark, LANDMARK_ON_CARD),
        ),
        _times(voice, report),
    ]
    if kind.entry.sensitive:
        lines.append(words("card-sensitive"))
    else:
        if report.words:
            lines.append(Html(f"<blockquote>{isolate(safe(shortened(report.words, WORDS_ON_CARD)))}</blockquote>"))
        lines.append(_reporter(words, report, reporter))
    if report.supporters:
        lines.append(words("card-supporters", count=report.supporters))
    if kind.outside:
        lines.append(
            words(
                "card-outside",
                body=kind.outside.name.of(words.language),
                phone=digits(kind.outside.phone, words.language),
            )
        )
    if report.card_chat is None:
        area = city.name(report.desk, words.language)
        lines += [Html(""), words("bind-missing", area=area, code=words.code(report.desk))]
    return Html("\n".join(lines))


def _reporter(words: Words, report: Report, name: str) -> Html:
    return words("card-anonymous") if report.anonymous else words("card-reporter", name=name)


def _times(voice: Voice, report: Report) -> Html:
    words, zone = voice.words(), voice.house.city.zone
    late = report.open and report.due < voice.now
    return words(
        "card-times-late" if late else "card-times",
        filed=dates.moment_words(report.created, words.language, zone, voice.now),
        due=dates.moment_words(report.due, words.language, zone, voice.now),
    )


def _buttons(words: Words, report: Report, sensitive: bool) -> Keyboard | None:  # noqa: FBT001  # private
    allowed = life.steps_from(report.state, life.MANAGER)
    buttons = [button(words.plain(f"card-{name}"), f"card:{name}:{report.id}") for name in PRESSES if name in allowed]
    read = [button(words.plain("card-read"), f"card:read:{report.id}")] if sensitive and buttons else []
    return inline(*columns(buttons, 2), read) if buttons else None


async def show_privately(voice: Voice, report: Report, reader: int) -> None:
    """All that a sensitive report keeps from the group, and what was added to it, to the manager who works on it."""
    words, to, name = voice.words(), Address(reader), f"text:{report.id}:{reader}"
    text = words("card-text", code=code_of(words, report), words=report.words, landmark=report.landmark)
    reporter, _ = await _names(voice, report)
    voice.write(to, Html(f"{text}\n{_reporter(words, report, reporter)}"), lane=ANSWER, about=name)
    if report.lat is not None and report.lon is not None:
        voice.location(to, report.lat, report.lon, lane=ANSWER, under=name)
    for entry in await history.entries(voice.tx, report.id):
        if entry.event in BY_RESIDENT and entry.note:
            added_words = words(BY_RESIDENT[entry.event], code=code_of(words, report), words=entry.note)
            voice.write(to, added_words, lane=ANSWER, under=name)
    voice.media(to, await history.media_of(voice.tx, [report.id]), lane=ANSWER, under=name)
