"""Who may do what, asked at the moment of the press."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from services.city import City
from storage import people
from storage.database import Transaction
from storage.people import EVERYWHERE, Role

ADMINISTRATOR, MANAGER, OFFICER = "administrator", "manager", "officer"


@dataclass(frozen=True)
class Rights:
    """`owners` are the administrators whom the settings name; nobody can take that from them."""

    owners: Collection[int]

    async def is_administrator(self, tx: Transaction, person_id: int) -> bool:
        if person_id in self.owners:
            return True
        return any(role.kind == ADMINISTRATOR for role in await people.roles_of(tx, person_id))

    async def manages(self, tx: Transaction, person_id: int, area: str, city: City) -> bool:
        """Whether somebody may work on the reports of an area: its managers, those above it, administrators."""
        if person_id in self.owners:
            return True
        above = {EVERYWHERE, *city.ancestors(area)}
        roles = await people.roles_of(tx, person_id)
        return any(role.kind == ADMINISTRATOR or (role.kind == MANAGER and role.area in above) for role in roles)

    async def runs(self, tx: Transaction, person_id: int, centre: str) -> bool:
        """Whether somebody may make the events of a centre: its officers and administrators."""
        if person_id in self.owners:
            return True
        roles = await people.roles_of(tx, person_id)
        return any(role.kind == ADMINISTRATOR or (role.kind == OFFICER and role.area == centre) for role in roles)

    async def centres(self, tx: Transaction, person_id: int, city: City) -> list[str]:
        """The centres whose events somebody may make."""
        if await self.is_administrator(tx, person_id):
            return list(city.centres)
        held = {role.area for role in await people.roles_of(tx, person_id) if role.kind == OFFICER}
        return [code for code in city.centres if code in held]

    async def officers(self, tx: Transaction) -> list[int]:
        """Of whatever centre."""
        return list(dict.fromkeys(role.person_id for role, _ in await people.all_roles(tx) if role.kind == OFFICER))

    async def administrators(self, tx: Transaction) -> list[int]:
        """Owners first."""
        granted = [role.person_id for role, _ in await people.all_roles(tx) if role.kind == ADMINISTRATOR]
        return list(dict.fromkeys([*self.owners, *granted]))


def grant(tx: Transaction, role: Role) -> None:
    people.grant(tx, role)
    people.note(tx, role.granted_by, "grant", f"{role.kind} {role.area} {role.person_id}", role.granted_at)


async def revoke(tx: Transaction, person_id: int, kind: str, area: str, *, by: int, now: int) -> bool:
    """Whether there was such a role."""
    people.note(tx, by, "revoke", f"{kind} {area} {person_id}", now)
    return await people.revoke(tx, person_id, kind, area)
