"""The service's files: paths and nothing secret, written for this user alone."""

import configparser
import plistlib
from dataclasses import replace
from pathlib import Path

import pytest

from heardback.config import Settings
from heardback.errors import UsageError
from heardback.online.service import Service


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(
        Settings(data=tmp_path / "my data 100%"),
        {"HOME": str(tmp_path), "HEARDBACK_SECRET": "hunter2", "PATH": "/bin"},
        platform="linux",
        program="/opt/py thon/bin/python",
        starts=False,
    )


def test_a_systemd_unit_starts_watch_on_this_data_folder(service: Service, tmp_path: Path) -> None:
    (said,) = service.install()
    assert said == f"Written: {tmp_path}/.config/systemd/user/heardback.service"
    unit = configparser.RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(service.path)
    started = unit["Service"]["ExecStart"]
    assert started == (
        f'"/opt/py thon/bin/python" "-m" "heardback" "--data" "{tmp_path}/my data 100%%" '
        '"watch" "--discreet"'
    )
    assert unit["Install"]["WantedBy"] == "default.target"
    assert unit["Service"]["Restart"] == "on-failure"


def test_a_launchd_agent_starts_watch_at_login(service: Service, tmp_path: Path) -> None:
    mac = replace(service, platform="darwin")
    mac.install()
    agent = plistlib.loads(mac.path.read_bytes())
    assert mac.path == tmp_path / "Library/LaunchAgents/org.heardback.watch.plist"
    assert agent["ProgramArguments"][-2:] == ["watch", "--discreet"]
    assert agent["RunAtLoad"] is True and agent["KeepAlive"] == {"SuccessfulExit": False}
    assert f"{tmp_path}/my data 100%" in agent["ProgramArguments"]


def test_nothing_secret_is_in_the_file(service: Service) -> None:
    for platform in ("linux", "darwin"):
        assert "hunter2" not in replace(service, platform=platform).text()


def test_a_hostile_folder_name_adds_no_line(service: Service, tmp_path: Path) -> None:
    evil = replace(service, settings=Settings(data=tmp_path / 'a" "rm -rf $HOME <b>&'))
    (started,) = [line for line in evil.text().splitlines() if line.startswith("ExecStart")]
    assert '\\" \\"rm -rf $$HOME' in started
    agent = plistlib.loads(replace(evil, platform="darwin").text().encode())
    assert agent["ProgramArguments"][4].endswith('a" "rm -rf $HOME <b>&')


def test_it_is_removed_and_told_of(service: Service) -> None:
    assert service.status()["installed"] is False
    with pytest.raises(UsageError, match="not installed"):
        service.remove()
    service.install()
    assert service.status() == {
        "installed": True,
        "file": str(service.path),
        "current": True,
        "running": False,
    }
    moved = replace(service, settings=Settings(data=Path("/elsewhere")))
    assert moved.status()["current"] is False
    service.remove()
    assert not service.path.exists()


def test_other_systems_are_told_what_to_do(service: Service) -> None:
    with pytest.raises(UsageError, match="no service for win32"):
        replace(service, platform="win32").install()
