"""A full disk, a torn page, two programs at once: a sentence, and nothing is lost or readable."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.export.builders import BORN, CLINIC, NAME, NUMBER, exported, scanned, write_study
from viewer import review
from viewer.errors import ScanveilError
from viewer.model import Masked, ScanResult
from viewer.provenance import (
    AuditLog,
    Vault,
    VaultError,
    derived,
    look_up,
    master,
    workstation_identity,
)
from viewer.provenance.vault import database
from viewer.review import ReviewSession, SessionStore

_PROJECT = Path(__file__).parents[2]
_SECRETS = (NAME, NUMBER, CLINIC, BORN, "Quastenflosser", "ACC-99120", "Eberesche")


def _readable(folder: Path) -> list[str]:
    """Where a secret stands in plain text below a folder, in file names too."""
    found = []
    for path in (each for each in folder.rglob("*") if each.is_file()):
        content = path.read_bytes() + path.name.encode()
        for text in _SECRETS:
            if any(text.encode(code) in content for code in ("utf-8", "utf-16-le")):
                found.append(f"{path.name}: {text}")
        if b"PRIVATE KEY" in content:
            found.append(f"{path.name}: private key")
    return found


def test_a_day_of_work_leaves_nothing_readable_in_the_private_folder(
    private_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr("tempfile.tempdir", None)
    source = write_study(tmp_path / "in")
    loaded, result = scanned(source)
    start = ReviewSession(loaded, ScanResult(result.findings), "research", "reviewer")
    store = SessionStore()
    store.claim(loaded)
    store.save(start, review.keep(start, result.findings[0].id, "needed for the analysis"))
    exported(source, tmp_path / "out")
    with Vault.open() as vault:
        assert look_up(vault, NUMBER, "a finding that must be reported")
        secret = workstation_identity().key.private_numbers().p.to_bytes(192, "big")
        kept = b"".join(p.read_bytes() for p in private_home.rglob("*") if p.is_file())
        assert _readable(private_home) == []
    store.close()
    assert _readable(private_home) + _readable(scratch) == []
    assert secret not in kept
    assert derived("test") not in kept
    assert len(_readable(source)) > 5  # the search can find


_FILLED = """
import resource, sys
from viewer.errors import ScanveilError
from viewer.model import Masked
from viewer.provenance import AuditLog, Vault, workstation_identity, master
def fill(kind):
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
    if kind == "vault":
        with Vault.open() as vault:
            for n in range(5000):
                vault.patient(Masked(f"P{n}"), Masked("Quastenflosser^Quirin"))
    elif kind == "audit":
        for n in range(5000):
            AuditLog().append("series viewed", series="k" * 2000)
    elif kind == "keys":
        workstation_identity()
try:
    fill(sys.argv[1])
except ScanveilError as error:
    print(error)
"""


def _with_little_space(kind: str, size: int) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _FILLED, kind, str(size)],
        cwd=_PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are those of Unix")
def test_a_full_disk_is_a_sentence_and_the_vault_stays_whole(private_home: Path) -> None:
    with Vault.open(create=True) as vault:
        first = vault.patient(Masked("H-17"))
        size = vault.path.stat().st_size
    told = _with_little_space("vault", size + 8192)
    assert "vault" in told
    assert "space" in told
    assert _readable(private_home) == []  # not in a journal left behind either
    with Vault.open() as again:
        assert again.rows("PRAGMA cipher_integrity_check") == []
        assert again.patient(Masked("H-17")) == first


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are those of Unix")
def test_a_full_disk_leaves_a_log_that_goes_on() -> None:
    told = _with_little_space("audit", 64 * 1024)
    assert "audit log cannot be written" in told
    log = AuditLog()
    assert log.check().ok
    log.append("export begun", export="SVX-1")
    assert log.check().ok


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are those of Unix")
def test_a_full_disk_makes_no_half_key(private_home: Path) -> None:
    told = _with_little_space("keys", 100)
    assert told
    assert not (private_home / "keys.json").exists()
    assert workstation_identity().key_id


@pytest.mark.parametrize("page", [1, 3, 5])
def test_a_corrupt_page_is_a_sentence_and_nothing_is_written(page: int) -> None:
    with Vault.open(create=True) as vault:
        for number in range(40):
            vault.patient(Masked(f"P{number}"))
            vault.remember_uids([(f"1.2.{number}", f"2.25.{number}")])
        path = vault.path
    damaged = bytearray(path.read_bytes())
    damaged[page * 4096 + 100] ^= 0xFF
    path.write_bytes(damaged)
    with pytest.raises(VaultError, match=r"damaged|backup"), Vault.open() as broken:
        broken.patients()
        broken.uids()
        broken.info()
        broken.patient(Masked("P1"))
    assert path.read_bytes() == damaged


def test_two_programs_make_one_set_of_keys() -> None:
    words = "from viewer.provenance import derived; print(derived('test').hex())"
    started = [
        subprocess.Popen([sys.executable, "-c", words], cwd=_PROJECT, stdout=subprocess.PIPE)
        for _ in range(3)
    ]
    found = {each.communicate(timeout=60)[0] for each in started}
    assert len(found) == 1
    master.lock_again()
    assert {derived("test").hex().encode() + os.linesep.encode()} == found


def test_another_program_in_the_vault_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.05)
    with Vault.open(create=True) as first, Vault.open() as second:
        with first.writing(), pytest.raises(VaultError, match="Another program is using"):
            second.patient(Masked("H-1"))
        second.patient(Masked("H-1"))
        assert first.info().patients == 1


@pytest.fixture
def unwritable(private_home: Path) -> Iterator[Path]:
    (private_home / "audit").write_text("a file where a folder should be")
    yield private_home


def test_without_a_log_nothing_is_exported(unwritable: Path, tmp_path: Path) -> None:
    source = write_study(tmp_path / "in", instances=1)
    with pytest.raises(ScanveilError, match="audit log cannot be written"):
        exported(source, tmp_path / "out")
    assert [each.name for each in tmp_path.iterdir()] == ["in"]


def test_the_settings_hold_no_value(private_home: Path, tmp_path: Path) -> None:
    exported(write_study(tmp_path / "in", instances=1), tmp_path / "out")
    for path in private_home.rglob("*.json"):
        assert json.loads(path.read_text("utf-8"))
        assert path.stat().st_mode & 0o077 == 0
