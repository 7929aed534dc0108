"""Broadcasts and their people: who is on the list, whose turn it is, what became of them."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from services import broadcasts as service
from services import city as cities
from services.city import City
from storage import broadcasts, history, people, recipients, reports, topics
from storage.audience import rules
from storage.audience.rules import Rule
from storage.broadcasts import Broadcast, Button, Call, Place
from storage.database import Database, Transaction
from storage.people import Person

NOW = 1_800_000_000
DAY = 86400


def somebody(number: int, **more: object) -> Person:
    given = {"first_name": f"P{number}", "language": "fa", "away": 0, "created": NOW, "home": "", "seen": NOW}
    return Person(number, **{**given, **more})  # type: ignore[arg-type]


async def known_city(tx: Transaction) -> City:
    city = await cities.read(tx, ZoneInfo("Asia/Tehran"), NOW)
    assert city
    return city


async def begun(tx: Transaction, topic: str = "announcements", audience: list[Rule] | None = None) -> Broadcast:
    """A broadcast whose list is about to be written."""
    made = await broadcasts.create(tx, 1, topic, NOW)
    broadcasts.put_content(tx, made.id, "fa", [Call("sendMessage", {"text": "سلام"})])
    made.audience = audience or []
    await service.submit(tx, made, NOW)
    assert await broadcasts.begin(tx, made.id, NOW)
    made.state, made.started = "freezing", NOW
    return made


async def frozen(
    tx: Transaction, made: Broadcast, cap: int = 0, now: int = NOW, quiet: service.Quiet = service.always
) -> list[int]:
    city = await known_city(tx)
    while await service.freeze_some(tx, city, made, cap, quiet, now):
        pass
    return [row.person_id for row in await recipients.listed(tx, made.id, 0, 1000) if row.state == "waiting"]


async def test_a_broadcast_comes_back_as_it_was_put(database: Database) -> None:
    async with database.transaction() as tx:
        made = await broadcasts.create(tx, 7, "events", NOW)
        made.audience, made.urgent, made.spread = [Rule("area", ["n4"]), Rule("active", 30)], 1, 3600
        made.button = Button({"fa": "بیشتر"}, "https://example.org")
        made.places, made.start_at = [Place(-100, 3)], NOW + 60
        broadcasts.put(tx, made, NOW + 1)
        broadcasts.put_content(tx, made.id, "en", [Call("sendMessage", {"text": "x"})])
        broadcasts.put_content(tx, made.id, "en", [Call("sendMessage", {"text": "y"})])
        assert await broadcasts.get(tx, made.id) == made
        assert await broadcasts.draft_of(tx, 7) == made
        assert await broadcasts.content(tx, made.id) == {"en": [Call("sendMessage", {"text": "y"})]}
        broadcasts.discard_drafts(tx, 7)
        assert await broadcasts.draft_of(tx, 7) is None
        assert await broadcasts.content(tx, made.id) == {}
        assert await broadcasts.newest(tx, 9) == []
        assert (await broadcasts.create(tx, 7, "events", NOW)).id > made.id  # old buttons reach nothing new


AUDIENCES: list[tuple[list[Rule], set[int]]] = [
    ([], {10, 11, 12, 13}),
    ([Rule("language", ["en", "ar"])], {11}),
    ([Rule("area", ["n4"])], {10, 12}),  # 10 lives there, 12 has reported something there
    ([Rule("area", ["narmak_shomali"])], {10, 12}),
    ([Rule("area", ["n8"])], {11}),
    ([Rule("area", ["n4", "n8"])], {10, 11, 12}),
    ([Rule("active", 3)], {10, 11, 12}),
    ([Rule("interest", ["c_golshan"])], {11}),
    ([Rule("topic", ["polls"])], {10, 11, 12}),
    ([Rule("reporters", ["asphalt_patch"])], {12, 13}),
    ([Rule("area", ["n4"]), Rule("reporters", ["asphalt_patch"])], {12}),
    ([Rule("area", ["n8"]), Rule("language", ["fa"])], set()),
]


@pytest.mark.parametrize(("audience", "expected"), AUDIENCES, ids=[str(rule[0]) for rule in AUDIENCES])
async def test_an_audience_is_whoever_meets_all_its_rules(
    database: Database, audience: list[Rule], expected: set[int]
) -> None:
    async with database.transaction() as tx:
        city = await known_city(tx)
        kind = next(iter(city.kinds))
        await populate(tx, kind)
        audience = [Rule(rule.kind, [kind]) if rule.kind == "reporters" else rule for rule in audience]
        assert await rules.count(tx, audience, NOW) == len(expected)
        sample = await rules.samples(tx, audience, NOW)
        assert len(sample) == min(3, len(expected))
        assert set(await frozen(tx, await begun(tx, audience=audience))) == expected


async def populate(tx: Transaction, kind: str) -> None:
    people.put(tx, somebody(10, home="narmak_shomali"))
    people.put(tx, somebody(11, home="golshan", language="en"))
    people.put(tx, somebody(12))
    people.put(tx, somebody(13, seen=NOW - 10 * DAY))
    people.put(tx, somebody(14, away=1))
    people.put(tx, somebody(15, seen=0))  # is known from a group only
    topics.follow(tx, 11, ["c_golshan"], NOW)
    topics.turn_off(tx, 13, "polls", NOW)
    report = await reports.add(tx, reported(12, kind))
    assert report
    await history.add_supporter(tx, report, 13, NOW)


def reported(person: int, kind: str) -> reports.Report:
    return reports.Report(
        id=0, code="12345678", reporter=person, anonymous=0, category=kind, area="narmak_shomali", desk="n4", words="",
        landmark="", lat=None, lon=None, cell=None, cover=None, state="new", open=1, created=NOW, due=NOW, changed=NOW,
    )  # fmt: skip


async def test_a_sample_is_of_the_audience_and_not_always_the_same(database: Database) -> None:
    async with database.transaction() as tx:
        for number in range(1, 41):
            people.put(tx, somebody(number, language="en" if number % 2 else "fa", home=f"h{number}"))
        drawn = [await rules.samples(tx, [Rule("language", ["en"])], NOW) for _ in range(30)]
        assert all(len({each.home for each in sample}) == 3 for sample in drawn)
        assert {each.language for sample in drawn for each in sample} == {"en"}
        assert len({each.home for sample in drawn for each in sample}) > 9


async def test_whom_a_broadcast_has_reached_can_be_left_out(database: Database) -> None:
    async with database.transaction() as tx:
        for number in (10, 11, 12):
            people.put(tx, somebody(number))
        first = await begun(tx)
        await frozen(tx, first)
        await recipients.claim(tx, first, "me", NOW, 2)
        recipients.sent(tx, first.id, "me", [10])
        recipients.close(tx, first.id, "me", 11, "failed", "no")
        second = await begun(tx, audience=[Rule("unreached", first.id)])
        assert await rules.count(tx, second.audience, NOW) == 2
        assert await frozen(tx, second) == [11, 12]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_city_too_large_to_hash_is_not_gone_through_for_each_person(database: Database) -> None:
    """PostgreSQL does so for NOT IN (SELECT …), which takes it hours."""
    async with database.transaction() as tx:
        made = await broadcasts.create(tx, 1, "events", NOW)
        crowd = {"id": made.id, "now": NOW, "most": 6000}
        tx.execute(
            "INSERT INTO person (id, first_name, language, created, seen)"
            " SELECT number, 'P', 'fa', :now, :now FROM generate_series(1, :most) number",
            crowd,
        )
        tx.execute(
            "INSERT INTO recipient (broadcast_id, person_id, language, due, state, at)"
            " SELECT :id, number, 'fa', 0, 'sent', :now FROM generate_series(1, :most) number",
            crowd,
        )
        tx.execute("ANALYZE")
        tx.execute("SET LOCAL work_mem = '64kB'")
        held, parameters = rules.where([Rule("unreached", made.id)], NOW, whole=True)
        plan = await tx.fetch_all(f"EXPLAIN SELECT COUNT(*) FROM person p WHERE {held}", parameters)
    assert not [row[0] for row in plan if "SubPlan" in row[0]]


async def test_nobody_gets_what_they_have_turned_off(database: Database) -> None:
    async with database.transaction() as tx:
        people.put(tx, somebody(10))
        people.put(tx, somebody(11))
        topics.turn_off(tx, 10, "events", NOW)
        assert await frozen(tx, await begun(tx, "events")) == [11]
        assert await frozen(tx, await begun(tx, "polls")) == [10, 11]


async def test_whoever_has_left_when_their_turn_comes_is_written_down_as_such(database: Database) -> None:
    async with database.transaction() as tx:
        people.put(tx, somebody(10))
        people.put(tx, somebody(11))
        events, polls = await begun(tx, "events"), await begun(tx, "polls")
        await frozen(tx, events)
        await frozen(tx, polls)
        topics.turn_off(tx, 10, "events", NOW)
        people.mark_away(tx, 11, away=True)
        assert (await recipients.claim(tx, events, "me", NOW, 9)).people == []
        assert await recipients.counts(tx, events.id) == {"left": 1, "away": 1}
        assert [to.person_id for to in (await recipients.claim(tx, polls, "me", NOW, 9)).people] == [10]


async def test_people_who_have_left_hold_nobody_up(database: Database) -> None:
    """It is not dry while others wait, whatever has become of those whose turn it was."""
    async with database.transaction() as tx:
        for number in range(1, 2001):
            people.put(tx, somebody(number))
        made = await begun(tx)
        assert await service.freeze_some(tx, await known_city(tx), made, 0, service.always, NOW, step=None) is False
        for number in range(10, 2001, 10):
            people.mark_away(tx, number, away=True)
        claims = [await recipients.claim(tx, made, "me", NOW, 20) for _ in range(101)]
        assert [claim.dry for claim in claims] == [False] * 100 + [True]
        assert [len(claim.people) for claim in claims] == [18] * 100 + [0]
        assert await recipients.counts(tx, made.id) == {"sending": 1800, "away": 200}


async def test_the_list_is_written_in_steps_and_whole(database: Database) -> None:
    async with database.transaction() as tx:
        for number in range(100, 110):
            people.put(tx, somebody(number))
        made = await begun(tx)
        assert await service.freeze_some(tx, await known_city(tx), made, 0, service.always, NOW, step=3)
        half = await broadcasts.get(tx, made.id)
        assert half
        assert (half.state, half.frozen, half.frozen_to) == ("freezing", 3, 102)
        assert await frozen(tx, half) == list(range(100, 110))  # as after a restart
        whole = await broadcasts.get(tx, made.id)
        assert whole
        assert (whole.state, whole.frozen) == ("running", 10)


async def test_a_list_may_be_written_at_once(database: Database) -> None:
    async with database.transaction() as tx:
        for number in range(100, 110):
            people.put(tx, somebody(number))
        made = await begun(tx, audience=[Rule("people", [103, 108])])
        assert not await service.freeze_some(tx, await known_city(tx), made, 0, service.always, NOW, step=None)
        whole = await broadcasts.get(tx, made.id)
        assert whole
        assert (whole.state, whole.frozen) == ("running", 2)
        assert await recipients.counts(tx, made.id) == {"waiting": 2}


async def test_enough_is_enough_except_for_announcements(database: Database) -> None:
    async with database.transaction() as tx:
        people.put(tx, somebody(10))
        for _ in range(2):
            assert await frozen(tx, await begun(tx, "events"), cap=2) == [10]
        third = await begun(tx, "polls")
        assert await frozen(tx, third, cap=2) == []
        assert await recipients.counts(tx, third.id) == {"capped": 1}
        assert await frozen(tx, await begun(tx), cap=2) == [10]
        assert await frozen(tx, await begun(tx, "polls"), cap=2, now=NOW + 8 * DAY) == [10]


async def test_what_somebody_will_never_get_counts_for_no_limit(database: Database) -> None:
    async with database.transaction() as tx:
        for number in (10, 11):
            people.put(tx, somebody(number))
        assert await frozen(tx, await begun(tx, "events"), cap=1) == [10, 11]
        topics.turn_off(tx, 10, "events", NOW)
        polls = await begun(tx, "polls")
        assert await frozen(tx, polls, cap=1) == [10]
        assert await recipients.counts(tx, polls.id) == {"waiting": 1, "capped": 1}


async def test_what_has_arrived_counts_even_where_the_topic_is_off_since(database: Database) -> None:
    async with database.transaction() as tx:
        people.put(tx, somebody(10))
        events = await begun(tx, "events")
        await frozen(tx, events)
        await recipients.claim(tx, events, "me", NOW, 9)
        recipients.sent(tx, events.id, "me", [10])
        topics.turn_off(tx, 10, "events", NOW)
        assert await frozen(tx, await begun(tx, "polls"), cap=1) == []


async def test_sub_districts_take_their_turns(database: Database) -> None:
    async with database.transaction() as tx:
        city = await known_city(tx)
        homes = [next(iter(city.children(desk.code))) for desk in city.desks()]
        for number, home in enumerate(homes):
            people.put(tx, somebody(100 + number, home=home))
        people.put(tx, somebody(500))
        made = await begun(tx)
        made.spread = 9 * 3600
        await frozen(tx, made)
        assert [row.person_id for row in (await recipients.claim(tx, made, "me", NOW + 1, 100)).people] == [100]
        assert await recipients.next_due(tx, made.id) in range(NOW, NOW + 3601)
        claimed, _ = await recipients.claim(tx, made, "me", NOW + 9 * 3600, 100)
        assert {row.person_id for row in claimed} == {*range(101, 100 + len(homes)), 500}


async def test_a_row_is_claimed_once_and_a_dead_process_leaves_it_unsure(database: Database) -> None:
    async with database.transaction() as tx:
        for number in (10, 11, 12):
            people.put(tx, somebody(number, language="en"))
        made = await begun(tx)
        await frozen(tx, made)
        first, _ = await recipients.claim(tx, made, "dead", NOW, 2)
        assert {(row.person_id, row.language) for row in first} == {(10, "en"), (11, "en")}
        recipients.sent(tx, made.id, "dead", [10])
        assert [row.person_id for row in (await recipients.claim(tx, made, "alive", NOW, 2)).people] == [12]
        assert await recipients.adopt(tx, "alive") == 1
        assert await recipients.counts(tx, made.id) == {"sent": 1, "unsure": 1, "sending": 1}
        assert await recipients.is_under_way(tx, made.id)
        recipients.close(tx, made.id, "alive", 12, "failed", "Bad Request: nothing")
        assert not await recipients.is_under_way(tx, made.id)
        assert await recipients.reasons(tx, made.id, 5) == [("Bad Request: nothing", 1)]
        assert not await recipients.again(tx, made.id, "failed", NOW + 1, NOW + 1, 5)
        assert await recipients.next_due(tx, made.id) == 0


async def test_an_old_outcome_changes_nothing(database: Database) -> None:
    """Of a process that has lost the lease meanwhile."""
    async with database.transaction() as tx:
        people.put(tx, somebody(10))
        made = await begun(tx)
        await frozen(tx, made)
        await recipients.claim(tx, made, "former", NOW, 1)
        assert await recipients.adopt(tx, "present") == 1
        recipients.close(tx, made.id, "former", 10, "waiting", "")
        recipients.sent(tx, made.id, "former", [10])
        assert await recipients.counts(tx, made.id) == {"unsure": 1}


async def test_places_follow_a_group_that_became_a_supergroup(database: Database) -> None:
    """Not those of another group whose number begins alike, nor what has been posted already."""
    async with database.transaction() as tx:
        made = {state: await broadcasts.create(tx, number, "events", NOW) for number, state in enumerate(MOVING)}
        for state, each in made.items():
            each.state, each.places = state, [Place(-100, 3), Place(-1001), Place(-100)]
            broadcasts.put(tx, each, NOW)
        broadcasts.move_chat(tx, -100, -2002)
        found = {state: await broadcasts.get(tx, each.id) for state, each in made.items()}
    moved = {state for state, each in found.items() if each and each.places[::2] == [Place(-2002, 3), Place(-2002)]}
    assert moved == {"draft", "confirming", "scheduled"}
    assert all(each and each.places[1] == Place(-1001) for each in found.values())


MOVING = ("draft", "confirming", "scheduled", "running", "done")


async def test_whoever_left_is_reached_by_no_second_try(database: Database) -> None:
    async with database.transaction() as tx:
        for number in (10, 11, 12):
            people.put(tx, somebody(number))
        made = await begun(tx, "events")
        await frozen(tx, made)
        await recipients.claim(tx, made, "me", NOW, 9)
        topics.turn_off(tx, 12, "events", NOW)  # while it is under way
        for number in (10, 11):
            recipients.close(tx, made.id, "me", number, "failed", "x")
        recipients.close(tx, made.id, "me", 12, "waiting", "Flood control")
        assert (await recipients.claim(tx, made, "me", NOW, 9)).people == []
        assert await broadcasts.end(tx, made.id, NOW)
        topics.turn_off(tx, 10, "events", NOW)
        people.mark_away(tx, 11, away=True)
        await service.send_again(tx, made.id, "failed", 1, NOW)  # in the same second
        again = await broadcasts.get(tx, made.id)
        assert again
        assert not await service.retry_some(tx, again, NOW)
        assert (await recipients.claim(tx, made, "me", NOW, 9)).people == []
        assert await recipients.counts(tx, made.id) == {"left": 2, "away": 1}


async def test_nothing_ends_before_everybody_has_had_their_turn(database: Database) -> None:
    async with database.transaction() as tx:
        people.put(tx, somebody(10))
        made = await begun(tx)
        await frozen(tx, made)
        assert not await broadcasts.end(tx, made.id, NOW)
        await recipients.claim(tx, made, "me", NOW, 9)
        assert not await broadcasts.end(tx, made.id, NOW)
        recipients.close(tx, made.id, "me", 10, "waiting", "Flood control")
        await service.cancel(tx, made.id, 1, NOW)
        assert await broadcasts.end(tx, made.id, NOW)


async def test_those_who_failed_wait_again_in_steps_and_once(database: Database) -> None:
    async with database.transaction() as tx:
        for number in range(10, 15):
            people.put(tx, somebody(number))
        made = await begun(tx)
        await frozen(tx, made)
        for to in (await recipients.claim(tx, made, "me", NOW, 9)).people:
            recipients.close(tx, made.id, "me", to.person_id, "failed", "x")
        await broadcasts.end(tx, made.id, NOW)
        await service.send_again(tx, made.id, "failed", 1, NOW + 5)
        again = await broadcasts.get(tx, made.id)
        assert again
        assert await service.retry_some(tx, again, NOW + 5, step=3)
        for to in (await recipients.claim(tx, made, "me", NOW + 6, 9)).people:
            recipients.close(tx, made.id, "me", to.person_id, "failed", "once more")
        assert not await service.retry_some(tx, again, NOW + 7, step=3)
        assert await recipients.counts(tx, made.id) == {"failed": 3, "waiting": 2}


async def test_what_was_cancelled_does_not_count_for_the_week(database: Database) -> None:
    async with database.transaction() as tx:
        people.put(tx, somebody(10))
        made = await begun(tx, "events")
        await frozen(tx, made)
        await service.cancel(tx, made.id, 1, NOW)
        assert await frozen(tx, await begun(tx, "polls"), cap=1) == [10]


async def test_turns_are_counted_from_the_beginning_and_not_in_quiet_hours(database: Database) -> None:
    """Planned for the night, begun at eight, and quiet again after ten hours for as long as fourteen."""
    morning = NOW + 9 * 3600

    def quiet(at: int) -> int:
        hour = (at - morning) % DAY
        return DAY - hour if hour >= 10 * 3600 else 0

    async with database.transaction() as tx:
        for number, desk in enumerate((await known_city(tx)).desks()):
            people.put(tx, somebody(100 + number, home=desk.code))
        made = await begun(tx)
        made.spread, made.start_at, made.started = 18 * 3600, NOW, morning
        await frozen(tx, made, now=morning, quiet=quiet)
        turns = [(due - morning) // 3600 for due in await dues(tx, made.id)]
        assert turns == [0, 2, 4, 6, 8, 24, 26, 28, 30]


async def dues(tx: Transaction, number: int) -> list[int]:
    rows = await tx.fetch_all("SELECT due FROM recipient WHERE broadcast_id = :id ORDER BY due", {"id": number})
    return [row[0] for row in rows]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_two_leaders_at_once_claim_different_people(database: Database) -> None:
    async with database.transaction() as tx:
        for number in range(10, 20):
            people.put(tx, somebody(number))
        made = await begun(tx)
        await frozen(tx, made)

    async def claim(tx: Transaction, owner: str) -> list[int]:
        found, _ = await recipients.claim(tx, made, owner, NOW, 4)
        await tx.flush()
        return [to.person_id for to in found]

    async with database.transaction() as one, database.transaction() as other:
        assert await claim(one, "A") == [10, 11, 12, 13]
        assert await claim(other, "B") == [14, 15, 16, 17]


def test_the_folder_has_a_rule_in_each_file() -> None:
    files = {path.stem for path in Path(rules.__file__).parent.glob("[a-z]*.py")} - {"rules"}
    assert set(rules.CONDITIONS) == files
