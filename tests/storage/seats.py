"""The law of seats in its plainest form: what the tests hold services/registrations.py against."""

from dataclasses import dataclass, field

Answer = tuple[str, int]  # the state in which somebody is afterwards, and the seats that they hold


@dataclass
class Party:
    wants: int
    state: str = "left"
    holds: int = 0
    place: int = 0
    passed: int = 0


@dataclass
class Seats:
    """An event: whoever gets seats is asked in the order of the list, and nobody who waits is passed over unasked."""

    capacity: int
    parties: dict[int, Party] = field(default_factory=dict)
    places: int = 0

    @property
    def free(self) -> int:
        return self.capacity - sum(party.holds for party in self.parties.values())

    def waiting(self) -> list[Party]:
        return sorted((each for each in self.parties.values() if each.state == "waiting"), key=lambda each: each.place)

    def check(self) -> None:
        """What holds whenever nobody is busy."""
        assert self.free >= 0
        assert all(party.passed >= self.free for party in self.waiting()), "a seat is free and nobody was asked"

    def _settle(self) -> None:
        while self.free > 0:
            asked = next((party for party in self.waiting() if party.passed < self.free), None)
            if asked is None:
                return
            asked.holds, asked.state = min(asked.wants, self.free), "offered"

    def join(self, person: int, wants: int, *, wait: bool) -> Answer:
        party = self.parties.setdefault(person, Party(wants))
        if party.state == "offered":
            return self._seat(party, min(wants, party.holds))
        if party.state == "waiting":
            if wants > party.wants:
                return "refused", 0
            if wants < party.wants:
                party.wants, party.passed = wants, 0
        elif wants - party.holds <= self.free:
            return self._seat(party, wants)
        elif party.state == "registered" or not wait:
            return "refused", 0
        else:
            self.places += 1
            party.wants, party.state, party.place, party.passed = wants, "waiting", self.places, 0
        self._settle()
        return party.state, party.holds

    def _seat(self, party: Party, seats: int) -> Answer:
        party.state, party.wants, party.holds = "registered", seats, seats
        self._settle()
        return "registered", seats

    def accept(self, person: int) -> Answer:
        party = self.parties.get(person)
        if party is None or party.state != "offered":
            return "refused", 0
        return self._seat(party, party.holds)

    def let_pass(self, person: int) -> Answer:
        """Also what happens to an offer that nobody answers."""
        party = self.parties.get(person)
        if party is None or party.state != "offered":
            return "refused", 0
        whole = party.holds == party.wants
        party.state, party.passed = ("lapsed", 0) if whole else ("waiting", party.holds)
        party.holds = 0
        self._settle()
        return party.state, party.holds

    def leave(self, person: int) -> Answer:
        party = self.parties.get(person)
        if party is None or party.state in {"left", "lapsed"}:
            return "refused", 0
        party.state, party.holds = "left", 0
        self._settle()
        return "left", 0

    def resize(self, capacity: int) -> Answer:
        if capacity < self.capacity - self.free:
            return "refused", 0
        self.capacity = capacity
        self._settle()
        return "", 0
