"""A Telegram of one's own: a server that speaks the Bot API strictly, and people who talk to the bot."""

from sandbox.bots import BotAccount
from sandbox.calls import Call
from sandbox.channels import Channel
from sandbox.chats import Message
from sandbox.faults import Faults
from sandbox.groups import Group
from sandbox.people import CallbackAnswer, Person, Press
from sandbox.telegram import Telegram

__all__ = [
    "BotAccount",
    "Call",
    "CallbackAnswer",
    "Channel",
    "Faults",
    "Group",
    "Message",
    "Person",
    "Press",
    "Telegram",
]
