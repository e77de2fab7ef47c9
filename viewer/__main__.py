"""The command ``scanveil``: the window when no result was asked for, the command line otherwise."""

from __future__ import annotations

import sys

from viewer.cli import main as command_line


def main() -> int:
    """Run the command; returns the exit status."""
    return command_line(sys.argv[1:], window=_window)


def _window(paths: list[str], screenshot: str | None) -> int:
    from viewer.gui.app import run  # Qt is loaded only when a window opens

    return run(paths, screenshot=screenshot)


if __name__ == "__main__":
    sys.exit(main())
