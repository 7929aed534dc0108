"""Those who want to hear of an event, for its centre, kind, audience or area, and not once a week of all together.

Whoever has asked for it hears of it before all others, and need not hear twice.
"""

from __future__ import annotations

from typing import Any

AROUND = (
    "WITH RECURSIVE around (code) AS (SELECT area FROM event WHERE id = :{0}"
    " UNION SELECT a.parent FROM area a JOIN around ON a.code = around.code WHERE a.parent IS NOT NULL)"
    " SELECT code FROM around"
)


def condition(value: int, name: str) -> tuple[str, dict[str, Any]]:
    wants = (
        f"SELECT 1 FROM subscription s JOIN event e ON e.id = :{name} WHERE s.person_id = p.id AND ("
        "(s.sort = 'centre' AND s.value = e.centre) OR (s.sort = 'kind' AND s.value = e.kind)"
        " OR (s.sort = 'audience' AND s.value = e.audience)"
        f" OR (s.sort = 'area' AND s.value IN ({AROUND.format(name)})))"
    )
    weekly = "SELECT 1 FROM event_wish w WHERE w.person_id = p.id AND w.weekly = 1"
    told = f"SELECT 1 FROM demand d WHERE d.person_id = p.id AND d.event = :{name} AND d.state = 'answered'"
    return f"EXISTS ({wants}) AND NOT EXISTS ({weekly}) AND NOT EXISTS ({told})", {name: value}
