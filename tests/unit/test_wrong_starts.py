"""Whatever keeps a command from starting is one sentence on standard error, and exit status 2."""

import sys
from pathlib import Path

import pytest

from bot import cli
from storage.database import Database, DatabaseUnavailable


def said_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.main(list(arguments)) == 2
    (line,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("hamsayeh: ")]
    return line


def test_a_name_that_is_no_setting(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("HAMSAYEH_OWNER", "5001")
    assert "HAMSAYEH_OWNER:" in said_by(capsys, "check")


def test_postgresql_without_its_extra(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("HAMSAYEH_DATABASE", "postgresql://nobody@127.0.0.1:1/nothing")
    monkeypatch.delitem(sys.modules, "storage.postgresql", raising=False)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "hamsayeh[postgresql]" in said_by(capsys, "check")


@pytest.mark.parametrize("command", [["check"], ["import", "demo"]])
def test_a_database_that_goes_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, command: list[str]
) -> None:
    def gone(_: Database) -> None:
        raise DatabaseUnavailable("it is gone")

    monkeypatch.setenv("HAMSAYEH_DATABASE", f"sqlite:///{tmp_path}/hamsayeh.db")
    monkeypatch.setattr("storage.migrate.bring_up_to_date", nothing_to_do)
    monkeypatch.setattr(Database, "transaction", gone)
    assert "it is gone" in said_by(capsys, *command)


async def nothing_to_do(*_: object) -> bool:
    return False


@pytest.mark.parametrize("port", ["99999", "-1", "many"])
def test_a_port_that_is_none(capsys: pytest.CaptureFixture[str], port: str) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["demo", f"--port={port}"])
    assert ended.value.code == 2
    assert "--port" in capsys.readouterr().err
