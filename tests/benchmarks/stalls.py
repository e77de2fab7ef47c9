"""The longest time without a turn of the event loop in a scripted review of the real window."""

from __future__ import annotations

import os
from collections.abc import Iterator

from tests import fake_keyring
from tests.benchmarks.places import Places
from tests.desk.clearing import application, clear

_STUDIES, _SHOWN = ("small-demo", "head_ct"), 5


def measure(_: Places) -> Iterator[str]:
    """From opening over every view and tool to the verified export, keyboard only."""
    os.environ["PYTHON_KEYRING_BACKEND"] = fake_keyring.NAME
    app = application()
    for name in _STUDIES:
        cleared = clear(name, with_tour=True)
        if cleared is None:
            yield f"{name}: not on this machine"
            continue
        beats = cleared.beats
        yield (
            f"{name}, {cleared.seconds:.0f} s: longest stall {beats.longest_s * 1000:.0f} ms by "
            f"the clock, {beats.longest_ours_s * 1000:.0f} ms without what other programs took, "
            f"{beats.longest_thread_s * 1000:.0f} ms of computing in the GUI thread"
        )
        worst = sorted(beats.stalls, key=lambda each: each.ours_s, reverse=True)
        yield from (f"  {each}" for each in worst[:_SHOWN])
    del app
