"""Files both ways: sent by people, sent by the bot, fetched, refused."""

import io
import json
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from telegram import Bot, InputMediaDocument, InputMediaPhoto, InputMediaVideo
from telegram.error import BadRequest, InvalidToken

from sandbox import BotAccount, Person, Telegram
from sandbox.files import jpeg


async def test_photo_of_a_person(bot: Bot, laleh: Person) -> None:
    sent = await laleh.send_photo("چاله #فوری")
    message = (await bot.get_updates())[0].message
    assert message.caption == "چاله #فوری"
    assert message.caption_entities[0].type == "hashtag"
    assert [size.width for size in message.photo] == [90, 320, 1280]
    assert len({size.file_unique_id for size in message.photo}) == 3
    file = await bot.get_file(message.photo[-1].file_id)
    data = bytes(await file.download_as_bytearray())
    assert data.startswith(b"\xff\xd8\xff")
    assert data.endswith(b"\xff\xd9")
    assert len(data) == file.file_size == sent.photo[-1]["file_size"]


def test_pictures_differ() -> None:
    assert jpeg() != jpeg()


async def test_own_bytes_come_back(bot: Bot, laleh: Person) -> None:
    await laleh.send_document(data=b"hello", name="a.txt", mime="text/plain")
    document = (await bot.get_updates())[0].message.document
    assert (document.file_name, document.mime_type, document.file_size) == ("a.txt", "text/plain", 5)
    file = await bot.get_file(document.file_id)
    assert file.file_path.endswith(".txt")
    assert bytes(await file.download_as_bytearray()) == b"hello"


async def test_links_to_files_are_good_for_an_hour(bot: Bot, laleh: Person, clock: Any) -> None:
    await laleh.send_voice()
    voice = (await bot.get_updates())[0].message.voice
    file = await bot.get_file(voice.file_id)
    clock.ahead = 3500
    assert await file.download_as_bytearray()
    clock.ahead = 3700
    with pytest.raises((BadRequest, InvalidToken)):
        await file.download_as_bytearray()


async def test_a_large_file_cannot_be_fetched(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    sent = await laleh.send_video(size=20 * 2**20 + 1, duration=90)
    video = (await bot.get_updates())[0].message.video
    assert sent.raw["video"]["duration"] == 90
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(video.file_id)
    assert telegram.problems == []


async def test_every_kind_of_a_person(bot: Bot, laleh: Person) -> None:
    await laleh.send_video("v")
    await laleh.send_voice()
    await laleh.send_document()
    await laleh.send_sticker()
    await laleh.send_contact()
    await laleh.send_location(35.7, 51.4)
    messages = [update.message for update in await bot.get_updates()]
    kinds = ("video", "voice", "document", "sticker", "contact", "location")
    assert all(getattr(message, kind) for message, kind in zip(messages, kinds, strict=True))


async def test_uploads(bot: Bot, laleh: Person) -> None:
    data = jpeg()
    sent = await bot.send_photo(laleh.id, data, caption="<b>x</b>", parse_mode="HTML")
    assert (await laleh.sees("x")).html == "<b>x</b>"
    file = await bot.get_file(sent.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == data
    document = await bot.send_document(laleh.id, b"a,b", filename="report.csv")
    assert document.document.file_name == "report.csv"
    again = await bot.send_document(laleh.id, document.document.file_id)
    assert again.document.file_unique_id == document.document.file_unique_id
    for send in (bot.send_video, bot.send_voice, bot.send_audio, bot.send_animation, bot.send_sticker):
        await send(laleh.id, b"bytes")


@pytest.mark.parametrize(
    ("method", "file", "words"),
    [
        ("send_photo", b"no picture", "Image_process_failed"),
        ("send_photo", jpeg() + bytes(10 * 2**20), "too big"),
        ("send_document", b"", "File must be non-empty"),
    ],
)
async def test_uploads_refused(
    telegram: Telegram, bot: Bot, laleh: Person, method: str, file: bytes, words: str
) -> None:
    with pytest.raises(BadRequest, match=words):
        await getattr(bot, method)(laleh.id, file)
    assert len(telegram.problems) == 1


async def test_unknown_files(bot: Bot, laleh: Person) -> None:
    with pytest.raises(BadRequest, match="Wrong file identifier/http url specified"):
        await bot.send_photo(laleh.id, "AgACnever")
    with pytest.raises(BadRequest, match="Wrong file_id"):
        await bot.get_file("AgACnever")


async def test_a_document_is_no_photo(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    sent = await laleh.send_document()
    with pytest.raises(BadRequest, match="Can't use file of type document as photo"):
        await bot.send_photo(laleh.id, sent.document["file_id"])
    assert len(telegram.problems) == 1


async def test_another_bot_has_other_files(
    telegram: Telegram, bot: Bot, laleh: Person, session: aiohttp.ClientSession
) -> None:
    other = telegram.add_bot(token="200:OTHER", username="other_bot", name="دیگر")
    photo = await laleh.send_photo()
    url = f"{telegram.url}/bot{other.token}/getFile"
    async with session.post(url, json={"file_id": photo.photo[0]["file_id"]}) as answer:
        assert answer.status == 400


async def test_album_of_a_person(bot: Bot, laleh: Person) -> None:
    await laleh.send_album(3, "سه عکس")
    messages = [update.message for update in await bot.get_updates()]
    assert len({message.media_group_id for message in messages}) == 1
    assert [message.caption for message in messages] == ["سه عکس", None, None]


async def test_album_of_the_bot(bot: Bot, laleh: Person) -> None:
    photos = await laleh.send_album(2)
    media = [InputMediaPhoto(photo.photo[-1]["file_id"]) for photo in photos]
    media.append(InputMediaVideo(b"video"))
    sent = await bot.send_media_group(laleh.id, media, caption="<b>آلبوم</b>", parse_mode="HTML")
    assert [bool(message.photo) for message in sent] == [True, True, False]
    assert len({message.media_group_id for message in sent}) == 1
    assert (await laleh.sees("آلبوم")).media_group_id == sent[0].media_group_id


async def test_albums_refused(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    photo = InputMediaPhoto((await laleh.send_photo()).photo[-1]["file_id"])
    for media in ([photo], [photo] * 11, [photo, InputMediaDocument(b"x")]):
        with pytest.raises(BadRequest):
            await bot.send_media_group(laleh.id, media)
    assert len(telegram.problems) == 3


async def test_edit_media_and_caption(bot: Bot, laleh: Person) -> None:
    sent = await bot.send_photo(laleh.id, jpeg(), caption="یک")
    await bot.edit_message_caption(laleh.id, sent.message_id, caption="دو")
    await bot.edit_message_media(InputMediaPhoto(jpeg(), caption="سه"), laleh.id, sent.message_id)
    message = laleh.messages[-1]
    assert message.text == "سه"
    assert message.photo[-1]["file_id"] != sent.photo[-1].file_id
    await bot.edit_message_caption(laleh.id, sent.message_id)
    assert message.text == ""


async def test_caption_limit(telegram: Telegram, bot: Bot, laleh: Person) -> None:
    await bot.send_photo(laleh.id, jpeg(), caption="x" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(laleh.id, jpeg(), caption="x" * 1025)
    assert len(telegram.problems) == 1


async def test_no_upload_over_50_megabytes(
    telegram: Telegram, account: BotAccount, session: aiohttp.ClientSession, laleh: Person
) -> None:
    form = aiohttp.FormData({"chat_id": str(laleh.id)})
    form.add_field("document", io.BytesIO(bytes(50 * 2**20 + 1)), filename="large.bin")
    async with session.post(f"{telegram.url}/bot{account.token}/sendDocument", data=form) as answer:
        assert answer.status == 413
        assert (await answer.json())["description"] == "Request Entity Too Large"
    assert len(telegram.problems) == 1
    assert len(laleh.chat) == 1


async def test_a_round_film(bot: Bot, laleh: Person) -> None:
    sent = laleh.post_file("video_note")
    note = (await bot.get_updates())[0].message.video_note
    assert (note.length, note.duration.total_seconds()) == (240, 3)
    again = await bot.send_video_note(laleh.id, note.file_id)
    assert again.video_note.file_unique_id == sent.raw["video_note"]["file_unique_id"]
    with pytest.raises(BadRequest, match="no caption in the message"):
        await bot.edit_message_caption(laleh.id, again.message_id, caption="x")


async def test_how_a_picture_is_shown_comes_back(bot: Bot, laleh: Person) -> None:
    sent = await bot.send_photo(laleh.id, jpeg(), caption="یک", has_spoiler=True, show_caption_above_media=True)
    assert sent.has_media_spoiler
    assert sent.show_caption_above_media
    edited = await bot.edit_message_caption(laleh.id, sent.message_id, caption="دو")
    assert (edited.has_media_spoiler, edited.show_caption_above_media) == (True, None)
    replaced = await bot.edit_message_media(InputMediaPhoto(jpeg()), laleh.id, sent.message_id)
    assert replaced.has_media_spoiler is None


async def test_a_file_has_the_name_it_was_given(bot: Bot, laleh: Person) -> None:
    sent = await bot.send_document(laleh.id, b"a,b", filename="فهرست گیرندگان.csv")
    assert sent.document.file_name == "فهرست گیرندگان.csv"


@pytest.fixture
def posted(telegram: Telegram, account: BotAccount, session: aiohttp.ClientSession) -> Callable[..., Awaitable[Any]]:
    """A form with one file, named `file`; the whole answer."""

    async def posted(method: str, **fields: Any) -> Any:
        form = aiohttp.FormData({name: str(value) for name, value in fields.items()})
        form.add_field("file", jpeg(), filename="picture.jpg", content_type="image/jpeg")
        async with session.post(f"{telegram.url}/bot{account.token}/{method}", data=form) as answer:
            return await answer.json()

    return posted


async def test_a_file_that_is_named_in_its_place(posted: Callable[..., Awaitable[Any]], laleh: Person) -> None:
    document = (await posted("sendDocument", chat_id=laleh.id, document="attach://file"))["result"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("picture.jpg", "image/jpeg")
    photo = (await posted("sendPhoto", chat_id=laleh.id, photo="attach://file"))["result"]
    media = json.dumps({"type": "photo", "media": "attach://file", "caption": "<b>نو</b>", "parse_mode": "HTML"})
    edited = await posted("editMessageMedia", chat_id=laleh.id, message_id=photo["message_id"], media=media)
    assert edited["result"]["photo"][-1]["file_id"] != photo["photo"][-1]["file_id"]
    assert (await laleh.sees("نو")).html == "<b>نو</b>"


async def test_a_file_that_did_not_come_along(
    telegram: Telegram, posted: Callable[..., Awaitable[Any]], laleh: Person
) -> None:
    media = json.dumps([{"type": "photo", "media": f"attach://{name}"} for name in ("file", "another")])
    assert "media not found" in (await posted("sendMediaGroup", chat_id=laleh.id, media=media))["description"]
    assert len(telegram.problems) == 1
