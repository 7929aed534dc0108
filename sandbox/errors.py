"""What the server answers when it refuses a call."""

from typing import Any


class ApiError(Exception):
    """An answer with `ok: false`.

    `problem` marks what no correct client ever causes (an unknown field, a wrong type, a broken limit):
    the server notes it in `Telegram.problems`, apart from refusals that depend on the state of a chat.
    """

    def __init__(
        self,
        description: str,
        status: int = 400,
        *,
        problem: bool = False,
        parameters: dict[str, Any] | None = None,
        violation: bool = False,
    ) -> None:
        super().__init__(description)
        self.description = description
        self.status = status
        self.problem = problem
        self.parameters = parameters
        self.violation = violation


def refusal(reason: str) -> ApiError:
    """A 400 that a correct client may meet, since the chat is not as it thought."""
    return ApiError(f"Bad Request: {reason}")


def mistake(reason: str) -> ApiError:
    """A 400 that only a mistake of the client brings about."""
    return ApiError(f"Bad Request: {reason}", problem=True)


def forbidden(reason: str) -> ApiError:
    return ApiError(f"Forbidden: {reason}", 403)


def too_many_requests(seconds: int, *, violation: bool) -> ApiError:
    """`violation`: the bot was told to wait before, and did not."""
    return ApiError(
        f"Too Many Requests: retry after {seconds}",
        429,
        parameters={"retry_after": seconds},
        violation=violation,
    )
