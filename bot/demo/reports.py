"""The reports of the made-up district, lived through by the services in the order in which things happened."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.demo import cast, lives
from bot.demo.district import District
from bot.demo.lives import Act, Life
from bot.demo.words import vocabulary
from services import life, reports
from services.reports import Limits
from storage import history
from storage import reports as stored
from storage.database import Transaction
from storage.history import Media, Question
from storage.reports import Report

BATCH = 500  # acts in a transaction


async def live(district: District) -> None:
    every = [*lives.plan(district), *cast.past(district)]
    acts = sorted(((act, each) for each in every for act in each.acts), key=lambda pair: pair[0].at)
    for start in range(0, len(acts), BATCH):
        async with district.database.transaction() as tx:
            for act, each in acts[start : start + BATCH]:
                await _perform(Scene(district, tx, each, act))


@dataclass
class Scene:
    """One act, about to be done."""

    district: District
    tx: Transaction
    life: Life
    act: Act

    async def report(self) -> Report:
        found = await stored.get(self.tx, self.life.number)
        assert found  # noqa: S101  # it was filed before
        return found


async def _perform(scene: Scene) -> None:
    await VERBS.get(scene.act.verb, _step)(scene)


async def _file(scene: Scene) -> None:
    act, draft = scene.act, scene.life.draft
    filed, _ = await reports.file(scene.tx, scene.district.city, draft, act.actor, now=act.at, limits=Limits())
    scene.life.number = filed.id


async def _join(scene: Scene) -> None:
    await reports.join(scene.tx, scene.life.number, scene.act.actor, scene.act.at)


async def _add(scene: Scene) -> None:
    act = scene.act
    await reports.add(scene.tx, await scene.report(), act.actor, act.words, [], now=act.at, event=act.verb)


async def _ask(scene: Scene) -> None:
    act = scene.act
    await _step(scene)
    await history.ask(scene.tx, Question(0, scene.life.number, act.actor, act.words, act.at))


async def _answer(scene: Scene) -> None:
    asked = await history.last_question(scene.tx, scene.life.number)
    assert asked  # noqa: S101  # nobody answers what was not asked
    words = dict(vocabulary().questions)[asked.words]
    history.answer(scene.tx, asked.id, words, scene.act.at)
    await _step(scene, words)


async def _done(scene: Scene) -> None:
    act, city = scene.act, scene.district.city
    kind = city.kinds[str(scene.life.draft.category)]
    media = [_result(scene, kind.group)] if kind.entry.photo_when_done else []
    await reports.finish(scene.tx, city, scene.life.number, act.actor, now=act.at, note=act.words, media=media)


def _result(scene: Scene, group: str) -> Media:
    picture, act = scene.district.pictures[vocabulary().result(group)], scene.act
    return Media(0, scene.life.number, "photo", picture.file_id, picture.unique_id, "done", act.actor, act.at)


async def _refer(scene: Scene) -> None:
    act = scene.act
    await reports.refer(scene.tx, scene.life.number, act.words, act.actor, now=act.at)


async def _silence(scene: Scene) -> None:
    since = scene.act.at - reports.SILENCE_CONFIRMS
    await reports.confirm_by_silence(scene.tx, scene.life.number, since, scene.act.at)


async def _step(scene: Scene, note: str = "") -> None:
    act = scene.act
    (taker,) = life.STEPS[act.verb].takers
    await reports.take_step(scene.tx, scene.life.number, act.verb, act.actor, taker, now=act.at, note=note or act.words)


VERBS: dict[str, Callable[[Scene], Awaitable[None]]] = {
    "file": _file,
    "join": _join,
    "add": _add,
    "missing": _add,
    "ask": _ask,
    "answer": _answer,
    "done": _done,
    "refer": _refer,
    "silence": _silence,
}
