"""What is put into the memory comes out of it again, from both databases alike."""

import pytest

from storage import errands, facts, history, organisation, outbox, people, posts, reports, updates
from storage.database import Database
from storage.errands import Errand
from storage.history import Entry, Media, Question
from storage.organisation import Binding
from storage.outbox import ANSWER, BULK, FAILED, NOTICE, SENDING, UNSURE, URGENT, WAITING, Letter
from storage.people import Dialogue, Invite, Person, Role
from storage.reports import Report
from storage.rows import several

NOW = 1_800_000_000
LALEH, ALI = 7_000_000_001, 7_000_000_002
POEM = "بنی‌آدم اعضای یکدیگرند\n«نقل» % ' \" ; -- :name \\ 🙂"


def person(number: int, **more: object) -> Person:
    given = {"first_name": "لاله", "language": "fa", "away": 0, "created": NOW}
    return Person(number, **{**given, **more})  # type: ignore[arg-type]


def report(code: str = "12345678", **more: object) -> Report:
    given = {
        "id": 0, "code": code, "reporter": LALEH, "anonymous": 0, "category": "roads.pothole", "area": "narmak_shomali",
        "desk": "n4", "words": POEM, "landmark": "", "lat": 35.7364, "lon": 51.5046, "cell": 77, "cover": None,
        "state": "new", "open": 1, "created": NOW, "due": NOW + 86400, "changed": NOW,
    }  # fmt: skip
    return Report(**{**given, **more})  # type: ignore[arg-type]


@pytest.fixture
async def known(database: Database) -> Database:
    """Two people whom reports may refer to."""
    async with database.transaction() as tx:
        people.put(tx, person(LALEH))
        people.put(tx, person(ALI, first_name="علی"))
    return database


async def test_facts(database: Database) -> None:
    async with database.transaction() as tx:
        assert await facts.get(tx, "a") is None
        facts.put(tx, "a", POEM, NOW)
        facts.put(tx, "a", "new", NOW + 1)
        assert await facts.get(tx, "a") == ("new", NOW + 1)


async def test_people_with_their_dialogues_and_drafts(database: Database) -> None:
    async with database.transaction() as tx:
        people.put(tx, person(LALEH))
        people.put(tx, person(LALEH, first_name=POEM, language="en", away=1, created=5))
        people.put_dialogue(tx, LALEH, Dialogue("step", {"x": [1, POEM]}), NOW)
        people.put_draft(tx, LALEH, {"words": {"1": POEM}}, NOW)
    async with database.transaction() as tx:
        found = await people.callers(tx, [LALEH, ALI])
        assert set(found) == {LALEH}
        caller = found[LALEH]
        assert caller.person == person(LALEH, first_name=POEM, language="en", away=1)
        assert caller.dialogue == Dialogue("step", {"x": [1, POEM]})
        assert (caller.draft, caller.draft_changed) == ({"words": {"1": POEM}}, NOW)
        people.put_dialogue(tx, LALEH, Dialogue(), NOW)
        people.put_draft(tx, LALEH, None, NOW)
        people.mark_away(tx, LALEH, away=False)
        (again,) = (await people.callers(tx, [LALEH])).values()
        assert (again.dialogue, again.draft) == (Dialogue(), None)
        assert again.person
        assert again.person.away == 0
        assert await people.get(tx, ALI) is None


async def test_drafts_are_forgotten_when_they_are_old(known: Database) -> None:
    async with known.transaction() as tx:
        people.put_draft(tx, LALEH, {"a": 1}, NOW)
        people.put_draft(tx, ALI, {"a": 1}, NOW + 2)
        people.forget_drafts(tx, NOW + 1)
        found = await people.callers(tx, [LALEH, ALI])
        assert (found[LALEH].draft, found[ALI].draft) == (None, {"a": 1})


async def test_roles_and_invitations(known: Database) -> None:
    role = Role(ALI, "manager", "n4", LALEH, NOW)
    async with known.transaction() as tx:
        people.grant(tx, role)
        people.grant(tx, role)
        assert await people.roles_of(tx, ALI) == [role]
        assert [found for found, _ in await people.all_roles(tx)] == [role]
        assert await people.revoke(tx, ALI, "manager", "n4")
        assert not await people.revoke(tx, ALI, "manager", "n4")
        people.put_invite(tx, Invite("digest", "manager", "n4", LALEH, NOW, NOW + 10))
        assert await people.use_invite(tx, "digest", ALI, NOW + 10) is None
        used = await people.use_invite(tx, "digest", ALI, NOW + 9)
        assert used
        assert (used.used_by, used.used_at) == (ALI, NOW + 9)
        assert await people.use_invite(tx, "digest", LALEH, NOW + 9) is None
        people.note(tx, LALEH, "grant", POEM, NOW)


async def test_reports(known: Database) -> None:
    async with known.transaction() as tx:
        number = await reports.add(tx, report())
        assert number
        assert await reports.add(tx, report()) is None  # the code is taken
        filed = report(id=number)
        assert await reports.get(tx, number) == filed
        assert await reports.get(tx, number, lock=True) == filed
        assert await reports.by_code(tx, "12345678") == filed
        assert await reports.several_reports(tx, [number, 99]) == {number: filed}
        filed.state, filed.worker, filed.card, filed.card_chat = "claimed", ALI, 1, -5
        reports.save(tx, filed)
        reports.hang(tx, filed)
        assert await reports.get(tx, number) == filed
        assert await reports.with_card_in(tx, -5) == [filed]
        assert await reports.filed_since(tx, LALEH, NOW - 1, NOW) == (1, 0)
        assert [near.id for near in await reports.nearby(tx, "roads.pothole", [76, 77], NOW - 1)] == [number]
        assert await reports.nearby(tx, "roads.pothole", [76, 78], NOW - 1) == []
        assert await reports.nearby(tx, "roads.pothole", [77], NOW) == []


async def test_lists_of_reports(known: Database) -> None:
    async with known.transaction() as tx:
        for place in range(5):
            await reports.add(tx, report(f"code{place}", due=NOW + place, created=NOW + place, open=int(place != 3)))
        ids = [found.id for found in await reports.open_at(tx, ["n4", "n8"], 10)]
        assert len(ids) == 4
        assert [found.id for found in await reports.open_at(tx, ["n4"], 2, 1)] == ids[1:3]
        assert [found.id for found in await reports.open_at(tx, ["n4"], 9, due_before=NOW + 2)] == ids[:2]
        assert await reports.open_by_state(tx, ["n4"], NOW + 2) == [("new", 4, 2)]
        await history.add_supporter(tx, ids[0], ALI, NOW)
        assert [found.id for found in await reports.followed_by(tx, ALI, 9)] == ids[:1]
        assert len(await reports.followed_by(tx, LALEH, 9)) == 5
        assert len(await reports.followed_by(tx, LALEH, 9, 3)) == 2
        for at in (NOW, NOW + 1, NOW + 10):
            history.add_entry(tx, Entry(0, ids[0], at, ALI, "done", "new", "done", "", public=1))
        assert await reports.taken(tx, ["n4"], "done", NOW, NOW + 10) == 1
        assert await reports.taken(tx, ["n8"], "done", NOW, NOW + 10) == 0
        assert [found.id for found in await reports.without_card(tx, 2)] == ids[:2]


async def test_what_belongs_to_a_report(known: Database) -> None:
    async with known.transaction() as tx:
        number = await reports.add(tx, report())
        assert number
        history.add_media(tx, Media(0, number, "photo", "file", "unique", "filed", LALEH, NOW))
        history.add_entry(tx, Entry(0, number, NOW, LALEH, "file", "", "new", POEM, public=1))
        (media,), (entry,) = await history.media_of(tx, [number]), await history.entries(tx, number)
        assert (media.file_id, entry.note) == ("file", POEM)
        assert await history.add_supporter(tx, number, ALI, NOW)
        assert not await history.add_supporter(tx, number, ALI, NOW)
        assert await history.supporters(tx, number) == [ALI]
        asked = await history.ask(tx, Question(0, number, ALI, "کجا؟", NOW))
        history.answer(tx, asked, POEM, NOW + 1)
        found = await history.question(tx, asked)
        assert found
        assert (found.words, found.answer, found.answered_at) == ("کجا؟", POEM, NOW + 1)


async def test_bindings_follow_their_chat_and_go_with_it(known: Database) -> None:
    async with known.transaction() as tx:
        for area, thread in (("n4", 5), ("n8", 6), ("n1", 5)):
            organisation.bind(tx, Binding(area, -1, thread, "t", ALI, NOW))
        organisation.bind(tx, Binding("n1", -2, 0, "t", ALI, NOW))
        number = await reports.add(tx, report(card=1, card_chat=-1))
        assert number
        outbox.add(tx, Letter(1, NOTICE, -1, "sendMessage", {}))
        organisation.move_chat(tx, -1, -100)
        assert {(each.area, each.chat_id) for each in await organisation.bindings(tx)} == {
            ("n4", -100), ("n8", -100), ("n1", -2),
        }  # fmt: skip
        assert [each.id for each in await reports.with_card_in(tx, -100)] == [number]
        assert [each.chat_id for each in await outbox.claim(tx, "me", NOW, 5)] == [-100]
        assert await organisation.unbind(tx, -100, 5) == ["n4"]
        assert await organisation.unbind(tx, -100) == ["n8"]
        assert await organisation.unbind(tx, -100) == []


async def test_posts(database: Database) -> None:
    async with database.transaction() as tx:
        posts.add(tx, 1, 10, "card:1", NOW)
        posts.add(tx, 1, 11, "card:1", NOW)
        posts.add(tx, 2, 10, "card:2", NOW)
        assert await posts.find(tx, ["card:1", "card:2", "card:3"]) == {"card:1": (1, 11), "card:2": (2, 10)}
        assert await posts.about(tx, 1, 10) == "card:1"
        assert await posts.about(tx, 1, 12) is None
        posts.forget_chat(tx, 2)
        posts.forget(tx, "card:1")
        assert await posts.find(tx, ["card:1", "card:2"]) == {}


async def test_updates(database: Database) -> None:
    async with database.transaction() as tx:
        assert await updates.mark_seen(tx, [1, 2], NOW) == {1, 2}
        assert await updates.mark_seen(tx, [2, 3], NOW + 5) == {3}
        assert await updates.mark_seen(tx, [], NOW) == set()
        updates.forget_seen(tx, NOW + 1)
        assert await updates.mark_seen(tx, [1, 3], NOW) == {1}
        hostile = {"update_id": 7, "message": "\ud800\x00"}
        number = await updates.set_aside(tx, hostile, "Error: x", "trace", NOW)
        (aside,) = await updates.all_set_aside(tx)
        assert await updates.count_set_aside(tx) == 1
        assert (aside.id, aside.update_id, aside.content) == (number, 7, hostile)
        updates.mark_replayed(tx, number)
        assert await updates.all_set_aside(tx) == []


async def test_errands(database: Database) -> None:
    async with database.transaction() as tx:
        first, second = Errand("a", "tidy", {"x": POEM}, NOW), Errand("b", "tidy", {}, NOW + 1)
        for each in (second, first, Errand("a", "other", {}, NOW - 5)):
            errands.leave(tx, each)
        assert await errands.next_due(tx) == NOW
        taken = await errands.take(tx, NOW + 1)
        assert taken
        assert (taken.name, taken.arguments, taken.kind) == ("a", {"x": POEM}, "tidy")
        other = await errands.take(tx, NOW + 1)
        assert other
        assert await errands.take(tx, NOW + 1) is None
        errands.put_off(tx, other, NOW + 9, "due", NOW)
        again = await errands.take(tx, NOW + 9)
        assert again
        assert again.attempts == 1
        errands.put_off(tx, again, NOW + 9, "failed", NOW)
        assert [each.name for each in await errands.failed(tx)] == ["b"]
        errands.forget(tx, NOW + 100)
        assert await errands.next_due(tx) is None
        assert [each.name for each in await errands.failed(tx)] == ["b"]


def letter(number: int, lane: int = NOTICE, **more: object) -> Letter:
    return Letter(number, lane, 1, "sendMessage", {"text": POEM}, created=NOW, **more)  # type: ignore[arg-type]


async def test_letters_are_claimed_by_lane_and_age(database: Database) -> None:
    async with database.transaction() as tx:
        for each in (letter(1, BULK), letter(2), letter(3, ANSWER), letter(4, ANSWER), letter(5, due=NOW + 1)):
            outbox.add(tx, each)
        claimed = await outbox.claim(tx, "me", NOW, 3)
        assert [(each.id, each.owner, each.attempts) for each in claimed] == [(3, "me", 0), (4, "me", 0), (2, "me", 0)]
        assert claimed[0].parameters == {"text": POEM}
        assert [each.id for each in await outbox.claim(tx, "me", NOW, 3)] == [1]
        assert await outbox.begin(tx, [1, 2, 5], "me") == {1, 2}
        assert await outbox.begin(tx, [1], "me") == set()
        assert await outbox.begin(tx, [3], "somebody else") == set()
        outbox.stay(tx, 2, 0, "not yet")
        outbox.give_back(tx, 2, "me", 0)
        outbox.give_back(tx, 1, "me", 0)  # under way: not to be given back
        assert [each.id for each in await outbox.claim(tx, "me", NOW, 3)] == [2]
        outbox.sent(tx, [3, 4])
        outbox.close(tx, 2, FAILED, POEM)
        assert await outbox.counts(tx) == {"sending": 1, WAITING: 1, FAILED: 1}
        outbox.forget(tx, NOW + 1)
        assert await outbox.counts(tx) == {"sending": 1, WAITING: 1}
        assert sorted(await outbox.held_by(tx, "me", NOW + 1)) == [1]


async def test_a_dead_process_s_letters_wait_again_or_are_unsure(database: Database) -> None:
    dead, mine = {"owner": "dead", "state": "held"}, {"owner": "me", "state": "held"}
    under_way = {"owner": "dead", "state": "sending"}
    async with database.transaction() as tx:
        outbox.add(tx, letter(1, attempts=4, **dead))
        outbox.add(tx, letter(2, attempts=5, **under_way))
        outbox.add(tx, letter(3, BULK, **dead))
        outbox.add(tx, letter(4, BULK, attempts=1, **under_way))
        outbox.add(tx, letter(5, URGENT, **dead))
        outbox.add(tx, letter(6, URGENT, attempts=1, about="place:1:-1:0", **under_way))
        outbox.add(tx, letter(7, attempts=1, **mine))
        outbox.add(tx, letter(8, URGENT, attempts=1, owner="me", state="sending"))
        assert await outbox.adopt(tx, "me", 5) == (3, 3)
        assert await outbox.counts(tx) == {WAITING: 3, UNSURE: 3, "held": 1, "sending": 1}
        outbox.recover(tx, [7, 8], "me")
        assert await outbox.counts(tx) == {WAITING: 4, UNSURE: 4}
        names = ["place:1:-1:0", "place:1:-2:0"]
        assert [each.id for each in await outbox.doubtful(tx, names)] == [6]
        assert [await outbox.again(tx, name, NOW) for name in names] == [1, 0]
        assert await outbox.doubtful(tx, names) == []
        assert (await outbox.claim(tx, "me", NOW, 9))[-1].attempts == 0


async def test_what_may_go_now_is_counted_by_its_lane(database: Database) -> None:
    async with database.transaction() as tx:
        for each in (
            letter(1),
            letter(2, BULK),
            letter(3, due=NOW + 1),
            letter(4, state=SENDING),
            letter(5, state=FAILED),
        ):
            outbox.add(tx, each)
        assert await outbox.count_due(tx, NOW, [NOTICE]) == 2
        assert await outbox.count_due(tx, NOW, [NOTICE, BULK]) == 3
        assert await outbox.count_due(tx, NOW + 1, [NOTICE, BULK]) == 4


async def test_waiting_edits_collapse_and_pending_messages_are_known(database: Database) -> None:
    async with database.transaction() as tx:
        outbox.add(tx, letter(1, about="card:1"))
        outbox.add(tx, letter(2, edits="card:1"))
        outbox.add(tx, letter(3, edits="card:1"))
        assert await outbox.counts(tx) == {WAITING: 2}
        strips = letter(4, edits="card:1")
        strips.method = outbox.STRIPS
        outbox.add(tx, strips)
        assert await outbox.counts(tx) == {WAITING: 3}
        assert await outbox.pending(tx, ["card:1", "card:2"])
        outbox.drop_chat(tx, 1, "gone")
        assert not await outbox.pending(tx, ["card:1"])
        assert await outbox.counts(tx) == {FAILED: 3}


async def test_an_edit_of_the_message_before_is_kept_when_another_takes_its_name(database: Database) -> None:
    async with database.transaction() as tx:
        for number, name in enumerate(("edits", "about", "edits", "edits")):
            outbox.add(tx, letter(number, **{name: "card:1"}))
        assert [each.id for each in await outbox.claim(tx, "me", NOW, 9)] == [0, 1, 3]


def test_numbers_of_letters_only_ever_ascend() -> None:
    made = [outbox.new_id() for _ in range(20_000)]
    assert made == sorted(set(made))
    assert made[-1] < 2**63


def test_lists_are_filled_up_to_few_lengths() -> None:
    assert several("n", []) == ("(NULL)", {})
    assert several("n", [7]) == ("(:n0)", {"n0": 7})
    text, parameters = several("n", [1, 2, 3])
    assert text == "(:n0, :n1, :n2, :n3)"
    assert list(parameters.values()) == [1, 2, 3, 3]
