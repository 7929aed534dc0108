"""How a vote is found again by the one who cast it, and by nobody who only has the database.

A receipt is a keyed hash of the question and the person. The key comes from the bot's token, which is in no database;
docs/anonymity.md says what follows from that, and what does not.
"""

from __future__ import annotations

import hashlib
import hmac

from storage.polls import Poll


def key_from(secret: str) -> bytes:
    """The key of this installation."""
    return hmac.digest(secret.encode(), b"hamsayeh: receipts of votes", hashlib.sha256)


def receipt(key: bytes, question_id: int, person_id: int) -> str:
    return hmac.digest(key, f"{question_id}:{person_id}".encode(), hashlib.sha256).hex()


def receipts(key: bytes, poll: Poll, person_id: int) -> dict[int, str]:
    """By question. In a named poll there is nothing to hide, and a new token loses nothing."""
    if not poll.anonymous:
        return {question.id: str(person_id) for question in poll.questions}
    return {question.id: receipt(key, question.id, person_id) for question in poll.questions}
