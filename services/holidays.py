"""Public holidays by year, worked out in a process of its own: the package takes 9 MB for a list of dates.

Lunar holidays of years to come are estimates; administrators' closed days correct them.
"""

from __future__ import annotations

import asyncio
import json
import sys
from importlib.metadata import version

from storage import facts
from storage.database import Transaction

AHEAD = 2  # years after this one


async def of(tx: Transaction, country: str | None, year: int, now: int) -> set[str]:
    """YYYY-MM-DD, of this year and the next two; remembered until the package or the year is another."""
    if country is None:
        return set()
    name, wanted = f"holidays:{country}", f"{version('holidays')}:{year}"
    known = await facts.get(tx, name)
    if known:
        made_for, days = json.loads(known[0])
        if made_for == wanted:
            return set(days)
    days = await _work_out(country, year)
    facts.put(tx, name, json.dumps([wanted, days]), now)
    return set(days)


async def _work_out(country: str, year: int) -> list[str]:
    """Raises LookupError for a country that the package does not know."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        __name__,
        country,
        str(year),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, errors = await process.communicate()
    if process.returncode:
        raise LookupError(errors.decode(errors="replace").strip().splitlines()[-1])
    days: list[str] = json.loads(said)
    return days


def _print(country: str, year: str) -> None:
    from holidays import country_holidays  # noqa: PLC0415  # loaded in the process of its own alone

    years = range(int(year), int(year) + AHEAD + 1)
    print(json.dumps([day.isoformat() for day in sorted(country_holidays(country, years=years))]))  # noqa: T201


if __name__ == "__main__":
    _print(*sys.argv[1:])
