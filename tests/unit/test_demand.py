"""Requests for much the same are put together, and no others."""

from services.demand import Group, grouped
from storage.demand import OPEN, Demand


def asked(*words: str, centre: str = "c_golshan", kind: str = "class") -> list[Demand]:
    return [
        Demand(number, 100 + number, centre, kind, "women", said, OPEN, None, number)
        for number, said in enumerate(words, start=1)
    ]


def sizes(groups: list[Group]) -> list[int]:
    return [len(group.demands) for group in groups]


def test_spellings_and_further_words_make_no_other_request() -> None:
    same = asked("کلاس خیاطی", "كلاس خياطي", "کلاسِ خیاطی برای مبتدی‌ها", "کلاس   خیاطی!", "عصرها کلاس خیاطی بگذارید")
    assert sizes(grouped(same)) == [5]
    assert sizes(grouped(same[::-1])) == [5]
    assert sizes(grouped(asked("سالن فوتسال برای نوجوانان", "فوتسال نوجوانان، آخر هفته"))) == [2]
    assert sizes(grouped(asked("Pottery for children", "pottery class, please!"))) == [2]
    assert sizes(grouped(asked("دورة الخياطة للنساء", "نريد دورة الخياطه"))) == [2]


def test_other_things_are_other_requests() -> None:
    assert sizes(grouped(asked("کلاس خیاطی", "کلاس شطرنج", "یوگای صبحگاهی", "پیاده‌روی صبحگاهی"))) == [1, 1, 1, 1]
    assert sizes(grouped(asked("برنامه برای کودکان", "آموزش رباتیک به کودکان"))) == [1, 1]


def test_centres_and_kinds_are_kept_apart() -> None:
    demands = asked("نقاشی") + asked("نقاشی", centre="c_eshragh") + asked("نقاشی", kind="workshop")
    assert sizes(grouped(demands)) == [1, 1, 1]


def test_whoever_asks_twice_counts_once() -> None:
    demands = asked("کلاس خیاطی", "کلاس خیاطی", "کلاس خیاطی")
    demands[2].person_id = demands[0].person_id
    (group,) = grouped(demands)
    assert (group.people, len(group.demands), group.first.id) == (2, 3, 1)


def test_a_group_is_for_whom_most_ask_it() -> None:
    demands = asked("کلاس خیاطی", "کلاس خیاطی", "کلاس خیاطی")
    demands[0].audience = "all"
    assert grouped(demands)[0].audience == "women"


def test_endings_make_no_other_request() -> None:
    assert sizes(grouped(asked("کلاس خیاطی", "خیاط", "خیاطی‌ها"))) == [3]


def test_what_is_written_beyond_the_first_words_and_said_by_everybody_tells_nothing() -> None:
    """So no request is held against all others, however many there are and however much they say."""
    many = asked(*(f"سفالگری {n}a {n}b {n}c" for n in range(2000)))
    assert sizes(grouped(many)) == [1] * 2000
    long = " ".join(f"واژه{n}" for n in range(12))
    assert sizes(grouped(asked(long, f"{long} سفال", "سفال"))) == [2, 1]
