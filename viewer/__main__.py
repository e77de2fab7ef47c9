"""The command ``scanveil``: the window when no result was asked for, the command line otherwise."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

from viewer.cli import main as command_line
from viewer.processes import spare_imports
from viewer.provenance import master


def main() -> int:
    """Run the command; returns the exit status."""
    spare_imports()
    master.take_passphrase()
    try:
        status = command_line(sys.argv[1:], window=_window)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python's own flush at exit must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 - its text may quote a value
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
        print(f"Scanveil stopped by a fault of its own: {where}.", file=sys.stderr)
        return 1
    return status


def _window(paths: list[str], screenshot: str | None) -> int:
    from viewer.gui.app import run  # Qt is loaded only when a window opens

    return run(paths, screenshot=screenshot)


if __name__ == "__main__":
    sys.exit(main())
