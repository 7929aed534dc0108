"""One-time links that give a role."""

from __future__ import annotations

import hashlib
import secrets

from services.rights import Rights, grant
from storage import people
from storage.database import Transaction
from storage.people import EVERYWHERE, Invite, Role

LASTS = 7 * 86400  # seconds
PREFIX = "i_"  # what tells an invitation from other deep links


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def create(tx: Transaction, kind: str, area: str | None, *, by: int, now: int) -> str:
    """The payload for a deep link; only its hash is kept."""
    secret = secrets.token_urlsafe(24)
    people.put_invite(tx, Invite(_digest(secret), kind, area or EVERYWHERE, by, now, now + LASTS))
    people.note(tx, by, "invite", f"{kind} {area or EVERYWHERE}", now)
    return PREFIX + secret


async def accept(tx: Transaction, rights: Rights, payload: str, person_id: int, now: int) -> Invite | None:
    """Grants the role; None when the link has been used, has run out or never was, or its maker may invite no more."""
    invite = await people.use_invite(tx, _digest(payload.removeprefix(PREFIX)), person_id, now)
    if invite is None or not await rights.is_administrator(tx, invite.created_by):
        return None
    grant(tx, Role(person_id, invite.kind, invite.area, invite.created_by, now))
    return invite
