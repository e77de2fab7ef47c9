"""What every test gets: no sockets, a private home of its own, offscreen Qt, the shared data."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import fake_keyring

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["PYTHON_KEYRING_BACKEND"] = fake_keyring.NAME
os.environ.pop("SCANVEIL_PASSPHRASE", None)

_SHARED = Path(__file__).parents[2] / "shared"
_FORBIDDEN = {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"}


def _refuse_sockets(event: str, args: tuple[object, ...]) -> None:
    if event in _FORBIDDEN:
        raise RuntimeError(f"a test reached for the network: {event}")


sys.addaudithook(_refuse_sockets)


@pytest.fixture(scope="session", autouse=True)
def keyring_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the keyring of the tests keeps its secrets, far from every home.

    Fixtures wider than a test get a home too, never that of the person who runs the tests.
    """
    os.environ["SCANVEIL_HOME"] = str(tmp_path_factory.mktemp("wide-home"))
    place = tmp_path_factory.mktemp("keyring")
    os.environ[fake_keyring.PLACE] = str(place)
    return place


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A fresh folder for keys, vaults and settings."""
    home = tmp_path_factory.mktemp("home")
    before = os.environ.get("SCANVEIL_HOME")
    os.environ["SCANVEIL_HOME"] = str(home)
    yield home
    if before is None:
        del os.environ["SCANVEIL_HOME"]
    else:
        os.environ["SCANVEIL_HOME"] = before


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real DICOM files that lies beside the project, where there is one."""
    folder = _SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the shared data is not on this machine")
    return folder


@pytest.fixture(scope="session")
def shared_torture() -> Path:
    """The scripts that plant and count identifying values, where they are."""
    folder = _SHARED / "torture"
    if not folder.is_dir():
        pytest.skip("the planted values are not on this machine")
    return folder
