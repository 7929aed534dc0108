"""Updates: webhooks, and the answers to pressed buttons. Polling itself is in `sandbox.updates`."""

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.errors import ApiError, mistake, refusal
from sandbox.fields import array, boolean, integer, string
from sandbox.methods.files import input_file
from sandbox.methods.request import Request, api
from sandbox.webhook import Webhook

ANSWER_LIMIT = 200
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
MOST_CONNECTIONS = 100
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@api(
    "getUpdates",
    {},
    {"offset": integer, "limit": integer, "timeout": integer, "allowed_updates": array(string)},
)
def get_updates(request: Request) -> Any:
    """Only its fields are here: a call over HTTP is answered by `Updates.poll`."""
    raise ApiError(f"Bad Request: {request.bot.username} can't poll from here")


@api(
    "setWebhook",
    {"url": string},
    {
        "certificate": input_file,
        "ip_address": string,
        "max_connections": integer,
        "allowed_updates": array(string),
        "drop_pending_updates": boolean,
        "secret_token": string,
    },
)
def set_webhook(request: Request) -> bool:
    params, bot = request.params, request.bot
    if params["url"]:
        check_webhook(params)
    if params.get("drop_pending_updates"):
        bot.updates.entries.clear()
    bot.updates.allow(params.get("allowed_updates"))
    remove(request)
    if params["url"]:
        bot.updates.interrupt("Conflict: terminated by setWebhook request")
        bot.webhook = Webhook(request.world, bot, params)
    return True


def check_webhook(params: dict[str, Any]) -> None:
    url = urlsplit(params["url"])
    if url.scheme not in {"http", "https"} or not url.hostname:
        raise mistake("bad webhook: invalid URL")
    if url.scheme == "http" and url.hostname not in {"127.0.0.1", "localhost"}:
        raise mistake("bad webhook: An HTTPS URL must be provided for webhook")
    if not SECRET.fullmatch(params.get("secret_token", "x")):
        raise mistake("secret token contains unallowed characters")
    if not 1 <= params.get("max_connections", 40) <= MOST_CONNECTIONS:
        raise mistake("max_connections must be 1-100")


def remove(request: Request) -> None:
    webhook, request.bot.webhook = request.bot.webhook, None
    if webhook is not None:
        request.world.server.later(webhook.close())


@api("deleteWebhook", {}, {"drop_pending_updates": boolean})
def delete_webhook(request: Request) -> bool:
    if request.params.get("drop_pending_updates"):
        request.bot.updates.entries.clear()
    remove(request)
    return True


@api("getWebhookInfo")
def get_webhook_info(request: Request) -> dict[str, Any]:
    bot = request.bot
    bot.updates.forget_expired()
    info: dict[str, Any] = {
        "url": "", "has_custom_certificate": False, "pending_update_count": len(bot.updates),
    }  # fmt: skip
    if bot.webhook is not None:
        info |= {"url": bot.webhook.url, "max_connections": bot.webhook.max_connections, "ip_address": "127.0.0.1"}
        if bot.webhook.last_error:
            at, message = bot.webhook.last_error
            info |= {"last_error_date": at, "last_error_message": message}
    if bot.updates.allowed:
        info["allowed_updates"] = sorted(bot.updates.allowed)
    return info


@api(
    "answerCallbackQuery",
    {"callback_query_id": string},
    {"text": string, "show_alert": boolean, "url": string, "cache_time": integer},
)
def answer_callback_query(request: Request) -> bool:
    params = request.params
    if len(params.get("text", "")) > ANSWER_LIMIT:
        raise mistake("MESSAGE_TOO_LONG")
    press = request.bot.queries.pop(params["callback_query_id"], None)
    if press is None or request.world.clock() - press.at > request.world.callback_age:
        raise refusal(TOO_OLD)
    press.take_answer(params)
    return True
