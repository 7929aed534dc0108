"""What becomes of made-up reports: who writes what, where and when, and who answers how fast.

All that follows from a report is drawn first; what would lie after now has simply not happened yet. So new reports
are mostly open, old ones mostly closed, and slow places have more that is overdue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.demo.district import DAYS, District
from bot.demo.words import vocabulary
from sandbox.story import POTHOLE
from services.city import Kind
from services.drafts import Attachment, Draft
from services.grid import metres
from services.reports import SILENCE_CONFIRMS
from storage.people import Person

REPORTS = 400
HOUR = 3600

Path = tuple[str, ...]
FIXED: Path = ("claim", "start", "done")
# How often a report takes which way.
UNFINISHED: dict[Path, float] = {
    (): 16,
    ("claim",): 5,
    ("claim", "start"): 7,
    ("claim", "ask"): 6,
    (*FIXED, "partly", "missing"): 5,
    (*FIXED, "reopen", "missing"): 5,
}
FINISHED: dict[Path, float] = {
    (*FIXED, "confirm"): 34,
    (*FIXED, "silence"): 16,
    ("start", "done", "confirm"): 8,
    ("claim", "ask", "answer", "start", "done", "confirm"): 6,
    (*FIXED, "partly", "missing", "start", "done", "confirm"): 4,
    (*FIXED, "reopen", "missing", *FIXED, "confirm"): 4,
    ("claim", "impossible"): 7,
    ("refer", *FIXED, "confirm"): 5,
    ("withdraw",): 3,
    ("claim", "withdraw"): 2,
}
OUTSIDE: Path = ("claim", "refer_outside")
OLD = 14 * 86400  # seconds after which little is left unfinished
CLOSING = frozenset({"done", "impossible", "refer_outside", "withdraw"})

# Mean hours that a step takes; those of managers are a share of the deadline.
MANAGERS = {
    "claim": 0.15,
    "start": 0.15,
    "ask": 0.1,
    "refer": 0.1,
    "refer_outside": 0.2,
    "done": 0.3,
    "impossible": 0.3,
}
RESIDENTS = {"answer": 9.0, "confirm": 20.0, "partly": 20.0, "reopen": 14.0, "missing": 0.2, "withdraw": 24.0}
LONGEST_DEADLINE = 96  # hours; what may take a month is not looked at later than the rest
URGENT = 12  # hours of a deadline that does not wait for the office to open
OFFICE, WAKING = (8, 16), (7, 23)

# Of how many reports of all
LEFT, PICTURED, LANDMARKED, UNPINNED, NAMELESS, JOINED, ADDED_TO, PASSED_ON = 0.2, 0.9, 0.6, 0.1, 0.1, 0.4, 0.2, 0.5
RECENT = 2.0  # beyond 1, the more of them are of the last days
ALONE = 60  # metres round the place of the story that are left to it
JOINERS = 2.5  # neighbours, in the mean


@dataclass(frozen=True)
class Act:
    """What somebody does with a report: files it, joins it, adds words, or takes a step of services/life.py."""

    at: int
    verb: str
    actor: int
    words: str = ""


@dataclass
class Life:
    """A report with all that is done with it; `number` is known once it is filed."""

    draft: Draft
    acts: list[Act]
    number: int = 0


@dataclass
class Planner:
    """Draws lives, one after another."""

    district: District

    def __post_init__(self) -> None:
        self.random = self.district.random("reports")
        self.words = vocabulary()
        self.used: Counter[str] = Counter()  # texts, by the first of their topic
        self.homes = list(self.district.residents)
        self.shares = [self.words.places[home].share for home in self.homes]

    def life(self) -> Life:
        home = self.random.choices(self.homes, self.shares)[0]
        neighbours = self.district.residents[home]
        # A few write often, most once.
        reporter = self.random.choices(neighbours, [1 / (rank + 2) for rank in range(len(neighbours))])[0]
        kind = self._kind(reporter.language)
        draft = self._draft(kind, home, reporter.language)
        filed = self._moment()
        acts = [Act(filed, "file", reporter.id), *self._fate(kind, str(draft.area), filed, reporter.id)]
        others = [person for person in neighbours if person is not reporter]
        acts += self._company(acts, others, alone=draft.lat is None or kind.entry.sensitive)
        return Life(draft, sorted((act for act in acts if act.at < self.district.now), key=lambda act: act.at))

    # What is written

    def _kind(self, language: str) -> Kind:
        topics = {code: topic for code, topic in self.words.topics.items() if language in topic.words}
        code = self.random.choices(list(topics), [topic.share for topic in topics.values()])[0]
        return self.district.city.kinds[code]

    def _draft(self, kind: Kind, home: str, language: str) -> Draft:
        random, topic = self.random, self.words.topics[kind.code]
        street = random.choice(self.words.streets)
        draft = Draft(words={"1": self._next(topic.words[language]).format(street=street)}, category=kind.code)
        draft.anonymous = kind.entry.sensitive or self._happens(NAMELESS)
        self._place(draft, home)
        if language == "fa" and (draft.lat is None or self._happens(LANDMARKED)):
            draft.landmark = f"{street}، {random.choice(self.words.marks)}"
        picture = self.district.pictures[topic.picture] if topic.picture else None
        if picture and self._happens(PICTURED):
            draft.media = [Attachment("photo", picture.file_id, picture.unique_id, 1)]
        return draft

    def _next(self, texts: Sequence[str]) -> str:
        """Each in its turn, since neighbours do not write the same."""
        self.used[texts[0]] += 1
        return texts[self.used[texts[0]] % len(texts)]

    def _place(self, draft: Draft, home: str) -> None:
        """A pin near the middle of the neighbourhood, or only its name."""
        area, city = self.district.city.areas[home], self.district.city
        if area.lat is None or area.lon is None or self._happens(UNPINNED):
            draft.place_in(home)
            return
        while True:
            lat, lon = round(self.random.gauss(area.lat, 0.0022), 6), round(self.random.gauss(area.lon, 0.0026), 6)
            if metres(lat, lon, *POTHOLE) > ALONE:
                break
        located = city.locate(lat, lon)
        draft.place_at(lat, lon, located.area_code if located else home)

    def _moment(self) -> int:
        """More of them lately, and none at night."""
        now = self.district.now
        moment = self._within(now - int(86400 * DAYS * self.random.random() ** RECENT), WAKING)
        return moment if moment < now else moment - 86400

    # What follows

    def _fate(self, kind: Kind, area: str, filed: int, reporter: int) -> Iterator[Act]:
        desk, now = self.district.city.desk_of(area), filed
        pace = min(kind.entry.hours, LONGEST_DEADLINE) * self.words.places[area].slow
        worker = self._manager(desk)
        for verb in self._way(kind, filed):
            now = self._later(now, verb, pace, urgent=kind.entry.hours <= URGENT)
            actor = 0 if verb == "silence" else reporter if verb in RESIDENTS else worker.id
            if verb == "refer":
                desk = self._elsewhere(desk)
                yield Act(now, verb, actor, desk)
                worker = self._manager(desk)
            else:
                yield Act(now, verb, actor, self._said(verb, kind))

    def _way(self, kind: Kind, filed: int) -> Path:
        if kind.outside and self._happens(PASSED_ON):
            return OUTSIDE
        left = LEFT if self.district.now - filed > OLD else 1
        ways = {way: weight * left for way, weight in UNFINISHED.items()} | FINISHED
        return self.random.choices(list(ways), list(ways.values()))[0]

    def _happens(self, how_often: float) -> bool:
        return self.random.random() < how_often

    def _manager(self, desk: str) -> Person:
        return self.random.choice(self.district.managers[desk])

    def _elsewhere(self, desk: str) -> str:
        return self.random.choice([area.code for area in self.district.city.desks() if area.code != desk])

    def _later(self, now: int, verb: str, pace: float, *, urgent: bool) -> int:
        if verb == "silence":
            return now + SILENCE_CONFIRMS
        mean = RESIDENTS[verb] if verb in RESIDENTS else MANAGERS[verb] * pace
        then = now + 300 + int(HOUR * min(self.random.expovariate(1 / mean), 6 * mean))
        if verb in MANAGERS:
            return then if urgent else self._within(then, OFFICE)
        return self._within(then, WAKING)

    def _within(self, moment: int, hours: tuple[int, int]) -> int:
        """The same moment, or a little after the next one in these hours; the office is closed on closed days."""
        zone, calendar = self.district.city.zone, self.district.city.calendar
        local = datetime.fromtimestamp(moment, zone)
        day, (first, last) = local.date(), hours
        if first <= local.hour < last and (hours is WAKING or calendar.is_open(day)):
            return moment
        if local.hour >= last or not calendar.is_open(day):
            day += timedelta(days=1)
        while hours is OFFICE and not calendar.is_open(day):
            day += timedelta(days=1)
        return int(datetime.combine(day, time(first), zone).timestamp()) + self.random.randrange(3 * HOUR)

    def _said(self, verb: str, kind: Kind) -> str:
        random, words = self.random, self.words
        if verb == "ask":
            return random.choice(words.questions)[0]
        if verb == "done":
            return random.choice(words.done[kind.group])
        if verb in {"impossible", "missing"}:
            return random.choice(words.impossible if verb == "impossible" else words.missing)
        return ""

    # Who joins

    def _company(self, acts: list[Act], others: list[Person], *, alone: bool) -> Iterator[Act]:
        """Neighbours who have the same problem, and words that are added; before it is closed, or anybody is asked."""
        random, filed = self.random, acts[0].at
        ends = min((act.at for act in acts if act.verb in CLOSING | {"ask"}), default=self.district.now)
        end = min(ends, self.district.now) - 60
        if end - filed < HOUR:
            return
        if not alone and self._happens(JOINED):
            joined = random.sample(others, min(len(others), 1 + int(random.expovariate(1 / JOINERS))))
            for person in joined:
                yield Act(random.randrange(filed + 600, end), "join", person.id)
        if self._happens(ADDED_TO):
            yield Act(random.randrange(filed + 600, end), "add", acts[0].actor, random.choice(self.words.additions))


def plan(district: District) -> list[Life]:
    planner = Planner(district)
    return [planner.life() for _ in range(REPORTS)]
