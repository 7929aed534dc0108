"""An event as an iCalendar file (RFC 5545): what calendars on phones and computers take in.

Times are UTC, so that no calendar has to know what the clocks do here. The UID never changes and SEQUENCE grows with
every change that people are told of: a calendar that is given the file again changes its entry.
"""

from __future__ import annotations

from datetime import UTC, datetime

from storage.events import CANCELLED, Event

MIME = "text/calendar"
LONGEST = 75  # octets of a line
REMINDERS = ("-P1D", "-PT2H")
PARAGRAPH = "\n\n"
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def write(
    event: Event, *, host: str, place: str, words: str, link: str, pin: tuple[float, float] | None, now: int
) -> bytes:
    """`host` makes the UID one of its kind in the world: the bot's own name does."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Hamsayeh//Events//FA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:event-{event.id}@{host}",
        f"DTSTAMP:{_moment(now)}",
        f"LAST-MODIFIED:{_moment(event.changed)}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTART:{_moment(event.starts)}",
        f"DTEND:{_moment(event.ends)}",
        f"SUMMARY:{_text(event.title)}",
        f"DESCRIPTION:{_text(PARAGRAPH.join(filter(None, (words, link))))}",
        f"LOCATION:{_text(place)}",
        *([f"GEO:{pin[0]:.6f};{pin[1]:.6f}"] if pin else []),
        f"URL:{link}",
        f"STATUS:{'CANCELLED' if event.state == CANCELLED else 'CONFIRMED'}",
        *(line for lead in REMINDERS if event.state != CANCELLED for line in _alarm(event, lead)),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _alarm(event: Event, lead: str) -> list[str]:
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(event.title)}",
        f"TRIGGER:{lead}",
        "END:VALARM",
    ]


def _moment(at: int) -> str:
    return f"{datetime.fromtimestamp(at, UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> str:
    """Lines of at most 75 octets, each further one begun with a space; no letter is torn apart."""
    parts: list[str] = []
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LONGEST:
            parts.append(part)
            part, size = " ", 1
        part, size = part + letter, size + octets
    return "\r\n".join([*parts, part])
