"""What everybody sees, on one page: each chat with its messages and buttons, to be read in a browser."""

from html import escape
from typing import TYPE_CHECKING

from sandbox.chats import Chat, Message
from sandbox.formatting import without_isolates

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

SHOWN = 60  # the latest messages of a chat
STYLE = """
body { margin: 0; font: 15px/1.6 Vazirmatn, Tahoma, sans-serif; background: #dfe6ea; color: #1c2a33 }
main { display: flex; flex-wrap: wrap; gap: 1rem; padding: 1rem; align-items: flex-start }
section { flex: 1 1 21rem; max-width: 30rem; background: #f4f7f9; border-radius: .6rem; padding: .6rem }
h2 { font-size: 1rem; margin: .2rem .4rem .6rem }
article { background: #fff; border-radius: .6rem; padding: .4rem .7rem; margin: .4rem 2rem .4rem 0 }
article { white-space: pre-wrap }
article.mine { background: #e3f6d5; margin: .4rem 0 .4rem 2rem }
article header { font-size: .8rem; color: #54707f }
article blockquote { margin: .3rem 0; padding: 0 .6rem; border-inline-start: 3px solid #8fb3c7 }
.buttons { display: flex; flex-wrap: wrap; gap: .3rem; margin-top: .4rem }
.buttons span { flex: 1 1 auto; text-align: center; background: #d5e5ee; border-radius: .4rem; padding: .1rem .5rem }
.kind { color: #54707f }
"""


def page(world: "Telegram") -> str:
    chats: list[tuple[str, Chat]] = [(group.title, group.chat) for group in world.groups]
    chats += [(person.name, person.chat) for person in world.people.values()]
    body = "".join(_chat(title, chat) for title, chat in chats if len(chat))
    head = f"<meta charset=utf-8><meta name=viewport content='width=device-width'><style>{STYLE}</style>"
    return f"<!doctype html><html><head>{head}<title>Sandbox</title></head><body><main>{body}</main></body></html>"


def _chat(title: str, chat: Chat) -> str:
    return f"<section><h2 dir=auto>{escape(title)}</h2>{''.join(map(_message, chat.messages[-SHOWN:]))}</section>"


def _message(message: Message) -> str:
    sender = message.raw.get("from", {}).get("first_name", "")
    kinds = "".join(f"<div class=kind>▣ {kind}</div>" for kind in ("photo", "video", "location") if kind in message.raw)
    rows = message.keyboard or (message.markup or {}).get("keyboard", [])
    buttons = "".join(f"<span dir=auto>{escape(without_isolates(b['text']))}</span>" for row in rows for b in row)
    below = f"<div class=buttons>{buttons}</div>" if buttons else ""
    side = "" if message.from_bot else " class=mine"
    return f"<article dir=auto{side}><header>{escape(sender)}</header>{kinds}{message.html}{below}</article>"
