"""Topics of a forum."""

from typing import Any

from sandbox.chats import GroupChat
from sandbox.errors import mistake, refusal
from sandbox.fields import identifier, integer, string
from sandbox.groups import ICON_COLORS, Topic
from sandbox.methods.request import Request, api

NAME_LIMIT = 128
ONE_TOPIC = {"chat_id": identifier, "message_thread_id": integer}


def forum(request: Request) -> GroupChat:
    chat = request.group_chat()
    if not chat.group.forum:
        raise refusal("the chat is not a forum")
    if not chat.group.bot_is_admin(request.bot):
        raise refusal("not enough rights to manage topics")
    return chat


def topic_of(request: Request, chat: GroupChat) -> Topic:
    topic = chat.group.topics.get(request.params["message_thread_id"])
    if topic is None:
        raise refusal("message thread not found")
    return topic


def check_name(name: str) -> None:
    if not 1 <= len(name) <= NAME_LIMIT:
        raise mistake("topic name must be 1-128 characters long")


@api(
    "createForumTopic",
    {"chat_id": identifier, "name": string},
    {"icon_color": integer, "icon_custom_emoji_id": string},
)
def create_forum_topic(request: Request) -> dict[str, Any]:
    name = request.params["name"]
    check_name(name)
    color = request.params.get("icon_color", ICON_COLORS[0])
    if color not in ICON_COLORS:
        raise mistake("wrong topic icon color specified")
    chat = forum(request)
    thread = chat.group.make_topic(name, request.bot.user, color)
    return {"message_thread_id": thread, "name": name, "icon_color": color}


@api("editForumTopic", ONE_TOPIC, {"name": string, "icon_custom_emoji_id": string})
def edit_forum_topic(request: Request) -> bool:
    topic = topic_of(request, forum(request))
    if "name" in request.params:
        check_name(request.params["name"])
        if topic.name == request.params["name"]:
            raise refusal("TOPIC_NOT_MODIFIED")
        topic.name = request.params["name"]
    return True


def close_or_open(request: Request, *, closed: bool) -> bool:
    topic = topic_of(request, forum(request))
    if topic.closed is closed:
        raise refusal("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    return True


@api("closeForumTopic", ONE_TOPIC)
def close_forum_topic(request: Request) -> bool:
    return close_or_open(request, closed=True)


@api("reopenForumTopic", ONE_TOPIC)
def reopen_forum_topic(request: Request) -> bool:
    return close_or_open(request, closed=False)


@api("deleteForumTopic", ONE_TOPIC)
def delete_forum_topic(request: Request) -> bool:
    chat = forum(request)
    topic_of(request, chat)
    chat.group.drop_topic(request.params["message_thread_id"])
    return True
