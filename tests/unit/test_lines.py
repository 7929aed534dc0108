"""Letters in memory: nobody's overtake each other, answers overtake everything else, and none is lost."""

import itertools
from dataclasses import dataclass, field

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.limiter import Limiter, Pace
from bot.lines import LONGEST_REST, Lines
from storage.outbox import ANSWER, BULK, NOTICE, STRIPS, Letter

LANES = (ANSWER, NOTICE, BULK)
NUMBERS = itertools.count(1)
FREE = Pace(rate=10**6, steady=None, group=None)


def letter(chat: int, lane: int = NOTICE, number: int | None = None, **more: str | None) -> Letter:
    return Letter(
        next(NUMBERS) if number is None else number, lane, chat, more.pop("method", None) or "sendMessage", {}, **more
    )


def lines(pace: Pace = FREE) -> Lines:
    return Lines(Limiter(pace))


def drain(waiting: Lines, now: float = 0.0) -> list[Letter]:
    """Send all that may go, one behind the other."""
    sent = []
    while found := waiting.next(now):
        sent.append(found)
        waiting.done(found.chat_id)
    return sent


def test_letters_to_a_chat_go_one_at_a_time_and_in_order() -> None:
    waiting = lines()
    first, second = letter(1), letter(1)
    for each in (first, second):
        waiting.add(each)
    assert waiting.next(0) is first
    assert waiting.next(0) is None
    waiting.done(1)
    assert waiting.next(0) is second


def test_older_letters_that_come_later_go_first() -> None:
    """They come from the database, where they waited."""
    waiting = lines()
    for number in (10, 1, 3, 2, 12, 11):
        waiting.add(letter(1, number=number))
    assert [each.id for each in drain(waiting)] == [1, 2, 3, 10, 11, 12]


def test_a_higher_lane_goes_first_whatever_the_chat() -> None:
    waiting = lines()
    for chat, lane in ((1, BULK), (2, NOTICE), (3, ANSWER), (1, ANSWER), (3, BULK)):
        waiting.add(letter(chat, lane))
    sent = [(each.chat_id, each.lane) for each in drain(waiting)]
    assert sorted(sent[:2]) == [(1, ANSWER), (3, ANSWER)]
    assert sent[2] == (2, NOTICE)
    assert sorted(sent[3:]) == [(1, BULK), (3, BULK)]


def test_the_last_edit_of_those_that_wait_is_enough() -> None:
    waiting = lines()
    first, second = letter(1, edits="card"), letter(1, edits="card")
    assert waiting.add(first) is None
    assert waiting.add(second) is first
    assert waiting.add(letter(1, edits="another")) is None
    assert waiting.waiting == 2
    assert drain(waiting)[0] is second


def test_an_older_edit_that_comes_later_supersedes_no_newer_one() -> None:
    waiting = lines()
    older, newer = letter(1, edits="card"), letter(1, edits="card")
    assert waiting.add(newer) is None
    assert waiting.add(older) is None
    assert drain(waiting) == [older, newer]


def test_an_edit_under_way_is_not_superseded() -> None:
    waiting = lines()
    first, second = letter(1, edits="card"), letter(1, edits="card")
    waiting.add(first)
    assert waiting.next(0) is first
    assert waiting.add(second) is None


def test_an_edit_of_the_buttons_supersedes_no_edit_of_the_text_but_is_superseded_by_one() -> None:
    waiting = lines()
    text, strips, again = letter(1, edits="card"), letter(1, edits="card", method=STRIPS), letter(1, edits="card")
    waiting.add(text)
    assert waiting.add(strips) is None
    assert waiting.add(again) is text
    waiting = lines()
    waiting.add(strips)
    assert waiting.add(again) is strips


def test_an_edit_of_the_message_before_is_still_made_when_another_has_taken_its_name() -> None:
    waiting = lines()
    strips, message, text = letter(1, edits="card", method=STRIPS), letter(1, about="card"), letter(1, edits="card")
    for each in (strips, message, text):
        assert waiting.add(each) is None
    again = letter(1, edits="card")
    assert waiting.add(again) is text
    assert drain(waiting) == [strips, message, again]


def test_an_edit_in_a_faster_lane_waits_for_its_message() -> None:
    waiting = lines()
    card, edit = letter(1, NOTICE, about="card"), letter(1, ANSWER, edits="card")
    waiting.add(card)
    waiting.add(edit)
    assert drain(waiting) == [card, edit]


def test_an_edit_that_came_before_its_message_lets_it_pass() -> None:
    waiting = lines()
    card, edit = letter(1, NOTICE, about="card"), letter(1, ANSWER, edits="card")
    waiting.add(edit)
    waiting.add(card)
    assert drain(waiting) == [card, edit]


def test_an_edit_whose_message_is_still_to_come_lets_everything_pass() -> None:
    waiting = lines()
    edit, other = letter(1, ANSWER, edits="card"), letter(1, NOTICE)
    waiting.add(edit)
    waiting.add(other)
    assert waiting.next(0) is edit
    waiting.step_back(edit, 0.0)
    assert drain(waiting) == [other, edit]


def test_after_a_failure_a_chat_rests_longer_each_time_and_others_do_not() -> None:
    waiting, now, rests = lines(), 0.0, []
    troubled = letter(1)
    waiting.add(troubled)
    for _ in range(12):
        assert waiting.next(now) is troubled
        waiting.retry(troubled, now)
        waiting.add(letter(2))
        assert [each.chat_id for each in drain(waiting, now)] == [2]
        pause = waiting.pause(now)
        assert pause is not None
        rests.append(round(pause, 6))
        now += pause + 1e-6
    assert rests[:4] == [0.5, 1.0, 2.0, 4.0]
    assert rests[-1] == LONGEST_REST
    assert waiting.next(now) is troubled
    waiting.done(1)
    waiting.add(troubled)
    assert waiting.next(now) is troubled
    waiting.retry(troubled, now)
    assert waiting.next(now) is None
    assert waiting.pause(now) == 0.5


def test_a_chat_that_is_gone_gives_its_letters_back() -> None:
    waiting = lines()
    mine, other = [letter(1, lane) for lane in LANES], letter(2)
    for each in (*mine, other):
        waiting.add(each)
    assert waiting.take_all(1) == mine
    assert waiting.waiting == 1
    assert drain(waiting) == [other]


def test_a_line_that_waits_for_its_chat_does_not_grow_the_list_of_those_at_rest() -> None:
    waiting = lines(Pace(rate=10**6, steady=1.0, burst=1, group=None))
    for _ in range(100):
        waiting.add(letter(1))
        if found := waiting.next(0):
            waiting.done(found.chat_id)
    assert len(waiting._resting) == 1


@dataclass
class Model:
    """What is known from outside: what waits, and what is under way."""

    waiting: set[int] = field(default_factory=set)
    under_way: dict[int, Letter] = field(default_factory=dict)
    sent: list[Letter] = field(default_factory=list)


class LinesMachine(RuleBasedStateMachine):
    """Whatever happens in whatever order."""

    chats = st.sampled_from([1, 2, -1])

    @initialize(steady=st.sampled_from([None, 1.0]), group=st.sampled_from([None, 3]))
    def begin(self, steady: float | None, group: int | None) -> None:
        self.lines = lines(Pace(rate=50, steady=steady, burst=3, group=group))
        self.model, self.now, self.number = Model(), 0.0, 0
        self.plain: dict[tuple[int, int], int] = {}

    @rule(
        chat=chats,
        lane=st.sampled_from(LANES),
        name=st.sampled_from([None, "a", "b"]),
        kind=st.sampled_from(["about", "edits"]),
    )
    def add(self, chat: int, lane: int, name: str | None, kind: str) -> None:
        self.number += 1
        made = letter(chat, lane, self.number, **({kind: f"{chat}{name}"} if name else {}))
        superseded = self.lines.add(made)
        self.model.waiting.add(made.id)
        if superseded:
            self.model.waiting.remove(superseded.id)

    @rule(seconds=st.sampled_from([0.0, 0.1, 1.0, 61.0]))
    def next(self, seconds: float) -> None:
        self.now += seconds
        found = self.lines.next(self.now)
        if found is None:
            return
        assert found.chat_id not in self.model.under_way
        self.model.waiting.remove(found.id)
        self.model.under_way[found.chat_id] = found

    @precondition(lambda self: self.model.under_way)
    @rule(data=st.data(), how=st.sampled_from(["done", "again", "retry", "step_back"]))
    def end(self, data: st.DataObject, how: str) -> None:
        ended = self.model.under_way.pop(data.draw(st.sampled_from(sorted(self.model.under_way))))
        if how == "done":
            self.lines.done(ended.chat_id)
            self.model.sent.append(ended)
            return
        self.model.waiting.add(ended.id)
        if how == "again":
            self.lines.again(ended)
        elif how == "retry":
            self.lines.retry(ended, self.now)
        else:
            self.lines.step_back(ended, self.now)

    @rule(chat=chats)
    def take_all(self, chat: int) -> None:
        for each in self.lines.take_all(chat):
            self.model.waiting.remove(each.id)
        self.model.under_way.pop(chat, None)

    @invariant()
    def nothing_is_lost(self) -> None:
        if hasattr(self, "lines"):
            assert self.lines.waiting == len(self.model.waiting)

    def teardown(self) -> None:
        """All that waits goes out in the end, when time passes and nothing fails."""
        if not hasattr(self, "lines"):
            return
        for chat in self.model.under_way:
            self.lines.done(chat)
        sent: set[int] = set()
        while len(sent) < len(self.model.waiting):
            found = self.lines.next(self.now)
            if found:
                sent.add(found.id)
                self.lines.done(found.chat_id)
                continue
            pause = self.lines.pause(self.now)
            assert pause is not None
            self.now += pause + 1e-6
        assert sent == self.model.waiting
        assert self.lines.next(self.now + 100) is None


TestLines = LinesMachine.TestCase
TestLines.settings = settings(max_examples=150, stateful_step_count=40)


def test_what_takes_the_buttons_off_makes_no_edit_of_the_words_needless() -> None:
    waiting = lines()
    words, buttons, again = (letter(1, edits="card", method=each) for each in ("editMessageCaption", STRIPS, STRIPS))
    assert waiting.add(words) is None
    assert waiting.add(buttons) is None
    assert waiting.add(again) is buttons
    assert drain(waiting) == [words, again]


def test_an_edit_of_the_words_makes_that_of_the_buttons_needless() -> None:
    waiting = lines()
    buttons, words = (letter(1, edits="card", method=each) for each in (STRIPS, "editMessageCaption"))
    assert waiting.add(buttons) is None
    assert waiting.add(words) is buttons
    assert drain(waiting) == [words]
