"""The command ``authenticity``: signs of editing, laid out for a person to judge."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from viewer import __version__
from viewer.authenticity import NO_SIGN, Sign, check_area, look
from viewer.cli.console import Bar, say, write
from viewer.dicom import FrameReader
from viewer.errors import UnreadableError, UsageError
from viewer.load import load
from viewer.model import Box, Loaded


def look_for_edits(asked: argparse.Namespace) -> int:
    """Run every check, and the area check where asked; status 1 when a sign is found."""
    loaded = load(asked.paths, progress=Bar())
    with FrameReader() as reader:
        signs = [sign for series in loaded.series() for sign in look(series, reader, Bar())]
        areas = list(_areas(asked, loaded, reader)) if asked.region else []
    if asked.json:
        write(asked.json, lambda: _json(signs, areas))
    for sign in signs:
        say(f"{sign.source.key} frame {sign.frame}: {sign.measured}. {sign.genuine}")
    for area in areas:
        say(f"{area['file']}: {area['measured']}")
    if not signs:
        say(NO_SIGN)
    if loaded.unreadable:
        return 3
    return 1 if signs else 0


def _areas(
    asked: argparse.Namespace, loaded: Loaded, reader: FrameReader
) -> Iterator[dict[str, object]]:
    for instance in loaded.instances():
        try:
            array = reader.frame(instance.source, 0).array
            plane = array if array.ndim == 2 else array[..., 0]
            report = check_area(plane, Box(*asked.region))
        except (UnreadableError, UsageError) as error:
            yield {"file": instance.source.key, "measured": str(error)}
            continue
        yield {
            "file": instance.source.key,
            "measured": report.text,
            "noise": report.noise,
            "controls": report.controls,
            "rank": report.rank,
        }


def _json(signs: list[Sign], areas: list[dict[str, object]]) -> str:
    content = {
        "schema": "scanveil-authenticity/1",
        "tool": {"name": "scanveil", "version": __version__},
        "note": NO_SIGN if not signs else "Each sign needs a person's judgement.",
        "signs": [
            {
                "check": sign.check,
                "file": sign.source.key,
                "frame": sign.frame,
                "measured": sign.measured,
                "genuine": sign.genuine,
                "box": [sign.box.x, sign.box.y, sign.box.width, sign.box.height]
                if sign.box
                else None,
            }
            for sign in signs
        ],
        "areas": areas,
    }
    return json.dumps(content, indent=1) + "\n"
