"""What somebody wants to hear of: topics, each of which may be turned off, and the centres they follow."""

from __future__ import annotations

from storage import recipients, topics
from storage.database import Transaction
from storage.recipients import LEFT

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


def turn_off(tx: Transaction, person_id: int, topic: str, now: int) -> None:
    """From now on nothing of this topic comes, not even of a broadcast that is under way."""
    topics.turn_off(tx, person_id, topic, now)
    recipients.withdraw(tx, person_id, LEFT, topic)


def turn_on(tx: Transaction, person_id: int, topic: str) -> None:
    topics.turn_on(tx, person_id, topic)
