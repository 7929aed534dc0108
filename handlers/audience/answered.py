"""Those who have voted in a poll."""

from __future__ import annotations

from handlers.audience import poll_choices

KIND = poll_choices.kind(
    "audience-answered-rule", number_of=lambda value: int(value["poll"]), value_of=lambda number: {"poll": number}
)
