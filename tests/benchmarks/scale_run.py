"""One study through every stage in a process of its own, and what it took; JSON lines.

``python -m tests.benchmarks.scale_run STUDY SCRATCH [--text] [--cancel]``
"""

from __future__ import annotations

import argparse
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

import psutil

from tests.benchmarks.window import application
from viewer import detect, export, load, verify
from viewer.errors import CancelledError
from viewer.gui.desk import Desk
from viewer.model import Loaded, Progress, ScanResult, silent
from viewer.profile import load_profile
from viewer.provenance import Vault
from viewer.review import SessionStore

_EVERY_S = 0.05
_MIB = 1 << 20
_JOBS = 2
Row = dict[str, Any]


@dataclass
class Peaks:
    """MiB in use at most: here, in one process that was started, in all together."""

    here: int = 0
    one: int = 0
    all: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        """Look every 50 ms until ``stop``."""
        me = psutil.Process()
        while not self._stop.wait(_EVERY_S):
            others = [_resident(each) for each in me.children(recursive=True)]
            here = _resident(me)
            self.here, self.one = max(self.here, here), max([self.one, *others])
            self.all = max(self.all, here + sum(others))

    def stop(self) -> None:
        """Look no longer."""
        self._stop.set()


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss) // _MIB
    except psutil.Error:
        return 0


@contextmanager
def _measured(stage: str) -> Iterator[None]:
    peaks, began, cpu = Peaks(), perf_counter(), _cpu_s()
    watcher = threading.Thread(target=peaks.watch, daemon=True)
    watcher.start()
    yield
    took, worked = perf_counter() - began, _cpu_s() - cpu
    peaks.stop()
    watcher.join()
    row = {"seconds": took, "cpu": worked, "here": peaks.here, "one": peaks.one, "all": peaks.all}
    print(json.dumps({"stage": stage, **row}), flush=True)


def _cpu_s() -> float:
    """Of this process and of those it started and waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Run:
    """The stages on one study, each with what the one before gave."""

    def __init__(self, study: Path, scratch: Path, text: bool) -> None:
        self.study, self.scratch, self.text = study, scratch, text
        self.profile = load_profile("research")
        self.loaded = Loaded((), (), (), ())
        self.result = ScanResult()

    def load(self, progress: Progress = silent) -> None:
        self.loaded = load.load([self.study], progress)

    def scan(self, progress: Progress = silent) -> None:
        more = {"text": self.text, "face": False, "jobs": _JOBS}
        self.result = detect.scan(self.loaded, self.profile, progress=progress, **more)

    def review(self, progress: Progress = silent) -> None:
        """Open it in the window, decide about everything in groups, undo and redo, close."""
        application()
        desk = Desk(None, "research")
        store = SessionStore()
        desk.controller.use_store(store)
        desk.window.show()
        desk.controller.open(self.loaded, "research", "reviewer")
        desk.controller.attach(self.result, is_complete=True)
        application().processEvents()
        for each in self.result.findings:
            desk.controller.accept(each.id)
        desk.controller.undo()
        desk.controller.redo()
        desk.window.close()

    def export(self, progress: Progress = silent) -> None:
        with Vault.open(self.scratch / "vault.db", create=True) as vault:
            export.export(
                self.loaded,
                self.result,
                {},
                out=self.scratch / "out",
                profile=self.profile,
                vault=vault,
                jobs=_JOBS,
                accept_proposed=True,
                progress=progress,
            )

    def verify(self, progress: Progress = silent) -> None:
        how = verify.PixelReading.FAST if self.text else verify.PixelReading.NONE
        report = verify.verify(self.scratch / "out", pixels=how, jobs=_JOBS, progress=progress)
        assert report.ok, [each.id for each in report.checks if each.done and not each.ok]


def _cancelled(stage: Callable[[Progress], None], after_s: float) -> float | None:
    """Seconds from asking a stage to stop until it did; None when it had ended before."""
    asked = threading.Event()
    when: list[float] = []

    def ask() -> None:
        when.append(perf_counter())
        asked.set()

    def progress(*_: object) -> None:
        if asked.is_set():
            raise CancelledError("Stopped.", "")

    timer = threading.Timer(after_s, ask)
    timer.start()
    try:
        stage(progress)
    except CancelledError:
        return perf_counter() - when[0]
    finally:
        timer.cancel()
    return None


def main() -> None:
    """Run the stages; with ``--cancel`` first each one stopped on its way, then whole."""
    parser = argparse.ArgumentParser()
    parser.add_argument("study", type=Path)
    parser.add_argument("scratch", type=Path)
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--cancel", type=float, nargs="*", default=[], metavar="S")
    asked = parser.parse_args()
    run = Run(asked.study, asked.scratch, asked.text)
    names = ("load", "scan", "review", "export", "verify")
    for name in names:
        stage: Callable[[Progress], None] = getattr(run, name)
        for after_s in asked.cancel if name != "review" else ():
            stopped = _cancelled(stage, after_s)
            left = len(psutil.Process().children(recursive=True))
            half = (asked.scratch / "out").exists() and name == "export"
            row = {"after": after_s, "idle": stopped, "processes": left, "half": half}
            print(json.dumps({"stage": f"cancel {name}", **row}), flush=True)
        with _measured(name):
            stage(silent)


if __name__ == "__main__":
    main()
