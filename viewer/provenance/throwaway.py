"""A workstation for one run: keys in memory only, a private folder that disappears.

For the demo, for tests on machines without anything to protect keys, and for copies that nobody
shall ever be able to lead back.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from viewer.provenance import master

_HOME = "SCANVEIL_HOME"


@contextmanager
def throw_away_workstation() -> Iterator[None]:
    """Everything inside uses fresh keys and a fresh vault; afterwards both are gone."""
    before, folder = os.environ.get(_HOME), tempfile.mkdtemp(prefix="scanveil-run-")
    os.environ[_HOME] = folder
    try:
        master.create_for_this_run()
        yield
    finally:
        master.lock_again()
        shutil.rmtree(folder, ignore_errors=True)
        if before is None:
            del os.environ[_HOME]
        else:
            os.environ[_HOME] = before
