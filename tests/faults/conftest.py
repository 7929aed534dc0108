import pytest

from bot.app import App
from sandbox import Person
from tests.conftest import World
from tests.faults.helpers import drained


@pytest.fixture
async def laleh(world: World) -> Person:
    """She has said hello, and nothing is on its way."""
    assert world.app
    laleh = world.telegram.person("لاله")
    await laleh.start()
    await laleh.sees("خوش آمدید")
    await drained(world.app)
    return laleh


@pytest.fixture
def app(world: World) -> App:
    assert world.app
    return world.app
