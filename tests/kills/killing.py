"""Starts work, kills it after a random time, and checks everything that must still hold."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.export.builders import write_study
from tests.kills.work import JOBS
from viewer.provenance import AuditLog, Vault, VaultError, check_log, files_below, sha256_file
from viewer.verify import verify

_LONGEST_S = {"export": 6.0, "vault": 2.0, "audit": 0.6, "load": 0.6}
_PROJECT = Path(__file__).parents[2]


def started(module: str, *words: object) -> subprocess.Popen[bytes]:
    """A module of the project at work in a session of its own, silent."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *map(str, words)],
        cwd=_PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@dataclass
class Place:
    """Where one series of kills happens; ``patience`` scales the time a job gets."""

    root: Path
    random: random.Random
    patience: float = 1.0
    checked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.exports, self.source = self.root / "out", self.root / "in"
        self.exports.mkdir(parents=True)
        write_study(self.source, instances=6)
        self.before = tree_digest(self.source)
        self.patients = 0

    def kill_once(self, job: str) -> str:
        """Start a job, kill it within its time; what it was doing when it died, for the report."""
        ready = self.root / "ready"
        ready.unlink(missing_ok=True)
        process = started("tests.kills.work", job, self.exports, self.source, ready)
        while not ready.exists() and process.poll() is None:
            time.sleep(0.005)
        time.sleep(self.random.uniform(0, self.patience * _LONGEST_S[job]))
        alive = process.poll() is None
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return job if alive else f"{job} had ended by itself"

    def problems(self) -> Iterator[str]:
        """Everything that does not hold after a kill; nothing when all is well."""
        if tree_digest(self.source) != self.before:
            yield "the source folder changed"
        yield from self._exports()
        yield from self._vault()
        report = check_log(AuditLog())
        if not report.ok:
            yield f"audit log: {report.problem}"

    def _exports(self) -> Iterator[str]:
        for folder in self.exports.iterdir():
            hidden = folder.name.startswith(".")
            if hidden or folder.name in self.checked:
                continue
            self.checked.add(folder.name)
            if not verify(folder).ok:
                yield f"half an export: {folder.name}"

    def _vault(self) -> Iterator[str]:
        path = self.root / "v" / "vault.db"
        if not path.exists():
            return
        try:
            with Vault.open(path) as vault:
                if vault.rows("PRAGMA cipher_integrity_check"):
                    yield "the vault has a torn page"
                if vault.rows("PRAGMA integrity_check") != [("ok",)]:
                    yield "the vault is not consistent"
                patients = vault.info().patients
        except VaultError as error:
            yield f"vault: {error.message}"
            return
        if patients < self.patients:
            yield f"{self.patients - patients} patients were lost"
        self.patients = patients


def tree_digest(folder: Path) -> str:
    """SHA-256 over names and contents of all files."""
    lines = (f"{name} {sha256_file(folder / name)}\n" for name in files_below(folder))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def kills(place: Place, number: int) -> Iterator[tuple[str, list[str]]]:
    """What was killed and what was wrong afterwards, one by one."""
    jobs = sorted(JOBS)
    for turn in range(number):
        killed = place.kill_once(jobs[turn % len(jobs)])
        yield killed, list(place.problems())
