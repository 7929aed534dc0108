"""What comes from elsewhere than Telegram is not believed, whether or not a secret was set."""

import aiohttp
import pytest

from bot.webhook import SECRET, derived_secret
from tests.conftest import TOKEN, make_world
from tests.faults.helpers import free_port, rows


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("secret", [None, "s3cret"])
async def test_updates_without_the_secret_are_refused(database_url: str, secret: str | None) -> None:
    at = f"127.0.0.1:{free_port()}"
    async with make_world(database_url, webhook_url=f"http://{at}/", listen=at, webhook_secret=secret) as world:
        app = await world.start()
        webhook = world.telegram.bot.webhook
        assert webhook
        assert webhook.secret == (secret or derived_secret(TOKEN))
        person = {"id": 77, "first_name": "X", "is_bot": False}
        said = {"message_id": 1, "date": 1, "chat": {"id": 77, "type": "private"}, "from": person, "text": "/start"}
        async with aiohttp.ClientSession() as session:
            for headers in ({}, {SECRET: ""}, {SECRET: derived_secret("100:OTHER")}):
                async with session.post(
                    f"http://{at}/", json={"update_id": 1, "message": said}, headers=headers
                ) as told:
                    assert told.status == 403
        assert await rows(app.database, "SELECT id FROM person WHERE id = 77") == []
        await world.owner.start()
        await world.owner.sees("خوش آمدید")
