"""What broadcasts are about; residents turn off what they do not want to hear of (storage/topics.py)."""

from __future__ import annotations

ANNOUNCEMENTS, EVENTS, POLLS, EDUCATION, NEIGHBOURHOOD = (
    "announcements",
    "events",
    "polls",
    "education",
    "neighbourhood",
)
TOPICS = (ANNOUNCEMENTS, EVENTS, POLLS, EDUCATION, NEIGHBOURHOOD)
# What the municipality must be able to say to everybody; the rest gives way when somebody has had enough this week.
ALWAYS = frozenset({ANNOUNCEMENTS})
