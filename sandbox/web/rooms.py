"""Who is shown on the page, which chats each of them has, and what they have not read there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.chats import ChannelChat, Chat, Message, PrivateChat, Raw

if TYPE_CHECKING:
    from sandbox.groups import Group
    from sandbox.people import Person
    from sandbox.telegram import Telegram

MOST_UNREAD = 100  # more are not counted


@dataclass(frozen=True, slots=True)
class Room:
    """A chat, or one topic of a forum, as one person sees it."""

    person: "Person"
    chat: Chat
    title: str
    kind: str
    topic: int | None = None
    group: "Group | None" = None

    @property
    def key(self) -> str:
        return str(self.chat.id) if self.topic is None else f"{self.chat.id}:{self.topic}"

    def has(self, message: Message) -> bool:
        """What belongs to no topic, or to one that is gone, is in the general one."""
        if self.group is None or not self.group.forum:
            return True
        thread = message.thread if message.thread in self.group.topics else None
        return thread == self.topic

    def latest(self) -> Iterator[Message]:
        """Its messages, the newest first."""
        return filter(self.has, reversed(self.chat.messages_by_id.values()))

    @property
    def standing(self) -> str:
        """Of the person with the bot: new, started or blocked; in a channel: reader; of a closed topic: closed."""
        if isinstance(self.chat, PrivateChat):
            return "blocked" if self.chat.blocked else "started" if self.chat.started else "new"
        if isinstance(self.chat, ChannelChat):
            return "started" if self.chat.channel.may_write(self.person) else "reader"
        closed = self.group is not None and self.topic is not None and self.group.topics[self.topic].closed
        return "closed" if closed else "started"


def cast(world: "Telegram") -> "list[Person]":
    """Those on the stage, or everybody where there is none."""
    if world.stage is not None:
        return [role.person for role in world.stage.cast]
    return list(world.people.values())


def rooms_of(person: "Person") -> list[Room]:
    rooms = [Room(person, person.chat, person.bot.name, "private")]
    for group in person.world.groups:
        if person.id in group.members:
            rooms += _of_group(person, group)
    channels = [channel for channel in person.world.channels if person.id in channel.members]
    return rooms + [Room(person, channel.chat, channel.title, "channel") for channel in channels]


def _of_group(person: "Person", group: "Group") -> list[Room]:
    topics = [Room(person, group.chat, topic.name, "topic", number, group) for number, topic in group.topics.items()]
    return [Room(person, group.chat, group.title, "group", None, group), *topics]


def find_room(world: "Telegram", person_id: int, key: str) -> Room:
    """Raises LookupError for whom or what the page does not show."""
    person = next(person for person in [*cast(world), None] if person is None or person.id == person_id)
    if person is None:
        raise LookupError("nobody with this id is shown")
    for room in rooms_of(person):
        if room.key == key:
            return room
    raise LookupError("this person has no such chat")


def sender_of(raw: Raw) -> Raw:
    """A person, a bot, or the channel whose post it is."""
    sender: Raw = raw.get("from") or raw["sender_chat"]
    return sender


class Reading:
    """How far each person has read in each of their rooms. All that was there before a page opened counts as read."""

    def __init__(self, world: "Telegram") -> None:
        self.world = world
        self.read: dict[tuple[int, str], int] | None = None

    def begin(self) -> None:
        if self.read is None:
            self.read = {}
            for person in cast(self.world):
                for room in rooms_of(person):
                    self.note(room, next((message.id for message in room.latest()), 0))

    def note(self, room: Room, message_id: int) -> None:
        """Everything up to this message has been read."""
        if self.read is not None:
            key = (room.person.id, room.key)
            self.read[key] = max(self.read.get(key, 0), message_id)

    def unread(self, room: Room) -> int:
        mark = (self.read or {}).get((room.person.id, room.key), 0)
        count = 0
        for message in room.latest():
            if message.id <= mark or count == MOST_UNREAD:
                break
            count += sender_of(message.raw)["id"] != room.person.id
        return count

    def view(self, person: "Person") -> Raw:
        """A person, and the chats she has."""
        rooms = [
            {"key": room.key, "title": room.title, "kind": room.kind, "standing": room.standing,
             "unread": self.unread(room)}
            for room in rooms_of(person)
        ]  # fmt: skip
        return {"id": person.id, "name": person.name, "place": person.place, "rooms": rooms}
