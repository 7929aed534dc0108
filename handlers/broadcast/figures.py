"""What has become of a broadcast, in words."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.broadcast import failures, posted
from handlers.broadcast.posted import Doubtful
from handlers.voice import Voice
from locales import dates
from locales.text import number
from locales.words import Html, Words
from services.broadcasts import Figures
from storage import broadcasts, recipients
from storage.broadcasts import PAUSED, RUNNING, Broadcast

BAR = 10  # blocks
REASONS = 5  # why messages failed, the most frequent first
STATES = (
    broadcasts.DRAFT, broadcasts.CONFIRMING, broadcasts.SCHEDULED, broadcasts.FREEZING, RUNNING, PAUSED,
    broadcasts.DONE, broadcasts.CANCELLED,
)  # fmt: skip


def state_of(own: Words, broadcast: Broadcast) -> str:
    return own.plain(f"broadcast-state-{broadcast.state}")


def under_way(
    voice: Voice, own: Words, broadcast: Broadcast, figures: Figures, rate: float | None, seconds_left: int | None
) -> Html:
    """The bar, and the figures below it."""
    lines = [_head(voice, own, broadcast)]
    if figures.total:
        lines += [bar(own, figures), *_counts(own, figures)]
    if broadcast.state == RUNNING:
        lines += _pace(voice, own, broadcast, rate, seconds_left)
    return Html("\n".join(lines))


def _pace(
    voice: Voice, own: Words, broadcast: Broadcast, rate: float | None, seconds_left: int | None
) -> list[Html]:  # fmt: skip
    quiet = 0 if broadcast.urgent else voice.house.quiet(voice.now)
    if quiet:
        ends = dates.moment_words(voice.now + quiet, own.language, voice.house.city.zone, voice.now)
        return [own("broadcast-quiet", when=ends)]
    lines = [] if rate is None else [own("broadcast-rate", rate=number(rate, own.language))]
    if seconds_left is not None:
        lines.append(own("broadcast-left", time=dates.duration(seconds_left, own.language)))
    return lines


def _head(voice: Voice, own: Words, broadcast: Broadcast) -> Html:
    state = state_of(own, broadcast)
    if broadcast.state == broadcasts.SCHEDULED:
        return own("broadcast-head-begins", number=broadcast.id, when=begins_in_words(voice, own, broadcast))
    return own("broadcast-head", number=broadcast.id, state=state)


def begins(voice: Voice, broadcast: Broadcast) -> int:
    """When it will really begin: not in the quiet hours, unless it is urgent."""
    start = max(broadcast.start_at or voice.now, voice.now)
    return start if broadcast.urgent else start + voice.house.quiet(start)


def begins_in_words(voice: Voice, own: Words, broadcast: Broadcast) -> str:
    start = begins(voice, broadcast)
    if start <= voice.now:
        return own.plain("broadcast-now")
    return dates.moment_words(start, own.language, voice.house.city.zone, voice.now)


def bar(own: Words, figures: Figures) -> Html:
    share = figures.settled / figures.total
    full = int(share * BAR)
    percent = number(int(share * 100), own.language)
    return own("broadcast-bar", bar="▰" * full + "▱" * (BAR - full), percent=percent)


def _counts(own: Words, figures: Figures) -> list[Html]:
    """Those who got it always, the others where there are any."""
    reached, total = number(figures.reached, own.language), number(figures.total, own.language)
    lines = [own("broadcast-reached", reached=reached, total=total)]
    for key, count in (
        ("broadcast-away", figures.away), ("broadcast-failed", figures.failed), ("broadcast-gone", figures.gone),
        ("broadcast-capped", figures.capped), ("broadcast-unsure", figures.unsure),
        ("broadcast-waiting", figures.waiting),
    ):  # fmt: skip
        if count:
            lines.append(own(key, count=number(count, own.language)))
    return lines


async def in_the_end(
    voice: Voice, own: Words, broadcast: Broadcast, figures: Figures, doubtful: Sequence[Doubtful]
) -> Html:
    """The summary."""
    head = own("broadcast-summary", number=broadcast.id, state=state_of(own, broadcast))
    lines = [head, *_counts(own, figures)]
    if figures.failed:
        lines.append(own("broadcast-reasons"))
        for reason, count in await recipients.reasons(voice.tx, broadcast.id, REASONS):
            lines.append(
                own("broadcast-reason", reason=failures.in_words(own, reason), count=number(count, own.language))
            )
    return Html("\n".join([*lines, *posted.lines(own, doubtful)]))
