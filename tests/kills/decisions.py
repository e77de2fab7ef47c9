"""Kills a review at random moments and looks whether what was decided is still there."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.export.builders import write_study
from tests.kills.killing import started
from tests.kills.reviewing import told
from viewer import load
from viewer.review import SessionStore

_LONGEST_S = 4.0
_OLD_S = 1.0
_KILLS_PER_STUDY = 5


@dataclass
class Reviews:
    """Reviews that are killed, one study after another; ``missing_young`` counts younger losses."""

    root: Path
    random: random.Random
    decided: int = 0
    missing_young: int = 0
    kills: int = 0

    def kill_once(self) -> list[str]:
        """Go on with a review, kill it, and say which old decisions are not there any more."""
        study = self.root / f"study{self.kills // _KILLS_PER_STUDY}"
        if not study.exists():
            write_study(study, instances=2, uid=f"1.2.9.{self.kills}")
        self.kills += 1
        journal = self.root / f"journal{self.kills}"
        killed_at = self._kill(study, journal)
        return self._lost(study, journal, killed_at)

    def _kill(self, study: Path, journal: Path) -> float:
        seed = self.random.randrange(10**6)
        process = started("tests.kills.reviewing", study, journal, seed)
        while not _states(journal)[1:] and process.poll() is None:
            time.sleep(0.01)
        time.sleep(self.random.uniform(0, _LONGEST_S))
        killed_at = time.time()
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return killed_at

    def _lost(self, study: Path, journal: Path, killed_at: float) -> list[str]:
        states = _states(journal)
        if not states:
            return ["the review never began"]
        store = SessionStore()
        try:
            stored = told(dict(store.claim(load.load([study])).state.decisions))
        finally:
            store.close()
        self.decided += len(states[-1]["decisions"])
        last = states[-1]["decisions"]
        self.missing_young += sum(stored.get(key) != said for key, said in last.items())
        old = [each["decisions"] for each in states if each["at"] < killed_at - _OLD_S]
        return [
            f"the decision about {key} is lost"
            for key, said in (old[-1] if old else {}).items()
            if last.get(key) == said and stored.get(key) != said
        ]


def _states(journal: Path) -> list[dict[str, Any]]:
    """The states noted; a line the kill cut short is none."""
    if not journal.exists():
        return []
    lines = journal.read_text("utf-8").split("\n")[:-1]
    return [json.loads(line) for line in lines]
