"""Is there text in the exported pixels that nobody decided to keep? Read afresh, in both views."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from viewer.errors import UnreadableError
from viewer.identifiers import Identifier, Identifiers
from viewer.model import Box, Category, Progress
from viewer.ocr import LeftText, covered, left_texts, shared_pool
from viewer.provenance import StoredValue
from viewer.verify.report import Check, failed, passed, skipped

_PIXELS = ("pixels", "Text in pixels")
_CHANGED = frozenset({"blanked", "defaced"})
_MOSTLY = 0.5


class PixelReading(StrEnum):
    """Which images are read: none, those whose pixels the export changed, or all."""

    NONE = "none"
    FAST = "fast"
    FULL = "full"


def check_pixels(
    folder: Path,
    names: Sequence[str],
    statement: Mapping[str, Any],
    values: Sequence[StoredValue],
    how: PixelReading,
    jobs: int,
    progress: Progress,
) -> Check:
    """Read the instances of an export; ``values`` are the vault's, to tell harmless text better.

    Text where the statement says that something was kept is decided; text inside a blanked box is
    an error of reading, since nothing is there. Raises ScanveilError when the text reader cannot be
    started.
    """
    if how is PixelReading.NONE:
        return skipped(*_PIXELS, "Not read now; the export read those that it changed.")
    settled = _Settled(statement)
    wanted = [each for each in names if how is PixelReading.FULL or each in settled.changed]
    files = {each: folder / each for each in wanted}
    try:
        left = list(left_texts(files, _identifiers(values), shared_pool(jobs), progress))
    except UnreadableError as error:
        return failed(*_PIXELS, f"The pixels cannot be read ({error.message})")
    wrong = [each for each in left if not each.verdict.benign and not settled.has(each)]
    which = "every image" if how is PixelReading.FULL else "images whose pixels were changed"
    done = f"{how.capitalize()} reading of {len(wanted)} files ({which})"
    if wrong:
        places = "; ".join(dict.fromkeys(_place(each) for each in wrong[:3]))
        found = tuple(sorted({each.name for each in wrong}))
        return failed(*_PIXELS, f"{done}: {len(wrong)} texts left ({places})", found)
    return passed(*_PIXELS, f"{done}: no text is left that nobody decided about.")


class _Settled:
    """What the statement says about places in pixels."""

    def __init__(self, statement: Mapping[str, Any]) -> None:
        predicate = statement.get("predicate") or {}
        self.changed: set[str] = set()
        self._kept: dict[str, list[Box]] = defaultdict(list)
        self._blanked: dict[str, list[Box]] = defaultdict(list)
        for name, change in _changes(predicate):
            if change.get("what") in _CHANGED:
                self.changed.add(name)
                self._add(self._blanked, name, change.get("box"))
        for each in predicate.get("texts_kept") or ():
            for name in each.get("files") or ():
                self._add(self._kept, name, each.get("box"))

    def has(self, text: LeftText) -> bool:
        """Whether a text stands where one was kept or blanked, or is a mark away from those."""
        blanked = self._blanked.get(text.name, ())
        boxes = [*self._kept.get(text.name, ()), *blanked]
        return covered(text.box, boxes) >= _MOSTLY or text.is_settled(blanked)

    @staticmethod
    def _add(boxes: dict[str, list[Box]], name: str, box: Any) -> None:
        if isinstance(box, list) and len(box) == 4 and min(box[2:]) > 0:
            boxes[name].append(Box(*(int(each) for each in box)))


def _changes(predicate: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for group in predicate.get("changes") or ():
        for name in group.get("files") or ():
            yield from ((name, each) for each in group.get("done") or ())


def _identifiers(values: Sequence[StoredValue]) -> Identifiers:
    known = [each for each in values if each.keyword != "UID"]
    return Identifiers(
        tuple(Identifier(Category(each.category), each.keyword, each.value) for each in known)
    )


def _place(text: LeftText) -> str:
    box, frame = text.box, text.frames[0] + 1
    where = f"{box.width} × {box.height} pixels at {box.x}, {box.y}, frame {frame}"
    return f"{where}: {text.verdict.reason}"
