"""Those who have not voted in a poll."""

from __future__ import annotations

from handlers.audience import poll_choices

KIND = poll_choices.kind("audience-unanswered-rule", number_of=int, value_of=int)
