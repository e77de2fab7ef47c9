"""Rows 45 to 61: what is left behind, the network, the clock."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.dicom.made import file_bytes
from tests.export.builders import exported, write_study
from viewer.dicom import read_dataset, write_dataset
from viewer.export.staging import staged
from viewer.model import Source
from viewer.provenance import AuditLog, audit, check_log

_PROJECT = Path(__file__).parents[2]


def test_row_45_what_stands_in_a_uid_goes_with_it(tmp_path: Path) -> None:
    (path,) = write_study(tmp_path / "in", instances=1).iterdir()
    ds = read_dataset(Source(path))
    ds.SOPInstanceUID = "1.2.840.19340217.4471902.1"
    ds.ReferencedFrameOfReferenceUID = "1.2.840.19340217.4471902.2"
    write_dataset(ds, path)
    out = exported(tmp_path / "in", tmp_path / "out").out
    for each in out.rglob("*"):
        if each.is_file():
            assert b"4471902" not in each.read_bytes()


def test_row_47_names_and_comments_of_an_archive_stay_behind(tmp_path: Path) -> None:
    (path,) = write_study(tmp_path / "made", instances=1).iterdir()
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "Quastenflosser.zip", "w") as archive:
        info = zipfile.ZipInfo("Wilhelmina/MRN-4471902.dcm", (2004, 1, 19, 1, 2, 4))
        info.comment = info.extra = b""
        info.comment = b"Quastenflosser"
        archive.writestr(info, file_bytes(read_dataset(Source(path))))
        archive.comment = b"Quastenflosser"
    out = exported(tmp_path / "in", tmp_path / "out", zip=True).out
    packed = out.with_name("out.zip")
    with zipfile.ZipFile(packed) as archive:
        assert archive.comment == b""
        infos = archive.infolist()
    assert all(each.comment == each.extra == b"" for each in infos)
    assert len({each.date_time for each in infos}) == 1
    assert infos[0].date_time[:3] != (2004, 1, 19)
    names = "".join(each.filename for each in infos) + "".join(map(str, out.rglob("*")))
    for word in ("Quastenflosser", "Wilhelmina", "4471902"):
        assert word not in names.removeprefix(str(out))
        assert word.encode() not in packed.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are those of Unix")
def test_row_56_what_is_not_yet_published_is_private(tmp_path: Path) -> None:
    with staged(tmp_path / "out"):
        (hidden,) = tmp_path.iterdir()
        assert hidden.name.startswith(".")
        assert stat.S_IMODE(hidden.stat().st_mode) == 0o700
    assert not list(tmp_path.iterdir())


def test_row_58_the_guard_stops_whatever_reaches_for_the_network() -> None:
    with socket.socket() as opened, pytest.raises(RuntimeError, match="reached for the network"):
        opened.connect(("127.0.0.1", 9))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="name spaces are those of Linux")
def test_row_58_everything_works_where_there_is_no_network(tmp_path: Path) -> None:
    write_study(tmp_path / "in", instances=1)
    scan = [sys.executable, "-m", "viewer", "scan", tmp_path / "in", "--no-text", "--no-face"]
    alone = ["unshare", "--net", "--map-root-user", *map(str, scan)]
    try:
        subprocess.run([*alone[:3], "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this machine allows no name spaces")
    done = subprocess.run(alone, cwd=_PROJECT, env=os.environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "1 instances" in done.stdout + done.stderr


def test_row_61_a_clock_that_is_set_back_is_told_and_the_order_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    log = AuditLog()
    log.append("log checked")

    class Earlier(audit.datetime.datetime):  # type: ignore[name-defined,misc]
        @classmethod
        def now(cls, tz: object = None) -> object:
            return cls(2001, 1, 1, tzinfo=tz)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(audit.datetime, "datetime", Earlier)
        log.append("log checked")
    log.append("log checked")
    found = check_log(log)
    assert found.ok
    assert (found.lines, found.clock_back) == (3, 1)
    assert [entry["seq"] for entry, _ in log.entries()] == [1, 2, 3]
