"""Rules of where devices print, on the command line."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from viewer.cli.console import say
from viewer.detect.device_formats import (
    ctp_pixel_script,
    deid_recipe,
    read_ctp_pixel_script,
    read_deid_recipe,
)
from viewer.detect.device_rules import device_rules, save_rules
from viewer.errors import UsageError

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
    try:
        text = path.read_text("utf-8", "replace")
    except OSError as error:
        raise UsageError("The file of rules cannot be read.", "Name another file.") from error
    read = read_deid_recipe if re.search(r"(?im)^\s*LABEL\s", text) else read_ctp_pixel_script
    rules, notes = read(text)
    for note in notes:
        say(f"note: {note}")
    if not rules:
        raise UsageError(
            "The file holds no rule that can be taken over.",
            "It should be a CTP pixel anonymizer script or a deid recipe with coordinates.",
        )
    save_rules(rules, re.sub(r"[^A-Za-z0-9_-]+", "-", path.stem) or "imported")
    say(f"{len(rules)} rules are proposed for fitting pictures from now on.")
    return 0
