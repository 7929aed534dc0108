"""Reports: filing them, joining them, and every step of their life."""

from __future__ import annotations

from dataclasses import dataclass, field

from locales.phones import mask_phones
from services import codes, life
from services.city import City
from services.drafts import Draft
from services.places import cell, cells_around, metres
from services.refusal import Refusal
from services.rights import Rights
from storage import errands, history, reports
from storage.database import Transaction
from storage.errands import Errand
from storage.history import Entry, Media
from storage.reports import Report

SILENCE_CONFIRMS = 7 * 86400  # seconds
MOST_DUPLICATES = 3


@dataclass(frozen=True)
class Limits:
    """How many reports one person may file; generous, since frequent reporters are honest ones."""

    a_day: int = 20
    in_ten_minutes: int = 5


@dataclass
class Change:
    """One step that was taken: what the notices, the card and the history speak of."""

    report: Report
    step: str
    before: str
    note: str = ""
    actor: int = 0
    media: list[Media] = field(default_factory=list)


@dataclass(frozen=True)
class Candidate:
    """An open report that may be the same; `metres` away."""

    report: Report
    metres: int


async def file(
    tx: Transaction, city: City, draft: Draft, person: int, *, now: int, limits: Limits
) -> tuple[Report, list[Media]]:
    """A complete draft becomes a report. Raises Refusal over the limit."""
    await _hold_limits(tx, person, now, limits)
    report = _new_report(city, draft, person, now)
    while (number := await reports.add(tx, report)) is None:
        report.code = codes.new_code()
    report.id = number
    media = [Media(0, number, item.kind, item.file_id, item.unique_id, "filed", person, now) for item in draft.media]
    for item in media:
        history.add_media(tx, item)
    history.add_entry(tx, Entry(0, number, now, person, "file", "", life.NEW, "", public=1))
    return report, media


async def _hold_limits(tx: Transaction, person: int, now: int, limits: Limits) -> None:
    day, minutes = await reports.filed_since(tx, person, now - 86400, now - 600)
    if day >= limits.a_day:
        raise Refusal("limit-day", count=limits.a_day)
    if minutes >= limits.in_ten_minutes:
        raise Refusal("limit-minutes", count=limits.in_ten_minutes)


def _new_report(city: City, draft: Draft, person: int, now: int) -> Report:
    category, area = str(draft.category), str(draft.area)
    placed = draft.lat is not None and draft.lon is not None
    return Report(
        id=0,
        code=codes.new_code(),
        reporter=person,
        anonymous=int(draft.anonymous),
        category=category,
        area=area,
        desk=city.desk_of(area),
        words=mask_phones(draft.text) if draft.anonymous else draft.text,
        landmark=mask_phones(draft.landmark) if draft.anonymous else draft.landmark,
        lat=draft.lat,
        lon=draft.lon,
        cell=cell(draft.lat, draft.lon) if placed else None,  # type: ignore[arg-type]  # `placed` says so
        cover=draft.cover,
        state=life.NEW,
        open=1,
        created=now,
        due=city.calendar.due(now, city.kinds[category].entry.hours),
        changed=now,
    )


async def duplicates(tx: Transaction, city: City, draft: Draft, now: int) -> list[Candidate]:
    """Open reports of the draft's category near its place, the nearest first; none where others must not look."""
    kind = city.kinds[str(draft.category)].entry
    if draft.lat is None or draft.lon is None or kind.sensitive:
        return []
    cells = cells_around(draft.lat, draft.lon, kind.radius_m)
    found = await reports.nearby(tx, kind.code, cells, now - 86400 * kind.age_days)
    far = {near.id: metres(draft.lat, draft.lon, near.lat, near.lon) for near in found}
    nearest = sorted((number for number in far if far[number] <= kind.radius_m), key=far.__getitem__)[:MOST_DUPLICATES]
    if not nearest:
        return []
    known = await reports.several_reports(tx, nearest)
    return [Candidate(known[number], round(far[number])) for number in nearest]


async def follows(tx: Transaction, report: Report, person: int) -> bool:
    return report.reporter == person or person in await history.supporters(tx, report.id)


async def followers(tx: Transaction, report: Report) -> list[int]:
    """The one who filed it, then those who joined."""
    joined = await history.supporters(tx, report.id) if report.supporters else []
    return [report.reporter, *(person for person in joined if person != report.reporter)]


async def join(tx: Transaction, report_id: int, person: int, now: int) -> Report:
    """«Me too»: from now on they follow it like its author. Raises Refusal when it is no longer open."""
    report = await reports.get(tx, report_id, lock=True)
    if report is None or not report.open:
        raise Refusal("join-closed")
    if report.reporter != person and await history.add_supporter(tx, report_id, person, now):
        report.supporters += 1
        report.changed = now
        reports.save(tx, report)
        history.add_entry(tx, Entry(0, report_id, now, person, "join", report.state, report.state, "", public=0))
    return report


async def add(
    tx: Transaction, report: Report, person: int, words: str, media: list[Media], *, now: int, event: str = "add"
) -> None:
    """More words (made `discreet`) or pictures from a follower. Raises Refusal when the report is closed.

    Whoever has something to say of the result is not silent: it is no longer confirmed by silence.
    """
    if not report.open and report.state != life.DONE:
        raise Refusal("add-closed", code=codes.show(report.code))
    if report.state == life.DONE:
        report.changed = max(now, report.changed + 1)
        reports.save(tx, report)
    for item in media:
        history.add_media(tx, item)
    history.add_entry(tx, Entry(0, report.id, now, person, event, report.state, report.state, words, public=1))


def discreet(report: Report, words: str, *, anonymous: bool = False) -> str:
    """What a resident says of it: whoever asks not to be named does not want to be called either."""
    return mask_phones(words) if report.anonymous or anonymous else words


async def take_step(
    tx: Transaction, report_id: int, step: str, actor: int, taker: str, *, now: int, note: str = ""
) -> Change:
    """Raises Refusal when the report is not in a state from which this step leads on, or a note is missing."""
    report = await reports.get(tx, report_id, lock=True)
    if report is None:
        raise Refusal("report-unknown")
    rule = life.STEPS[step]
    if not life.may(step, report.state, taker):
        raise Refusal("step-refused", state=report.state, worker=report.worker, step=step)
    if rule.needs_note and not note:
        raise Refusal("note-missing")
    change = Change(report, step, before=report.state, note=note, actor=actor)
    _move(report, step, actor, now)
    reports.save(tx, report)
    history.add_entry(tx, Entry(0, report_id, now, actor, step, change.before, report.state, note, public=1))
    return change


def _move(report: Report, step: str, actor: int, now: int) -> None:
    rule = life.STEPS[step]
    before = report.state
    report.state = rule.target or report.resume or life.NEW
    report.resume = before if report.state == life.WAITING else None
    report.open = int(report.state in life.OPEN)
    report.changed = now
    if rule.worker:
        report.worker = actor
    elif step == "refer":
        report.worker = None


async def finish(
    tx: Transaction, city: City, report_id: int, actor: int, *, now: int, note: str, media: list[Media]
) -> Change:
    """Done, with a note and pictures. Raises Refusal when the category demands a photo and there is none."""
    report = await reports.get(tx, report_id)
    if report and city.kinds[report.category].entry.photo_when_done and not any(m.kind == "photo" for m in media):
        raise Refusal("photo-needed")
    change = await take_step(tx, report_id, "done", actor, life.MANAGER, now=now, note=note)
    for item in media:
        history.add_media(tx, item)
    change.media = media
    # Not answered for a week counts as confirmed. `since` tells this "done" from a later one.
    silence = Errand(
        f"silence:{report_id}:{now}", "silence", {"report": report_id, "since": now}, now + SILENCE_CONFIRMS
    )
    errands.leave(tx, silence)
    return change


async def confirm_by_silence(tx: Transaction, report_id: int, since: int, now: int) -> Change | None:
    """None when somebody has answered in the meantime."""
    report = await reports.get(tx, report_id, lock=True)
    if report is None or report.state != life.DONE or report.changed != since:
        return None
    return await take_step(tx, report_id, "silence", 0, life.TIME, now=now)


async def refer(tx: Transaction, report_id: int, desk: str, actor: int, *, now: int) -> Change:
    """To the managers of another area: it is new there, its deadline as it was."""
    change = await take_step(tx, report_id, "refer", actor, life.MANAGER, now=now)
    change.report.desk = desk
    reports.save(tx, change.report)
    return change


async def must_manage(tx: Transaction, rights: Rights, city: City, report: Report, person: int) -> None:
    """Raises Refusal to whoever does not have the role now."""
    if not await rights.manages(tx, person, report.desk, city):
        raise Refusal("not-manager", area=report.desk)
