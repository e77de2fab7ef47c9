"""One export for all tests of a module, copied for each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.export.builders import exported, write_study
from viewer.provenance import Identity, workstation_identity


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shared-home")


@pytest.fixture
def own_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANVEIL_HOME", str(home))


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    folder = tmp_path_factory.mktemp("export")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCANVEIL_HOME", str(home))
        return exported(write_study(folder / "in"), folder / "out").out


@pytest.fixture
def out(pristine: Path, tmp_path: Path, own_home: None) -> Path:
    return Path(shutil.copytree(pristine, tmp_path / "out"))


@pytest.fixture(scope="module")
def forger(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    return workstation_identity(tmp_path_factory.mktemp("forger"))
