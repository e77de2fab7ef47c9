"""``python -m tests.kills [--review] [--number 200] [--seed 0]``: what was killed, what broke."""

from __future__ import annotations

import argparse
import os
import random
import tempfile
from collections import Counter
from pathlib import Path

from tests import fake_keyring

os.environ["PYTHON_KEYRING_BACKEND"] = fake_keyring.NAME
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Kill, look, report; status 1 when anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills")
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--review", action="store_true", help="kill reviews instead of exports")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scanveil-kills-") as scratch:
        root = Path(scratch)
        os.environ["SCANVEIL_HOME"] = str(root / "home")
        os.environ[fake_keyring.PLACE] = str(root / "keyring")
        report = _report_reviews if asked.review else _report
        return report(root / "place", asked.number, asked.seed)


def _report_reviews(root: Path, number: int, seed: int) -> int:
    from tests.kills.decisions import Reviews

    root.mkdir()
    reviews = Reviews(root, random.Random(seed))
    lost: list[str] = []
    for turn in range(1, number + 1):
        lost += [f"after kill {turn}: {each}" for each in reviews.kill_once()]
        if turn % 10 == 0:
            print(f"{turn} kills, {len(lost)} problems", flush=True)
    print(f"{number} kills with seed {seed}, {reviews.decided} decisions to find again")
    print(f"{reviews.missing_young} decisions of any age are missing")
    print("\n".join(lost) or "every decision older than a second is there")
    return 1 if lost else 0


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
