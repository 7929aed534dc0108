"""What the chat page shows of a made-up place: its people, its map, a tour, and a clock that can be moved."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from sandbox.groups import Group
    from sandbox.people import Person

Text: TypeAlias = dict[str, str]  # by language: fa, en


@dataclass(frozen=True)
class Role:
    """One of the cast: `title` says what they are, `words` what they can do here, in one sentence; `name` is theirs in
    the scripts of the page, where it differs."""

    person: "Person"
    title: Text
    words: Text
    name: Text = field(default_factory=dict)


@dataclass(frozen=True)
class Neighbourhood:
    """A centre on the drawn map, and the sub-district that it belongs to."""

    name: Text
    part: Text
    lat: float
    lon: float


@dataclass(frozen=True)
class Step:
    """A step of the tour, for one of the cast; `done_when` is asked after each change.

    It is done in the chat with the bot or in `group`, at the message that `target` finds; with `moves`, by moving the
    clock.
    """

    actor: "Person"
    title: Text
    words: Text
    done_when: Callable[[], bool]
    group: "Group | None" = None
    target: Callable[[], int | None] = lambda: None
    moves: str = ""


@dataclass
class Stage:
    """`now` is the moved clock; `move` takes it to a later time and returns when what is due has been done.

    A step of the tour is made when it is shown, since what came before may change it; `stops` are further steps, of
    which each may be passed over. `rewind` makes the tour look at nothing that has been.
    """

    cast: list[Role]
    map: list[Neighbourhood]
    tour: list[Callable[[], Step]]
    note: Text
    now: Callable[[], float]
    move: Callable[[float], Awaitable[None]]
    rewind: Callable[[], None] = lambda: None
    stops: list[Callable[[], Step]] = field(default_factory=list)
