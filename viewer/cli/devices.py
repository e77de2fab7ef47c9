"""Rules of where devices print, on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from viewer.cli.console import say
from viewer.detect.device_formats import (
    ctp_pixel_script,
    deid_recipe,
    import_rules,
)
from viewer.detect.device_rules import device_rules

_WRITERS = {"ctp": ctp_pixel_script, "deid": deid_recipe}


def run(asked: argparse.Namespace) -> int:
    """Import a file, or print the rules of the site."""
    if asked.rules:
        return _import(asked.rules)
    rules = device_rules()
    if asked.form:
        print(_WRITERS[asked.form](rules))
        return 0
    for rule in rules:
        size = f"{rule.rows or '*'} x {rule.columns or '*'}"
        device = f"{rule.manufacturer or '*'} {rule.model or '*'} {rule.modality or '*'}"
        print(f"{rule.name}: {device}, {size}, {len(rule.boxes)} boxes")
    return 0


def _import(path: Path) -> int:
    rules, notes = import_rules(path)
    for note in notes:
        say(f"note: {note}")
    say(f"{len(rules)} rules are proposed for fitting pictures from now on.")
    return 0
