"""How long an offer is kept, when reminders come, when a series takes place: rules without a database."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import events, registrations, reminders
from services.quiet import seconds_left
from services.refusal import Refusal
from storage.events import DRAFT, Event

TEHRAN, BERLIN = ZoneInfo("Asia/Tehran"), ZoneInfo("Europe/Berlin")  # where clocks stay as they are, and where not
NIGHT = (time(22), time(8))


def quiet(now: int) -> int:
    return seconds_left(NIGHT, TEHRAN, now)


def never(_: int) -> int:
    return 0


def at(zone: ZoneInfo, *when: int) -> int:
    return int(datetime(*when, tzinfo=zone).timestamp())  # type: ignore[arg-type]  # year, month, day, hour, minute


def event(starts: int, until: int | None = None) -> Event:
    return Event(
        id=1, state=DRAFT, author=1, centre="c_golshan", area="golshan", place="", lat=None, lon=None, title="کارگاه",
        words="", photo="", starts=starts, minutes=90, kind="other", audience="all", capacity=0, seats_each=1, cost=0,
        until=until, series=None, taken=0, queue=0, sequence=0, broadcast=None, created=0, changed=0,
    )  # fmt: skip


@given(now=st.integers(0, 2**33), ahead=st.integers(1, 10**7))
def test_an_offer_ends_so_that_it_can_pass_on_and_by_day(now: int, ahead: int) -> None:
    until = registrations.offered_until(now + ahead, now, quiet)
    assert now < until <= now + ahead
    assert until < now + ahead or ahead <= registrations.MINUTE * 10
    up = until + quiet(until)
    assert up == until or now + ahead <= up + registrations.MINUTE * 10, "at night only where there is no day left"


@pytest.mark.parametrize(
    ("freed", "starts", "ends"),
    [
        ((1, 23, 0), (2, 8, 30), (2, 8, 10)),
        ((1, 21, 30), (2, 9, 0), (2, 8, 0)),
        ((1, 21, 55), (1, 23, 30), (1, 22, 5)),
        ((1, 22, 30), (2, 8, 0), (1, 23, 30)),
    ],
)
def test_an_offer_passes_on_before_an_event_near_the_night(
    freed: tuple[int, ...], starts: tuple[int, ...], ends: tuple[int, ...]
) -> None:
    moments = [at(TEHRAN, 2026, 12, *when) for when in (starts, freed)]
    assert registrations.offered_until(*moments, quiet) == at(TEHRAN, 2026, 12, *ends)


@given(now=st.integers(0, 2**33), ahead=st.integers(1, 10**7), nearer=st.integers(1, 10**7))
def test_the_nearer_the_event_the_shorter_an_offer(now: int, ahead: int, nearer: int) -> None:
    far, near = max(ahead, nearer), min(ahead, nearer)
    assert registrations.offered_until(now + near, now, never) <= registrations.offered_until(now + far, now, never)


def test_an_offer_made_at_night_can_be_taken_in_the_morning() -> None:
    now = at(TEHRAN, 2026, 12, 1, 23, 0)
    starts = at(TEHRAN, 2026, 12, 2, 16, 0)
    assert registrations.offered_until(starts, now, quiet) == at(TEHRAN, 2026, 12, 2, 9, 0)


def test_a_reminder_comes_at_the_same_time_the_day_before_whatever_the_clocks_do() -> None:
    starts = at(BERLIN, 2027, 3, 28, 16, 0)  # the clocks went forward that morning
    assert reminders.due(event(starts), reminders.DAY, BERLIN, never) == at(BERLIN, 2027, 3, 27, 16, 0)
    assert starts - at(BERLIN, 2027, 3, 27, 16, 0) == 23 * 3600
    assert reminders.due(event(starts), reminders.HOURS, BERLIN, never) == starts - 7200


def test_a_reminder_wakes_nobody_the_day_before_and_does_two_hours_before() -> None:
    starts = at(TEHRAN, 2026, 12, 2, 6, 0)
    assert reminders.due(event(starts), reminders.DAY, TEHRAN, quiet) == at(TEHRAN, 2026, 12, 1, 8, 0)
    assert reminders.due(event(starts), reminders.HOURS, TEHRAN, quiet) == at(TEHRAN, 2026, 12, 2, 4, 0)


def test_a_reminder_of_the_day_before_that_the_night_would_put_off_to_the_day_itself_comes_in_the_evening() -> None:
    for hour, minute in ((22, 0), (22, 30), (23, 59)):
        due = reminders.due(event(at(TEHRAN, 2026, 12, 2, hour, minute)), reminders.DAY, TEHRAN, quiet)
        assert at(TEHRAN, 2026, 12, 1, 21, 30) <= due < at(TEHRAN, 2026, 12, 1, 22, 0)


def test_a_reminder_that_is_late_is_sent_as_long_as_it_is_true() -> None:
    tomorrow = event(at(TEHRAN, 2026, 12, 2, 16, 0))
    assert not reminders.too_late(tomorrow, reminders.DAY, TEHRAN, at(TEHRAN, 2026, 12, 1, 23, 59))
    assert reminders.too_late(tomorrow, reminders.DAY, TEHRAN, at(TEHRAN, 2026, 12, 2, 0, 0)), "it is today"
    assert not reminders.too_late(tomorrow, reminders.HOURS, TEHRAN, tomorrow.starts - 60)
    assert reminders.too_late(tomorrow, reminders.HOURS, TEHRAN, tomorrow.starts)


def test_a_series_takes_place_at_the_same_time_of_the_day_whatever_the_clocks_do() -> None:
    first = at(BERLIN, 2027, 3, 21, 16, 0)
    found = events.occurrences(event(first, until=at(BERLIN, 2027, 4, 5, 0, 0)), BERLIN)
    assert found == [at(BERLIN, 2027, 3, day, 16, 0) for day in (21, 28)] + [at(BERLIN, 2027, 4, 4, 16, 0)]


def test_a_series_takes_place_once_a_week_until_its_last_day() -> None:
    first = at(TEHRAN, 2026, 12, 1, 16, 0)
    assert events.occurrences(event(first), TEHRAN) == [first]
    assert len(events.occurrences(event(first, until=first + 5 * events.WEEK), TEHRAN)) == 6
    with pytest.raises(Refusal, match="event-series-too-long"):
        events.occurrences(event(first, until=first + 60 * events.WEEK), TEHRAN)


def test_every_state_is_left_or_is_the_last() -> None:
    left = {source for step in events.STEPS.values() for source in step.sources if step.target}
    assert left | {events.CANCELLED, events.OVER} == set(events.STATES)
