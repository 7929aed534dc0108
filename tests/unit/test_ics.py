"""The calendar file, as a library sees it that has nothing to do with the one that writes it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.text import clean
from services import ics
from services.events import blank
from storage.events import CANCELLED, PUBLISHED, Event

NOW = 1796198400
LINK = "https://t.me/hamsayeh_bot?start=e7"
TEHRAN = ZoneInfo("Asia/Tehran")
STARTS = int(datetime(2026, 12, 10, 16, 0, tzinfo=TEHRAN).timestamp())


@pytest.fixture
def event() -> Event:
    return replace(
        blank(1, NOW),
        id=7,
        state=PUBLISHED,
        title="کارگاه تفکیک پسماند؛ گام دوم",
        starts=STARTS,
        minutes=90,
        sequence=2,
    )


def written(event: Event, words: str = "", place: str = "سرای محلهٔ گلشن") -> bytes:
    return ics.write(event, host="hamsayeh_bot", place=place, words=words, link=LINK, pin=(35.7421, 51.5628), now=NOW)


def entry(data: bytes) -> icalendar.Event:
    (found,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return found


def test_times_are_utc_and_say_the_same_moment(event: Event) -> None:
    found = entry(written(event))
    assert found.start == datetime(2026, 12, 10, 12, 30, tzinfo=UTC)
    assert found.end - found.start == timedelta(minutes=90)
    assert b"DTSTART:20261210T123000Z\r\n" in written(event)


def test_everything_that_a_calendar_shows_is_there(event: Event) -> None:
    found = entry(written(event, words="سطل بیاورید؛ دستکش هم, لطفاً\\\nخط دوم"))
    assert found["SUMMARY"] == event.title
    assert found["DESCRIPTION"] == f"سطل بیاورید؛ دستکش هم, لطفاً\\\nخط دوم\n\n{LINK}"
    assert found["LOCATION"] == "سرای محلهٔ گلشن"
    assert found["URL"] == LINK
    assert (found["GEO"].latitude, found["GEO"].longitude) == (35.7421, 51.5628)
    assert (found["UID"], found["SEQUENCE"], found["STATUS"]) == ("event-7@hamsayeh_bot", 2, "CONFIRMED")


def test_it_reminds_a_day_and_two_hours_before(event: Event) -> None:
    found = entry(written(event))
    alarms = found.walk("VALARM")
    assert [alarm["TRIGGER"].dt for alarm in alarms] == [timedelta(days=-1), timedelta(hours=-2)]
    assert {alarm["ACTION"] for alarm in alarms} == {"DISPLAY"}


def test_a_cancelled_event_takes_itself_out_and_reminds_nobody(event: Event) -> None:
    before, after = entry(written(event)), entry(written(replace(event, state=CANCELLED, sequence=3)))
    assert (after["STATUS"], after.walk("VALARM")) == ("CANCELLED", [])
    assert before["UID"] == after["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]


@given(st.text(max_size=400).map(clean), st.text(max_size=200).map(clean))
def test_whatever_is_written_comes_out_as_it_went_in(words: str, title: str) -> None:
    data = written(replace(blank(1, NOW), id=7, title=title, starts=STARTS), words)
    found = entry(data)
    assert found["SUMMARY"] == title
    assert found["DESCRIPTION"] == f"{words}\n\n{LINK}".strip()
    assert all(len(line) <= ics.LONGEST for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
