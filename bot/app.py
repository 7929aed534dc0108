"""The composition root: everything is made here and nowhere else, for the program and for the tests alike."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.alarm import Alarm
from bot.api import Api
from bot.bulk import Bulk
from bot.clock import Clock
from bot.delivery import Delivery
from bot.intake import ALLOWED, Intake
from bot.limiter import Pace
from bot.polling import LONGEST_REST, AnotherPoller, Poller
from bot.settings import FREE_RATE, Settings
from bot.webhook import Webhook, derived_secret
from bot.workshop import Workshop
from handlers import commands
from handlers.house import House
from handlers.voice import Voice
from services import ballots, city, organisation_file
from services.city import City
from services.now import Now, system_now
from services.organisation_models import OrganisationFile
from services.reports import Limits
from services.rights import Rights
from storage import migrate
from storage.database import Database, DatabaseUnavailable, open_database

log = logging.getLogger(__name__)


class CannotStart(Exception):
    """One sentence for the operator: what is wrong, and what to do."""


@dataclass
class App:
    """A bot that is ready to run."""

    settings: Settings
    database: Database
    bot: Api
    house: House
    delivery: Delivery
    bulk: Bulk
    intake: Intake
    clock: Clock
    alarm: Alarm
    now: Now

    async def run(self, ready: asyncio.Event, stop: asyncio.Event) -> None:
        """Take updates until `stop`. Raises CannotStart when another process polls with the same token."""
        delivering = asyncio.create_task(self.delivery.run())
        delivering.add_done_callback(lambda _: stop.set())  # without it nothing goes on
        announcing = asyncio.create_task(self.bulk.run())
        try:
            await self._set_menus()
            self.clock.start()
            await (self._listen if self.settings.webhook_url else self._poll)(ready, stop)
        except DatabaseUnavailable as error:
            raise CannotStart(f"HAMSAYEH_DATABASE: {error}") from error
        finally:
            await self.clock.stop()
            self.bulk.stop()
            await announcing
            self.delivery.stop()
            await delivering

    async def _poll(self, ready: asyncio.Event, stop: asyncio.Event) -> None:
        await self._insist("deleteWebhook", {}, stop)
        poller = Poller(self.bot, self.intake, self.alarm)
        polling = asyncio.create_task(poller.run(await self.intake.offset()))
        stopping = asyncio.create_task(stop.wait())
        ready.set()
        await asyncio.wait({polling, stopping}, return_when=asyncio.FIRST_COMPLETED)
        poller.stop()
        stopping.cancel()
        try:
            await polling
        except AnotherPoller as error:
            raise CannotStart(
                "Another process polls with the same HAMSAYEH_TOKEN; stop it, or give this one a token of its own."
            ) from error
        except InvalidToken as error:
            raise CannotStart("HAMSAYEH_TOKEN: Telegram no longer accepts this token.") from error

    async def _listen(self, ready: asyncio.Event, stop: asyncio.Event) -> None:
        secret = self.settings.webhook_secret or derived_secret(self.settings.token)
        webhook = Webhook(self.intake, self.alarm, secret)
        try:
            await webhook.start(*self.settings.listen_at)
        except OSError as error:
            raise CannotStart(f"HAMSAYEH_LISTEN: {self.settings.listen} cannot be listened on: {error}") from error
        serving = asyncio.create_task(webhook.run())
        content = {
            "url": self.settings.webhook_url, "secret_token": secret, "allowed_updates": ALLOWED, "max_connections": 40
        }  # fmt: skip
        await self._insist("setWebhook", content, stop)
        ready.set()
        await stop.wait()
        await webhook.stop()
        await serving

    async def _insist(self, method: str, content: dict[str, Any], stop: asyncio.Event) -> None:
        """Until Telegram takes it, or we are to stop. Raises CannotStart when it refuses."""
        rest = 0.5
        while not stop.is_set():
            try:
                await self.bot.call(method, content)
            except BadRequest as error:
                raise CannotStart(f"{method}: Telegram answers {error}.") from error
            except RetryAfter as error:
                rest = error._retry_after.total_seconds()  # noqa: SLF001  # the public one warns
            except NetworkError as error:
                log.warning("%s: %s", method, error)
                rest = min(rest * 2, LONGEST_REST)
            else:
                return
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), rest)

    async def _set_menus(self) -> None:
        async with self.database.transaction() as tx:
            voice = Voice(tx, self.house, self.now(), self.delivery.holder)
            await commands.set_all(voice)
            if not await self.house.rights.administrators(tx):
                log.warning("nobody is an administrator yet: name the first ones in HAMSAYEH_OWNERS")
        self.delivery.accept(voice.letters)


@asynccontextmanager
async def build(settings: Settings, now: Now = system_now, pace: Pace | None = None) -> AsyncIterator[App]:
    """Everything wired, the schema up to date and the token known to be good. Raises CannotStart."""
    async with open_memory(settings) as database, open_bot(settings) as bot:
        house = await furnish(settings, database, bot, now)
        delivery = Delivery(bot, database, house, now, pace or Pace(rate=settings.rate))
        workshop = Workshop(bot, database, house, delivery, now)
        clock = Clock(database, house, delivery, workshop, now, settings.zone)
        yield App(
            settings=settings,
            database=database,
            bot=bot,
            house=house,
            delivery=delivery,
            bulk=Bulk(bot, database, house, now, delivery),
            intake=Intake(database, house, delivery, now, clock.hurry),
            clock=clock,
            alarm=Alarm(delivery, settings.owners),
            now=now,
        )


@asynccontextmanager
async def open_memory(settings: Settings) -> AsyncIterator[Database]:
    """The database, with its schema up to date."""
    try:
        database = await open_database(settings.database)
    except ImportError as error:
        raise CannotStart("HAMSAYEH_DATABASE: PostgreSQL needs an extra: pip install 'hamsayeh[postgresql]'") from error
    except DatabaseUnavailable as error:
        raise CannotStart(f"HAMSAYEH_DATABASE: {error}") from error
    try:
        try:
            await migrate.bring_up_to_date(database, settings.database)
        except (migrate.MigrationFailed, DatabaseUnavailable) as error:
            raise CannotStart(f"HAMSAYEH_DATABASE: {error}") from error
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def open_bot(settings: Settings) -> AsyncIterator[Api]:
    """Waits for the network; a token that the server rejects is told at once."""
    if not settings.token:
        raise CannotStart("HAMSAYEH_TOKEN is not set; @BotFather gives a token to whoever makes a bot with it.")
    server = settings.api_url.rstrip("/")
    bot = Api(settings.token, server)
    rest = 0.5
    while True:
        try:
            await bot.initialize()
            break
        except InvalidToken as error:
            await bot.shutdown()
            raise CannotStart(f"HAMSAYEH_TOKEN: {server} does not accept this token.") from error
        except (NetworkError, RetryAfter) as error:
            log.warning("%s cannot be reached yet: %s", server, error)
            await asyncio.sleep(rest)
            rest = min(rest * 2, 30)
        except TelegramError as error:
            await bot.shutdown()
            raise CannotStart(f"HAMSAYEH_API_URL: {server} answers {error}.") from error
        except asyncio.CancelledError:
            await bot.shutdown()
            raise
    try:
        yield bot
    finally:
        await bot.shutdown()


async def furnish(settings: Settings, database: Database, bot: Api, now: Now) -> House:
    """The city, imported first when the database is empty, and the rules of this installation."""
    return House(
        city=await _city(settings, database, now),
        rights=Rights(settings.owners),
        limits=Limits(settings.reports_a_day, settings.reports_in_ten_minutes),
        digest_time=settings.digest_time,
        quiet_hours=settings.quiet_hours,
        bot=bot.username,
        ballot_key=ballots.key_from(settings.token),
        paid=settings.rate > FREE_RATE,
        rate=settings.rate,
        bulk_a_week=settings.bulk_a_week,
        programme=settings.programme,
    )


async def _city(settings: Settings, database: Database, now: Now) -> City:
    known = await read_city(database, settings, now)
    if known:
        return known
    if not settings.organisation:
        raise CannotStart(
            "The database is empty: set HAMSAYEH_ORGANISATION to an organisation file"
            " (or to the word demo), or import one with: python -m bot import FILE"
        )
    try:
        file = organisation_file.load(settings.organisation)
    except organisation_file.OrganisationError as error:
        raise CannotStart(f"HAMSAYEH_ORGANISATION: {error}") from error
    return await take_over(file, database, settings, now)


async def read_city(database: Database, settings: Settings, now: Now) -> City | None:
    """None when nothing has been imported yet."""
    async with database.transaction() as tx:
        return await city.read(tx, settings.zone, now())


async def take_over(file: OrganisationFile, database: Database, settings: Settings, now: Now) -> City:
    """Import an organisation file. Raises CannotStart for a calendar of holidays that does not exist."""
    try:
        async with database.transaction() as tx:
            city.put(tx, file, now())
            imported = await city.read(tx, settings.zone, now())
    except LookupError as error:
        raise CannotStart(f"holidays: there is no calendar {file.holidays!r} ({error})") from error
    assert imported  # noqa: S101  # it has just been put there
    return imported
