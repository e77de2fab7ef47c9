"""What earlier runs of a series saw, kept in a file, so that a long series may be broken up."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from tests.fuzz.supervising import Outcome


class Kept:
    """One JSON file: the number of the next mutant of each seed, and the sum of what was seen."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        told = json.loads(path.read_text("utf-8")) if path and path.exists() else {}
        self._next: dict[str, int] = told.get("next", {})
        self._sum = Outcome(**told["sum"]) if told else Outcome()
        self._sum.tally = Counter(self._sum.tally)

    def first(self, seed: int, asked: int) -> int:
        """Where a series goes on: where it was left, or where it was asked to begin."""
        return max(asked, self._next.get(str(seed), asked))

    def with_run(self, seed: int, first: int, run: Outcome) -> Outcome:
        """The sum with what a run has seen so far, written down."""
        whole = Outcome(
            self._sum.mutants + run.mutants,
            self._sum.deaths + run.deaths,
            self._sum.hangs + run.hangs,
            self._sum.tally + run.tally,
            [*self._sum.wrong, *(f"seed {seed}, {each}" for each in run.wrong)],
        )
        if self._path:
            told = {"next": {**self._next, str(seed): first + run.mutants}, "sum": vars(whole)}
            written = self._path.with_name(f"{self._path.name}.new")
            written.write_text(json.dumps(told, indent=1), "utf-8")
            written.replace(self._path)
        return whole
