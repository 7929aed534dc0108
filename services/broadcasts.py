"""Broadcasts: from a draft to the last person reached. What is sent, and how fast, is for bot/bulk.py to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from locales.words import LANGUAGES
from services import topics
from services.city import City
from services.refusal import Refusal
from storage import broadcasts, outbox, people, recipients
from storage.audience import rules
from storage.audience.rules import Rule
from storage.broadcasts import (
    CANCELLED,
    CONFIRMING,
    DRAFT,
    FREEZING,
    PAUSED,
    RUNNING,
    SCHEDULED,
    Broadcast,
    Counted,
)
from storage.database import Transaction
from storage.recipients import AWAY, CAPPED, FAILED, LEFT, SENDING, SENT, UNSURE, WAITING, Turns
from storage.rows import to_json, values

STEP = 1000  # people written down in one transaction: between two of them others are served
FREE_RATE = 30  # messages a second that Telegram grants without payment
STARS_A_MESSAGE = 0.1  # core.telegram.org/bots/faq: what a message above the free rate costs
HOUR = 3600
LONGEST_SPREAD = 24 * HOUR
QUARTER = HOUR // 4
UNDER_WAY = (FREEZING, RUNNING)
STOPPABLE = (CONFIRMING, SCHEDULED, FREEZING, RUNNING, PAUSED)
COUNT_LASTS = 600  # seconds
RESEND = {FAILED, UNSURE}
Quiet = Callable[[int], int]  # at a moment, the seconds left of the quiet hours


@dataclass(frozen=True)
class Figures:
    """What has become of a broadcast's people. `rate` is people a second, `left` the seconds still to go; both need
    two looks, and are None before."""

    total: int
    reached: int
    away: int
    failed: int
    gone: int  # have turned the topic off since
    capped: int  # have had enough this week
    unsure: int
    waiting: int

    @property
    def settled(self) -> int:
        """How many will get nothing more of it."""
        return self.total - self.waiting


def rules_of(broadcast: Broadcast) -> list[Rule]:
    """Those that were chosen, and that nobody gets what they have turned off."""
    return [*broadcast.audience, Rule("topic", [broadcast.topic])]


async def counted(tx: Transaction, broadcast: Broadcast, now: int) -> Counted:
    """How many it is for: in a city that takes long to count, so it is kept while the rules are the same."""
    held = rules_of(broadcast)
    asked = to_json([values(rule) for rule in held])
    kept = broadcast.counted
    if kept is None or kept.rules != asked or kept.at + COUNT_LASTS < now:
        count, readers = await rules.count_readers(tx, held, now, LANGUAGES)
        kept = Counted(asked, now, count, readers, await rules.samples(tx, held, now))
        broadcast.counted = kept
        broadcasts.note_count(tx, broadcast)
    return kept


async def submit(tx: Transaction, broadcast: Broadcast, now: int) -> Broadcast:
    """Send a draft on its way, or to a second administrator when it is urgent. Raises Refusal."""
    contents = await broadcasts.content(tx, broadcast.id)
    if "fa" not in contents:
        raise Refusal("broadcast-no-persian")
    if broadcast.state != DRAFT:
        raise Refusal("broadcast-sent-before")
    if broadcast.start_at is not None and broadcast.start_at < now:
        raise Refusal("broadcast-too-late")
    broadcast.state = CONFIRMING if broadcast.urgent else SCHEDULED
    broadcasts.put(tx, broadcast, now)
    people.note(tx, broadcast.author, "broadcast", f"{broadcast.id} {broadcast.topic}", now)
    return broadcast


async def confirm(tx: Transaction, broadcast: Broadcast, by: int, now: int) -> None:
    """A second administrator stands behind an urgent one. Raises Refusal."""
    if by == broadcast.author:
        raise Refusal("broadcast-own-confirmation")
    if broadcast.state == CONFIRMING and is_overdue(broadcast, now):
        raise Refusal("broadcast-too-late")
    if not await broadcasts.move(tx, broadcast.id, (CONFIRMING,), SCHEDULED, now):
        raise Refusal("broadcast-decided-before")
    broadcast.state, broadcast.confirmed_by = SCHEDULED, by
    broadcasts.put(tx, broadcast, now)
    people.note(tx, by, "broadcast:confirm", str(broadcast.id), now)


def is_overdue(broadcast: Broadcast, now: int) -> bool:
    """Its time is long over: what was to be heard then is no news now."""
    return broadcast.start_at is not None and broadcast.start_at + HOUR < now


async def reject(tx: Transaction, broadcast: Broadcast, by: int, now: int) -> None:
    """The second administrator says no: it is a draft again. Raises Refusal."""
    if not await broadcasts.move(tx, broadcast.id, (CONFIRMING,), DRAFT, now):
        raise Refusal("broadcast-decided-before")
    people.note(tx, by, "broadcast:reject", str(broadcast.id), now)


async def pause(tx: Transaction, broadcast_id: int, by: int, now: int) -> None:
    """Raises Refusal."""
    await _move(tx, broadcast_id, (RUNNING,), PAUSED, by, now)


async def resume(tx: Transaction, broadcast_id: int, by: int, now: int) -> None:
    """Raises Refusal."""
    await _move(tx, broadcast_id, (PAUSED,), RUNNING, by, now)


async def cancel(tx: Transaction, broadcast_id: int, by: int, now: int) -> None:
    """Whoever still waits gets nothing; what is under way arrives. Raises Refusal."""
    await _move(tx, broadcast_id, STOPPABLE, CANCELLED, by, now)


async def _move(tx: Transaction, broadcast_id: int, sources: Sequence[str], to: str, by: int, now: int) -> None:
    if not await broadcasts.move(tx, broadcast_id, tuple(sources), to, now):
        raise Refusal("broadcast-not-now")
    people.note(tx, by, f"broadcast:{to}", str(broadcast_id), now)


async def send_again(tx: Transaction, broadcast_id: int, state: str, by: int, now: int) -> None:
    """To those who failed, or to the unsure, who may get it twice. Raises Refusal."""
    if state not in RESEND:
        raise ValueError(state)
    await _reopen(tx, broadcast_id, now)
    broadcasts.retry(tx, broadcast_id, state)
    people.note(tx, by, "broadcast:again", f"{broadcast_id} {state}", now)


async def post_again(tx: Transaction, broadcast: Broadcast, post: str, by: int, now: int) -> None:
    """What is unsure, or has failed, in one channel or group, by what its letters are about. Raises Refusal."""
    if broadcast.state != broadcasts.DONE or not await outbox.again(tx, post, now):
        raise Refusal("broadcast-not-now")
    await _reopen(tx, broadcast.id, now)
    people.note(tx, by, "broadcast:again", post, now)


async def _reopen(tx: Transaction, broadcast_id: int, now: int) -> None:
    if not await broadcasts.move(tx, broadcast_id, (broadcasts.DONE,), RUNNING, now):
        raise Refusal("broadcast-not-now")


async def retry_some(tx: Transaction, broadcast: Broadcast, now: int, step: int = STEP) -> bool:
    """Let the next of those who are to get it once more wait; False when all of them do."""
    more = await recipients.again(tx, broadcast.id, broadcast.retry, broadcast.changed, now, step)
    if not more:
        broadcasts.retry(tx, broadcast.id, "")
        broadcast.retry = ""
    return more


async def freeze_some(
    tx: Transaction, city: City, broadcast: Broadcast, cap: int, quiet: Quiet, now: int, step: int | None = STEP
) -> bool:
    """Write down the next `step` of its people, None for all at once; False when the list is whole."""
    limit = 0 if broadcast.urgent or broadcast.topic in topics.ALWAYS else cap
    held = rules_of(broadcast)
    turns = turns_of(city, broadcast.spread, broadcast.started or now, quiet if not broadcast.urgent else always)
    return await recipients.freeze(tx, broadcast, held, turns, limit, now, step)


def always(_: int) -> int:
    """No quiet hours."""
    return 0


def turns_of(city: City, spread: int, start: int, quiet: Quiet) -> Turns:
    """The sub-districts one after the other, each with an equal share of the time; nobody's turn is in quiet hours."""
    if not spread:
        return Turns({})
    desks = [area.code for area in city.desks()]
    offsets: dict[str, int] = {}
    for place, desk in enumerate(desks):
        turn = _open_after(start, place * spread // len(desks), quiet) - start
        offsets |= dict.fromkeys(city.subtree(desk), turn)
    return Turns(offsets, spread)


def _open_after(start: int, seconds: int, quiet: Quiet) -> int:
    """The moment at which so much time outside the quiet hours has gone by."""
    at = start + quiet(start)
    while seconds > 0:
        at += min(seconds, QUARTER)
        seconds -= QUARTER
        at += quiet(at)
    return at


async def figures(tx: Transaction, broadcast: Broadcast) -> Figures:
    counts = await recipients.counts(tx, broadcast.id)
    return Figures(
        total=sum(counts.values()),
        reached=counts.get(SENT, 0),
        away=counts.get(AWAY, 0),
        failed=counts.get(FAILED, 0),
        gone=counts.get(LEFT, 0),
        capped=counts.get(CAPPED, 0),
        unsure=counts.get(UNSURE, 0),
        waiting=counts.get(WAITING, 0) + counts.get(SENDING, 0),
    )


def stars(messages: int, rate: int) -> int:
    """What a paid broadcast costs at most: every message of it that goes out above the free rate, rounded up."""
    return -(-messages // 10) if rate > FREE_RATE else 0
