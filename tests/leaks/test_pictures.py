"""Row 57: pictures of a patient live in memory; no cache, spool or screenshot of them on disk."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.dicom.made import file_bytes
from tests.export.builders import write_study
from tests.leaks.canary import NAME, NUMBER
from tests.leaks.search import leaks
from viewer.dicom import read_dataset
from viewer.model import Source

_PROJECT = Path(__file__).parents[2]
_PICTURES = (
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"RIFF",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"GIF8",
    b"%PDF",
    b"%!PS",
)
_SIDE = 96


def _write(folder: Path) -> bytes:
    """A series whose every row is the same bytes that occur nowhere else; those bytes."""
    row = np.random.default_rng(57).integers(0, 4000, _SIDE, dtype=np.uint16)
    write_study(folder, instances=3, name=NAME, number=NUMBER)
    for path in folder.iterdir():
        ds = read_dataset(Source(path))
        ds.Rows = ds.Columns = _SIDE
        ds.PixelData = np.tile(row, (_SIDE, 1)).tobytes()
        path.write_bytes(file_bytes(ds))
    return row.tobytes()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="folders are those of Linux")
def test_row_57_a_desk_that_showed_pictures_leaves_none_on_disk(tmp_path: Path) -> None:
    row = _write(tmp_path / "in")
    home = tmp_path / "home"
    places = {"HOME": home, "SCANVEIL_HOME": home / "private", "TMPDIR": home / "tmp"}
    places |= {"XDG_CACHE_HOME": home / "cache", "XDG_RUNTIME_DIR": home / "run"}
    for each in places.values():
        each.mkdir(mode=0o700, exist_ok=True)
    environment = {**os.environ, **{name: str(each) for name, each in places.items()}}
    command = [sys.executable, "-m", "tests.leaks.showing", str(tmp_path / "in")]
    done = subprocess.run(
        command, cwd=_PROJECT, env=environment, capture_output=True, text=True, timeout=200
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[-1]) >= 2  # pictures that were really shown
    left = {
        each.relative_to(home).as_posix(): each.read_bytes()
        for each in home.rglob("*")
        if each.is_file()
    }
    assert any(name.startswith("private/") for name in left)
    assert not [name for name, content in left.items() if content.startswith(_PICTURES)]
    assert not [name for name, content in left.items() if row[:64] in content]
    assert leaks(left) == []
