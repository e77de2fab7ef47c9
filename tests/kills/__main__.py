"""``python -m tests.kills [--number 200] [--seed 0]``: prints what was killed and what broke."""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from collections import Counter
from pathlib import Path

from tests import fake_keyring

os.environ["PYTHON_KEYRING_BACKEND"] = fake_keyring.NAME


def main() -> int:
    """Kill, look, report; status 1 when anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills")
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scanveil-kills-") as scratch:
        root = Path(scratch)
        os.environ["SCANVEIL_HOME"] = str(root / "home")
        os.environ[fake_keyring.PLACE] = str(root / "keyring")
        return _report(root / "place", asked.number, asked.seed)


def _report(root: Path, number: int, seed: int) -> int:
    from tests.kills.killing import Place, kills

    place = Place(root, random.Random(seed))
    killed: Counter[str] = Counter()
    wrong: list[str] = []
    for turn, (what, problems) in enumerate(kills(place, number), 1):
        killed[what] += 1
        wrong += [f"after kill {turn} ({what}): {each}" for each in problems]
        if turn % 20 == 0:
            print(f"{turn} kills, {len(wrong)} problems", flush=True)
    left = sum(1 for each in place.exports.iterdir() if not each.name.startswith("."))
    print(f"{number} kills with seed {seed}: {dict(killed)}")
    print(f"{left} whole exports, {place.patients} patients in the vault")
    print("\n".join(wrong) or "no half export, no torn vault, audit chain valid, source unchanged")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
