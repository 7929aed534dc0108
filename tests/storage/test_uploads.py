"""Files that wait to be sent are given back byte for byte, and go with their letters."""

import pytest

from storage import outbox, uploads
from storage.database import Database
from storage.outbox import FAILED, HELD, NOTICE, UNSURE, WAITING, Letter
from storage.uploads import Upload

NOW = 1_800_000_000
EVERY_BYTE = bytes(range(256)) * 3
POEM = "بنی‌آدم «نقل» % ' \" ; -- :name \\ 🙂.csv"


def upload(data: bytes = EVERY_BYTE) -> Upload:
    return Upload(outbox.new_id(), POEM, "text/csv", data, NOW)


def carrier(carried: Upload, state: str = WAITING, **more: object) -> Letter:
    parameters = {"document": {"upload": carried.id}, "caption": POEM}
    return Letter(outbox.new_id(), NOTICE, 7, "sendDocument", parameters, state=state, **more)  # type: ignore[arg-type]


async def known(database: Database, *given: Upload) -> list[Upload]:
    async with database.transaction() as tx:
        return [each for each in given if await uploads.get(tx, each.id)]


async def test_a_file_comes_back_as_it_was_put(database: Database) -> None:
    given = upload()
    async with database.transaction() as tx:
        uploads.put(tx, given)
    async with database.transaction() as tx:
        assert await uploads.get(tx, given.id) == given
        assert await uploads.get(tx, given.id + 1) is None


async def test_some_are_forgotten(database: Database) -> None:
    first, second, third = upload(), upload(), upload()
    async with database.transaction() as tx:
        for each in (first, second, third):
            uploads.put(tx, each)
        uploads.forget(tx, [first.id, third.id])
        uploads.forget(tx, [])
    assert await known(database, first, second, third) == [second]


async def test_one_that_goes_back_with_its_letter_was_never_there(database: Database) -> None:
    given = upload()
    with pytest.raises(ZeroDivisionError):
        async with database.transaction() as tx:
            uploads.put(tx, given)
            outbox.add(tx, carrier(given))
            raise ZeroDivisionError
    assert await known(database, given) == []


async def test_orphans_are_those_that_no_letter_carries_any_more(database: Database) -> None:
    waiting, held, failed, unsure, alone = (upload() for _ in range(5))
    async with database.transaction() as tx:
        for each in (waiting, held, failed, unsure, alone):
            uploads.put(tx, each)
        for each, state in ((waiting, WAITING), (held, HELD), (failed, FAILED), (unsure, UNSURE)):
            outbox.add(tx, carrier(each, state))
    async with database.transaction() as tx:
        uploads.forget_orphans(tx)
    assert await known(database, waiting, held, failed, unsure, alone) == [waiting, held]


async def test_a_number_that_begins_like_another_keeps_nothing(database: Database) -> None:
    short, long = Upload(123, "a", "b", b"c", NOW), Upload(1234, "a", "b", b"c", NOW)
    async with database.transaction() as tx:
        for each in (short, long):
            uploads.put(tx, each)
        outbox.add(tx, carrier(long))
    async with database.transaction() as tx:
        uploads.forget_orphans(tx)
    assert await known(database, short, long) == [long]
