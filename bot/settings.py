"""The settings: environment variables `HAMSAYEH_…`, or the same names in a file `.env`."""

from __future__ import annotations

import os
import re
from datetime import time
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource, NoDecode, SettingsConfigDict

from services.programme import THURSDAY_EVENING, Weekly
from storage import migrate

PREFIX = "HAMSAYEH_"
FREE_RATE = 30  # messages a second that Telegram grants without payment
LAST_PORT = 65535
SECRET = ("token", "database", "webhook_secret")  # never shown: what is refused may be nearly right


class SettingsError(Exception):
    """One sentence that names the setting and what is wrong with it."""


class Settings(BaseSettings):
    """docs/settings.md explains each of them to operators."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore")

    token: str = ""
    api_url: str = "https://api.telegram.org"
    database: str = "sqlite:///hamsayeh.db"
    organisation: str | None = None
    owners: Annotated[tuple[int, ...], NoDecode] = ()
    timezone: str = "Asia/Tehran"
    digest_time: time = time(8)
    quiet_hours: Annotated[tuple[time, time], NoDecode] = (time(22), time(8))
    programme: Annotated[Weekly, NoDecode] = THURSDAY_EVENING
    rate: int = Field(default=FREE_RATE, ge=1, le=1000)
    webhook_url: str | None = None
    webhook_secret: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]{1,256}$")
    listen: str = "127.0.0.1:8080"
    log: Literal["text", "json"] = "text"
    bulk_a_week: int = Field(default=7, ge=0)
    reports_a_day: int = Field(default=20, ge=1)
    reports_in_ten_minutes: int = Field(default=5, ge=1)

    @field_validator("owners", mode="before")
    @classmethod
    def _owners(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("quiet_hours", mode="before")
    @classmethod
    def _quiet_hours(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        if not re.fullmatch(r"\d{1,2}:\d{2}-\d{1,2}:\d{2}", value):
            raise ValueError("write it as 22:00-08:00")
        return tuple(part.zfill(5) for part in value.split("-"))

    @field_validator("digest_time", mode="before")
    @classmethod
    def _digest_time(cls, value: object) -> object:
        if isinstance(value, str) and not re.fullmatch(r"\d{1,2}:\d{2}", value):
            raise ValueError("write it as 08:00")
        return value.zfill(5) if isinstance(value, str) else value

    @field_validator("programme", mode="before")
    @classmethod
    def _programme(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return Weekly.read(value)
        except ValueError as error:
            raise ValueError("write it as thu-18:00") from error

    @field_validator("timezone")
    @classmethod
    def _timezone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("there is no such time zone; write a name such as Asia/Tehran") from error
        return value

    @field_validator("database")
    @classmethod
    def _database(cls, value: str) -> str:
        if not value.startswith(("sqlite:///", "postgresql://", "postgres://")):
            raise ValueError("write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME")
        return value

    @field_validator("api_url", "webhook_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None and not _is_address(value):
            raise ValueError("write an address such as https://bot.example.org, beginning with https:// or http://")
        return value

    @field_validator("listen")
    @classmethod
    def _listen(cls, value: str) -> str:
        if not re.fullmatch(r"[^:]+:\d{1,5}", value) or int(value.rpartition(":")[2]) > LAST_PORT:
            raise ValueError("write ADDRESS:PORT, such as 127.0.0.1:8080")
        return value

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def listen_at(self) -> tuple[str, int]:
        host, _, port = self.listen.rpartition(":")
        return host, int(port)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and " " not in text
    except ValueError:  # a bad port, or half a pair of brackets
        return False


def load(**given: object) -> Settings:
    """Raises SettingsError."""
    known = {PREFIX + name.upper() for name in Settings.model_fields} | {migrate.URL}
    in_file = DotEnvSettingsSource(Settings).env_vars
    for name in sorted({*map(str.upper, in_file), *map(str.upper, os.environ)}):
        if name.startswith(PREFIX) and name not in known:
            raise SettingsError(f"{name}: there is no such setting; docs/settings.md lists them all")
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks them
    except ValidationError as error:
        raise SettingsError(_told(error)) from None


def _told(error: ValidationError) -> str:
    first = error.errors()[0]
    name, said = str(first["loc"][0]), str(first["msg"]).removeprefix("Value error, ")
    shown = "" if name in SECRET else f" (it is {first['input']!r})"
    return f"{PREFIX}{name.upper()}: {said}{shown}"
