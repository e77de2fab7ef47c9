"""``python -m tests.fuzz [--seed 0] [--count 100000] [--minutes M]``: counts what went wrong.

A fault names the batch it lies in: ``--first N --count 8 --batch 1`` finds the mutant. With
``--keep FILE`` a series goes on where it was left, and the sum of all runs is told and kept there.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests import fake_keyring

if TYPE_CHECKING:
    from tests.fuzz.supervising import Outcome

os.environ["PYTHON_KEYRING_BACKEND"] = fake_keyring.NAME


def main() -> int:
    """Run, report; status 1 when anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--keep", type=Path, metavar="FILE", help="go on there another time")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scanveil-fuzz-") as scratch:
        os.environ["SCANVEIL_HOME"] = str(Path(scratch) / "home")
        os.environ[fake_keyring.PLACE] = str(Path(scratch) / "keyring")
        return _report(asked, Path(scratch))


def _report(asked: argparse.Namespace, folder: Path) -> int:
    from tests.fuzz.kept import Kept
    from tests.fuzz.supervising import Outcome, Series, run

    kept = Kept(asked.keep)
    first, last = kept.first(asked.seed, asked.first), asked.first + asked.count
    series = Series(asked.seed, first, last, asked.batch, minutes=asked.minutes)
    outcome, began, told, lines = Outcome(), time.monotonic(), 0, 0
    for outcome in run(series, folder):
        for line in outcome.wrong[lines:]:
            print(line, flush=True)
        lines = len(outcome.wrong)
        if outcome.mutants - told >= 1000:
            told = outcome.mutants
            kept.with_run(asked.seed, first, outcome)
            print(f"{told} mutants, {lines} faults, {time.monotonic() - began:.0f} s", flush=True)
    whole = kept.with_run(asked.seed, first, outcome)
    _tell(f"seed {asked.seed}, from {first}, {time.monotonic() - began:.0f} s", outcome)
    if asked.keep:
        _tell("all runs so far", whole)
    return 1 if whole.wrong else 0


def _tell(what: str, outcome: Outcome) -> None:
    print(f"{what}: {outcome.mutants} mutants: {dict(outcome.tally)}")
    print(f"{outcome.deaths} deaths, {outcome.hangs} hangs, {outcome.leaks} batches with leaks")
    print(f"{len(outcome.wrong)} faults")


if __name__ == "__main__":
    raise SystemExit(main())
