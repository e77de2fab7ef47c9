"""Words that identify nobody on the screens of this site, on the command line."""

from __future__ import annotations

import argparse

from viewer.cli.console import say
from viewer.errors import UsageError
from viewer.ocr.site_words import add_entries, site_entries


def run(asked: argparse.Namespace) -> int:
    """Import a list, or print what the lists of the site hold."""
    if asked.words is None:
        for entry in sorted(site_entries()):
            print(entry)
        return 0
    try:
        lines = asked.words.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise UsageError("The list of words cannot be read.", "Name a text file.") from error
    say(f"{add_entries(lines, asked.words.stem)} entries identify nobody from now on.")
    return 0
