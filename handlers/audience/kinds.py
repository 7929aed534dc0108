"""The kinds of rules that administrators may combine, each in a file of its own beside this one."""

from __future__ import annotations

from handlers.audience import (
    active,
    answered,
    area,
    interest,
    language,
    registered,
    reporters,
    topic,
    unanswered,
    unreached,
)
from handlers.audience.choices import Kind
from locales.words import Words
from services.city import City
from storage.audience.rules import Rule

KINDS: dict[str, Kind] = {
    "area": area.KIND,
    "language": language.KIND,
    "topic": topic.KIND,
    "interest": interest.KIND,
    "active": active.KIND,
    "reporters": reporters.KIND,
    "registered": registered.KIND,
    "unreached": unreached.KIND,
    "answered": answered.KIND,
    "unanswered": unanswered.KIND,
}


def in_words(city: City, words: Words, rules: list[Rule]) -> list[str]:
    """What each rule says; of none, that it is for everybody. The program has rules that nobody chooses by hand."""
    said = [
        KINDS[rule.kind].words(city, words, rule.value) if rule.kind in KINDS else words.plain("audience-special")
        for rule in rules
    ]
    return said or [words.plain("audience-everybody")]


def value_of(rules: list[Rule], kind: str) -> object:
    """What has been chosen of this kind so far, None for nothing."""
    return next((rule.value for rule in rules if rule.kind == kind), None)


def replaced(rules: list[Rule], kind: str, value: object) -> list[Rule]:
    """With one rule of this kind, or none for None."""
    kept = [rule for rule in rules if rule.kind != kind]
    return kept if value is None else [*kept, Rule(kind, value)]
