"""Native polls."""

import secrets
from typing import TYPE_CHECKING, Any

from sandbox.chats import ChannelChat
from sandbox.errors import mistake, refusal
from sandbox.fields import anything, array, boolean, identifier, integer, one_of, string
from sandbox.formatting import clean, trimmed
from sandbox.markup import entities, inline_only, poll_option
from sandbox.methods.request import Request, api
from sandbox.methods.sending import SEND_ONE, deliver, without

if TYPE_CHECKING:
    from sandbox.chats import Message

QUESTION_LIMIT = 300
OPTION_LIMIT = 100
FEWEST, MOST = 2, 12
EXPLANATION_LIMIT = 200
SHORTEST, LONGEST = 5, 2_628_000  # seconds


def short(text: str, limit: int, what: str) -> str:
    text, _ = trimmed(clean(text), [])
    if not text:
        raise mistake(f"{what} must be non-empty")
    if len(text) > limit:
        raise mistake(f"{what} length must not exceed {limit}")
    return text


def poll_content(params: dict[str, Any]) -> dict[str, Any]:
    options = params["options"]
    if len(options) < FEWEST:
        raise mistake("poll must have at least 2 option")
    if len(options) > MOST:
        raise mistake(f"poll can't have more than {MOST} options")
    if len(params.get("explanation", "")) > EXPLANATION_LIMIT:
        raise mistake("poll explanation is too long")
    kind = params.get("type", "regular")
    correct = [params["correct_option_id"]] if "correct_option_id" in params else params.get("correct_option_ids")
    if kind == "quiz" and (not correct or not all(0 <= each < len(options) for each in correct)):
        raise mistake("wrong correct option ID specified")
    poll = {
        "id": str(secrets.randbelow(10**18)),
        "question": short(params["question"], QUESTION_LIMIT, "poll question"),
        "options": [
            {"text": short(each["text"], OPTION_LIMIT, "poll option"), "voter_count": 0, "persistent_id": str(place)}
            for place, each in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": params.get("is_closed", False),
        "is_anonymous": params.get("is_anonymous", True),
        "type": kind,
        "allows_multiple_answers": params.get("allows_multiple_answers", False),
        "allows_revoting": params.get("allows_revoting", True),
        "members_only": False,
    }
    for name in ("explanation", "open_period", "close_date"):
        if name in params:
            poll[name] = params[name]
    if kind == "quiz":
        poll["correct_option_ids"] = correct
    return poll


@api(
    "sendPoll",
    {"chat_id": identifier, "question": string, "options": array(poll_option)},
    {
        **without(SEND_ONE, "direct_messages_topic_id", "suggested_post_parameters"),
        "question_parse_mode": string,
        "question_entities": entities,
        "is_anonymous": boolean,
        "type": one_of("quiz", "regular"),
        "allows_multiple_answers": boolean,
        "allows_revoting": boolean,
        "allow_adding_options": boolean,
        "shuffle_options": boolean,
        "hide_results_until_closes": boolean,
        "members_only": boolean,
        "country_codes": array(string),
        "correct_option_id": integer,
        "correct_option_ids": array(integer),
        "explanation": string,
        "explanation_parse_mode": string,
        "explanation_entities": entities,
        "explanation_media": anything,
        "description": string,
        "description_parse_mode": string,
        "description_entities": entities,
        "media": anything,
        "open_period": integer,
        "close_date": integer,
        "is_closed": boolean,
    },
)
def send_poll(request: Request) -> dict[str, Any]:
    poll = poll_content(request.params)
    check_period(request)
    chat = request.chat()
    if isinstance(chat, ChannelChat) and not poll["is_anonymous"]:
        raise mistake("non-anonymous polls can't be sent to channel chats")
    request.admit(chat)
    message = deliver(request, chat, {"poll": poll})
    request.world.closing.add(message)
    return message.raw


def check_period(request: Request) -> None:
    """It closes by itself after so long, or at a moment so far away."""
    params = request.params
    if "open_period" in params and "close_date" in params:
        raise mistake("open_period and close_date can't be used together")
    period = params.get("open_period", params.get("close_date", 0) - request.world.now())
    if ("open_period" in params or "close_date" in params) and not SHORTEST <= period <= LONGEST:
        raise mistake("wrong poll open period specified")


@api(
    "stopPoll",
    {"chat_id": identifier, "message_id": integer},
    {"reply_markup": inline_only, "business_connection_id": string},
)
def stop_poll(request: Request) -> dict[str, Any]:
    request.world.closing.run()
    message = request.message(request.chat(), "message with poll to stop not found")
    poll = message.poll
    if poll is None or message.bot is not request.bot or "forward_origin" in message.raw:
        raise refusal("message with poll to stop not found")
    if poll["is_closed"]:
        raise refusal("poll has already been closed")
    closed = {**poll, "is_closed": True}
    replace(message, closed, request.params.get("reply_markup"))
    return closed


def replace(message: "Message", poll: dict[str, Any], markup: dict[str, Any] | None) -> None:
    raw = {key: value for key, value in message.raw.items() if key != "reply_markup"}
    message.raw = {**raw, "poll": poll, **({"reply_markup": markup} if markup else {})}
    message.markup = markup
    message.chat.touch(message)
