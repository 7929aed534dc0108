"""Those who want to hear of one of these events, for its centre, kind, audience or area, and not weekly of all.

Whoever has asked for it hears of it before all others, and need not hear twice.
"""

from __future__ import annotations

from typing import Any

from storage.rows import several

AROUND = (
    "WITH RECURSIVE around (code) AS (SELECT area FROM event WHERE id IN {0}"
    " UNION SELECT a.parent FROM area a JOIN around ON a.code = around.code WHERE a.parent IS NOT NULL)"
    " SELECT code FROM around"
)


def condition(value: list[int], name: str) -> tuple[str, dict[str, Any]]:
    among, parameters = several(name, value)
    wants = (
        f"SELECT 1 FROM subscription s JOIN event e ON e.id IN {among} WHERE s.person_id = p.id AND ("
        "(s.sort = 'centre' AND s.value = e.centre) OR (s.sort = 'kind' AND s.value = e.kind)"
        " OR (s.sort = 'audience' AND s.value = e.audience)"
        f" OR (s.sort = 'area' AND s.value IN ({AROUND.format(among)})))"
    )
    weekly = "SELECT 1 FROM event_wish w WHERE w.person_id = p.id AND w.weekly = 1"
    told = f"SELECT 1 FROM demand d WHERE d.person_id = p.id AND d.event IN {among} AND d.state = 'answered'"
    return f"EXISTS ({wants}) AND NOT EXISTS ({weekly}) AND NOT EXISTS ({told})", parameters
