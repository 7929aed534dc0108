"""The settings, and the page that explains them, say the same."""

import re
import traceback
from pathlib import Path

import pytest

from bot.settings import PREFIX, Settings, SettingsError, load

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


def documented() -> dict[str, str]:
    return dict(re.findall(rf"^\| `{PREFIX}(\w+)` \| (\S+) \|", PAGE.read_text("utf-8"), re.MULTILINE))


def shown(value: object) -> str:
    if value in {None, "", ()}:
        return "–"
    if isinstance(value, tuple):
        return "-".join(f"{time:%H:%M}" for time in value)
    return f"{value:%H:%M}" if hasattr(value, "hour") else str(value)


def test_every_setting_is_documented_with_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = Settings.model_validate({})
    expected = {name.upper(): shown(getattr(defaults, name)).strip("`") for name in Settings.model_fields}
    assert expected == {name: default.strip("`") for name, default in documented().items()}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OWNERS", "12,Ali"),
        ("TIMEZONE", "Asia/Tehranistan"),
        ("DIGEST_TIME", "25:00"),
        ("DIGEST_TIME", "8"),
        ("QUIET_HOURS", "22-8"),
        ("PROGRAMME", "thu 18"),
        ("PROGRAMME", "day-18:00"),
        ("PROGRAMME", "thu-25:00"),
        ("RATE", "0"),
        ("DATABASE", "mysql://host/name"),
        ("LISTEN", "8080"),
        ("LISTEN", "127.0.0.1:65536"),
        ("API_URL", "api.telegram.org"),
        ("WEBHOOK_URL", "https://a b"),
        ("LOG", "xml"),
        ("WEBHOOK_SECRET", "not allowed!"),
        ("REPORTS_A_DAY", "none"),
    ],
)
def test_a_wrong_value_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(SettingsError, match=f"^{PREFIX}{name}: .+"):
        load()


@pytest.mark.parametrize("name", ["DATABASE", "WEBHOOK_SECRET"])
def test_what_is_secret_is_not_repeated(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(PREFIX + name, "postgres:/hamsayeh:pass word@host/name")
    with pytest.raises(SettingsError) as refused:
        load()
    assert "pass word" not in "".join(traceback.format_exception(refused.value))


def test_a_name_that_is_no_setting_is_refused_in_the_file_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("HAMSAYEH_RATE=20\nHAMSAYEH_OWNER=5\nPATH_OF_OTHERS=x\n")
    with pytest.raises(SettingsError, match=r"^HAMSAYEH_OWNER: there is no such setting"):
        load()


def test_owners_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAMSAYEH_OWNERS", "1, 2,3,")
    assert load().owners == (1, 2, 3)


def test_an_empty_value_is_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAMSAYEH_RATE", "")
    assert load().rate == 30
