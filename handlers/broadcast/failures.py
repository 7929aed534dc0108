"""Why somebody did not get a message: what Telegram has said, as it said it; our own reasons in the reader's words."""

from __future__ import annotations

from locales.words import Words

OWN = {
    "the bot was interrupted": "failure-interrupted",
    "the bot is no longer in the group": "failure-place-lost",
    "the bot may no longer post in the channel": "failure-place-lost",
}
OWN_BEGINNINGS = {"no answer": "failure-no-answer", "no connection": "failure-no-connection"}


def in_words(own: Words, reason: str) -> str:
    beginning = reason.partition(":")[0]
    key = OWN.get(reason) or next((key for said, key in OWN_BEGINNINGS.items() if beginning.startswith(said)), None)
    return own.plain(key) if key else reason
