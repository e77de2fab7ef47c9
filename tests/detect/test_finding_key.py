"""Processes that start at once in a new home agree on one key."""

from __future__ import annotations

import subprocess
import sys


def test_processes_that_start_at_once_agree() -> None:
    code = "from viewer.detect.finding_key import finding_key; print(finding_key().hex())"
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        for _ in range(6)
    ]
    keys = [process.communicate(timeout=60)[0].strip() for process in running]
    assert len(keys[0]) == 64
    assert len(set(keys)) == 1
