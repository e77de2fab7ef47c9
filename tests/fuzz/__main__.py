"""``python -m tests.fuzz [--seed 0] [--count 100000] [--minutes M]``: counts what went wrong.

A fault names the batch it lies in: ``--first N --count 8 --batch 1`` finds the mutant.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

from tests import fake_keyring

os.environ["PYTHON_KEYRING_BACKEND"] = fake_keyring.NAME


def main() -> int:
    """Run, report; status 1 when anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--batch", type=int, default=8)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scanveil-fuzz-") as scratch:
        os.environ["SCANVEIL_HOME"] = str(Path(scratch) / "home")
        os.environ[fake_keyring.PLACE] = str(Path(scratch) / "keyring")
        return _report(asked, Path(scratch))


def _report(asked: argparse.Namespace, folder: Path) -> int:
    from tests.fuzz.supervising import Outcome, Series, run

    last = asked.first + asked.count
    series = Series(asked.seed, asked.first, last, asked.batch, minutes=asked.minutes)
    outcome, began, told, lines = Outcome(), time.monotonic(), 0, 0
    for outcome in run(series, folder):
        for line in outcome.wrong[lines:]:
            print(line, flush=True)
        lines = len(outcome.wrong)
        if outcome.mutants - told >= 1000:
            told = outcome.mutants
            print(f"{told} mutants, {lines} faults, {time.monotonic() - began:.0f} s", flush=True)
    print(f"{outcome.mutants} mutants with seed {asked.seed}: {dict(outcome.tally)}")
    print(f"{outcome.deaths} deaths, {outcome.hangs} hangs, {outcome.leaks} batches with leaks")
    print(f"{len(outcome.wrong)} faults in {time.monotonic() - began:.0f} s")
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
