"""A poll for the wall of a cultural centre: its link, and the link as a QR code to be printed."""

from __future__ import annotations

from handlers.polls.page import PREFIX
from handlers.talk import Talk
from locales.words import Html
from services import qr
from services.polls import Standing
from storage.outbox import ANSWER
from storage.polls import Poll


async def send(talk: Talk, poll: Poll, _: Standing, __: str) -> None:
    link = talk.house.link(f"{PREFIX}{poll.id}")
    caption = talk.own("poll-poster", title=poll.title, link=Html(link))
    talk.picture(talk.chat, qr.draw(link), caption, lane=ANSWER)
