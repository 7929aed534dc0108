"""The methods of the Bot API, in groups."""

from sandbox.methods import albums, chats, edits, files, messages, polls, profile, receiving, topics
from sandbox.methods.request import METHODS

__all__ = ["METHODS", "albums", "chats", "edits", "files", "messages", "polls", "profile", "receiving", "topics"]
