"""Overlay planes, curves and icon images: pictures inside the header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from viewer.detect.context import DetectContext
from viewer.detect.header_findings import attribute_finding
from viewer.detect.header_index import Entry
from viewer.identifiers import category_of, name_of
from viewer.model import Action, Finding, Kind, Series

_ICON = 0x00880200
_OVERLAY, _CURVE = 0x60, 0x50
_TALKING = {0x3000, 0x4000, 0x0022, 0x1500}


@dataclass(frozen=True, slots=True)
class Graphics:
    """Reports overlay and curve groups and icon images."""

    id: str = "header.graphics"
    version: str = "1"
    title: str = "Overlays, curves and icon images"
    finds: str = "overlay data with labels and comments (60xx), curves (50xx), icon images"
    misses: str = "overlays in unused high bits of the pixels, which a pixel method clears"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        """One finding per attribute that can carry drawn or written text."""
        for entry in context.index(series).entries:
            if _is_graphic(entry):
                yield attribute_finding(
                    self,
                    series,
                    context,
                    entry,
                    kind=Kind.GRAPHIC,
                    category=category_of(entry.path.tag, entry.vr),
                    reason=f"{name_of(entry.path.tag)} can show names ({entry.rule.source})",
                    proposed=Action.REMOVE,
                )


def _is_graphic(entry: Entry) -> bool:
    tag = entry.path.tag
    if tag == _ICON:
        return True
    return tag >> 24 == _CURVE or (tag >> 24 == _OVERLAY and tag & 0xFFFF in _TALKING)


DETECTOR = Graphics()
