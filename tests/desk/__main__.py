"""``python -m tests.desk [demo|small-demo|cine|head_ct|secondary|all] [--tour]``.

Clears studies with keys, counted, and says how long the event loop stood still: ``stall`` by the
clock, ``ours`` without the time in which other programs had the processors, ``own`` what the GUI
thread computed; and what held it up.
"""

from __future__ import annotations

import argparse
import os

from tests import fake_keyring

os.environ["PYTHON_KEYRING_BACKEND"] = fake_keyring.NAME
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.desk.clearing import application, clear
from tests.desk.studies import STUDIES


def main() -> int:
    """Clear each study in a window of its own; status 1 when one was not verified."""
    parser = argparse.ArgumentParser(prog="python -m tests.desk")
    parser.add_argument("studies", nargs="*", choices=[*STUDIES, "all"], default="all")
    parser.add_argument("--tour", action="store_true", help="use every view and tool before")
    asked = parser.parse_args()
    wanted = list(STUDIES) if "all" in asked.studies else asked.studies
    app = application()
    print(
        f"{'study':<12}{'findings':>9}{'presses':>9}{'typed':>7}{'files':>7}{'s':>7}"
        f"{'stall ms':>10}{'ours':>6}{'own':>6}  outcome"
    )
    outcomes = [_clear(name, with_tour=asked.tour) for name in wanted]
    del app
    return 0 if all(outcomes) else 1


def _clear(name: str, *, with_tour: bool) -> bool:
    cleared = clear(name, with_tour=with_tour)
    if cleared is None:
        print(f"{name:<12}  not on this machine")
        return True
    count, beats = cleared.count, cleared.beats
    outcome = count.exported.verified.outcome.splitlines()[0]
    print(
        f"{name:<12}{count.findings:>9}{count.presses:>9}{count.typed:>7}"
        f"{count.exported.report.instances:>7}{cleared.seconds:>7.0f}"
        f"{beats.longest_s * 1000:>10.0f}{beats.longest_ours_s * 1000:>6.0f}"
        f"{beats.longest_thread_s * 1000:>6.0f}  {outcome}"
    )
    for stall in sorted(beats.stalls, key=lambda each: each.ours_s, reverse=True)[:8]:
        print(f"    {stall}", flush=True)
    return count.exported.verified.ok


if __name__ == "__main__":
    raise SystemExit(main())
