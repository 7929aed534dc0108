"""Why a message of a broadcast did not arrive, as administrators read it."""

import pytest

from handlers.broadcast import failures
from locales.words import words


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("the bot was interrupted", "ربات در میانهٔ فرستادن از کار افتاد"),
        ("no answer: ReadTimeout", "تلگرام پاسخی نداد"),
        ("the bot is no longer in the group", "ربات دیگر اجازهٔ نوشتن در آن‌جا را ندارد"),
        ("the bot may no longer post in the channel", "ربات دیگر اجازهٔ نوشتن در آن‌جا را ندارد"),
        ("Forbidden: bot was blocked by the user", "Forbidden: bot was blocked by the user"),
    ],
)
def test_our_own_reasons_are_in_the_readers_words_and_telegrams_as_it_said_them(reason: str, said: str) -> None:
    assert failures.in_words(words("fa"), reason) == said
