"""What a bot may ask of a chat and of its members."""

from typing import Any

from sandbox.chats import Chat, GroupChat, PrivateChat
from sandbox.errors import refusal
from sandbox.fields import boolean, identifier, integer
from sandbox.methods.request import Request, api

ONE_CHAT = {"chat_id": identifier}


def full_info(chat: Chat) -> dict[str, Any]:
    info = {
        **chat.short,
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": True, "limited_gifts": True, "unique_gifts": True, "premium_subscription": True,
            "gifts_from_channels": True,
        },
    }  # fmt: skip
    if chat.pinned and (pinned := chat.find(chat.pinned[-1])) is not None:
        info["pinned_message"] = pinned.raw
    if isinstance(chat, GroupChat):
        info["permissions"] = chat.group.permissions
    return info


@api("getChat", ONE_CHAT)
def get_chat(request: Request) -> dict[str, Any]:
    chat = request.any_chat()
    if not isinstance(chat, PrivateChat):
        chat.check(request.bot)
    elif not chat.started:
        raise refusal("chat not found")
    return full_info(chat)


@api("getChatMember", {"chat_id": identifier, "user_id": integer})
def get_chat_member(request: Request) -> dict[str, Any]:
    member = request.crowd().member_info(request.params["user_id"])
    if member is None:
        raise refusal("user not found")
    return member


@api("getChatAdministrators", ONE_CHAT, {"return_bots": boolean})
def get_chat_administrators(request: Request) -> list[dict[str, Any]]:
    return request.crowd().administrators()


@api("getChatMemberCount", ONE_CHAT)
def get_chat_member_count(request: Request) -> int:
    return 2 if isinstance(request.chat(), PrivateChat) else request.crowd().size()


@api("leaveChat", ONE_CHAT)
def leave_chat(request: Request) -> bool:
    request.crowd().bot_leaves(request.bot)
    return True
