"""The command ``authenticity``: signs of editing, laid out for a person to judge."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import Any

from viewer import __version__
from viewer.authenticity import (
    AreaReport,
    Level,
    Sign,
    Subject,
    check_area,
    how_often,
    look,
    look_across,
    not_looked_at,
    rate_table,
    report_page,
    summary,
)
from viewer.cli.console import Bar, say, write
from viewer.dicom import FrameReader
from viewer.errors import UnreadableError, UsageError
from viewer.load import load
from viewer.model import Box, Loaded, Source

_Area = tuple[Source, AreaReport | str]


def look_for_edits(asked: argparse.Namespace) -> int:
    """Run every check, and the area check where asked; status 1 when a sign needs a person."""
    loaded = load(asked.paths, progress=Bar())
    series = tuple(loaded.series())
    with FrameReader() as reader:
        subjects = [Subject(each, reader) for each in series]
        signs = [sign for each in subjects for sign in look(each, Bar())]
        signs += look_across(subjects, Bar())
        areas = list(_areas(Box(*asked.region), subjects)) if asked.region else []
    if asked.json:
        write(asked.json, lambda: _json(signs, areas, loaded))
    if asked.html:
        reports = [(source.key, each) for source, each in areas if isinstance(each, AreaReport)]
        numbered = [(f"area {number}", each) for number, (_, each) in enumerate(reports, 1)]
        write(asked.html, lambda: report_page(series, signs, {}, numbered))
    _tell(signs, areas)
    if loaded.unreadable:
        return 3
    return 1 if _needs_a_person(signs, areas) else 0


def _needs_a_person(signs: Sequence[Sign], areas: Sequence[_Area]) -> bool:
    unusual = any(isinstance(each, AreaReport) and each.is_unusual for _, each in areas)
    return unusual or any(each.level in (Level.SIGN, Level.FAILED) for each in signs)


def _tell(signs: Sequence[Sign], areas: Sequence[_Area]) -> None:
    for sign in signs:
        where = f"{sign.source.key} frame {sign.frame}"
        say(f"{sign.level}: {where}: {sign.measured}. {how_often(sign)}")
    for source, area in areas:
        say(f"{source.key}: {area.text if isinstance(area, AreaReport) else area}")
    say(summary(signs))


def _areas(area: Box, subjects: Sequence[Subject]) -> Iterator[_Area]:
    for subject in subjects:
        for place in subject.places:
            if place.frame == 0:
                source = place.instance.source
                try:
                    yield source, check_area(subject.plane(place), area)
                except (UnreadableError, UsageError) as error:
                    yield source, str(error)


def _json(signs: Sequence[Sign], areas: Sequence[_Area], loaded: Loaded) -> str:
    content = {
        "schema": "scanveil-authenticity/2",
        "tool": {"name": "scanveil", "version": __version__},
        "note": summary(signs),
        "not_looked_at": not_looked_at(signs),
        "signs": [_sign(each) for each in signs],
        "areas": [_area(*each) for each in areas],
        "unreadable": [{"file": e.source.key, "reason": e.reason} for e in loaded.unreadable],
        "rates": rate_table(),
    }
    return json.dumps(content, indent=1) + "\n"


def _sign(sign: Sign) -> dict[str, Any]:
    return {
        "id": sign.id,
        "check": sign.check,
        "rule": sign.rule,
        "level": str(sign.level),
        "file": sign.source.key,
        "frame": sign.frame,
        "measured": sign.measured,
        "genuine": how_often(sign),
        "box": _box(sign.box),
        "twin": _box(sign.twin),
        "twin_file": sign.twin_source.key if sign.twin_source else None,
        "twin_frame": sign.twin_frame,
    }


def _box(box: Box | None) -> list[int] | None:
    return [box.x, box.y, box.width, box.height] if box else None


def _area(source: Source, area: AreaReport | str) -> dict[str, Any]:
    if isinstance(area, str):
        return {"file": source.key, "measured": area}
    return {
        "file": source.key,
        "measured": area.text,
        "unusual": area.is_unusual,
        "noise": area.noise,
        "controls": area.controls,
        "rank": area.rank,
    }
