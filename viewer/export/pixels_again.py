"""Reads the pixels that cleaning changed once more: is any text left that nobody decided about?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from viewer.clean import InstancePlan
from viewer.dicom import FrameReader
from viewer.errors import UnreadableError
from viewer.export.job import Cleaned
from viewer.export.refusals import Refusal
from viewer.identifiers import Identifiers
from viewer.model import Action, Box, Decision, Finding, Progress, Source, box_of
from viewer.ocr import LeftText, covered, left_texts, shared_pool

_PIXELS_CHANGED = frozenset({"blanked", "defaced"})
_MOSTLY = 0.5
_IN_PART = 1 / 3


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """How many files were read again, how many texts stand in them by decision or as harmless.

    ``unchanged`` files have the very pixels the scan read. ``marks`` are strokes away from
    all that was changed (``LeftText.is_settled``). ``as_scanned`` was read for the first time, and
    is not proved, out of shapes that the scan saw already. ``refusals`` are texts that
    are left.
    """

    files: int = 0
    unchanged: int = 0
    kept: int = 0
    harmless: int = 0
    marks: int = 0
    as_scanned: tuple[LeftText, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    def counts(self) -> Iterator[tuple[str, int]]:
        """What the statement says about it."""
        yield "files", self.files
        yield "files_with_unchanged_pixels", self.unchanged
        yield "texts_kept_by_decision", self.kept
        yield "texts_proved_harmless", self.harmless
        yield "marks_no_text_for_sure", self.marks
        yield "texts_on_pixels_as_scanned", len(self.as_scanned)
        yield "texts_left", len(self.refusals)


class Decided:
    """What was decided about the pixels of each source."""

    def __init__(
        self,
        plans: Mapping[Source, InstancePlan],
        findings: Iterable[Finding],
        decisions: Mapping[str, Decision],
    ) -> None:
        self._plans = plans
        self._kept: dict[Source, list[Box]] = defaultdict(list)
        for each in findings:
            made, box = decisions.get(each.id), each.location.box
            if box is not None and made is not None and made.action is Action.KEEP:
                for source in each.location.sources:
                    self._kept[source].append(box)

    def is_kept(self, source: Source, box: Box) -> bool:
        """Whether a text stands where somebody kept one."""
        return covered(box, self._kept.get(source, ())) >= _MOSTLY

    def is_blanked(self, source: Source, box: Box) -> bool:
        """Whether a text was read out of the fill, where nothing is."""
        return covered(box, self.boxes(source)) >= _MOSTLY

    def boxes(self, source: Source) -> list[Box]:
        """What was blanked in a source."""
        return [box_of(area) for area, _ in self._plans[source].boxes]


def read_again(
    cleaned: Sequence[Cleaned],
    folder: Path,
    identifiers: Mapping[str, Identifiers],
    decided: Decided,
    jobs: int,
    progress: Progress,
) -> ReadAgain:
    """Read every file whose pixels were changed, in both views and in chunks as the scan did.

    ``identifiers`` are those of each patient by pseudonym. Raises ScanveilError when the text
    reader cannot be started.
    """
    changed = [each for each in cleaned if _is_changed(each)]
    if not changed:
        return ReadAgain(unchanged=len(cleaned))
    sources = {each.name: each.source for each in changed}
    kept = harmless = marks = 0
    left: list[Refusal] = []
    as_scanned: list[LeftText] = []
    defaced = {each.name for each in changed if any(c.what == "defaced" for c in each.changes)}
    for patient in dict.fromkeys(each.patient for each in changed):
        files = {each.name: folder / each.name for each in changed if each.patient == patient}
        try:
            for text in left_texts(files, identifiers[patient], shared_pool(jobs), progress):
                source = sources[text.name]
                if text.verdict.benign:
                    harmless += 1
                elif decided.is_kept(source, text.box):
                    kept += 1
                elif decided.is_blanked(source, text.box):
                    continue
                elif text.is_settled(decided.boxes(source)):
                    marks += 1
                elif text.name in defaced and _is_as_scanned(text, source, folder, decided):
                    as_scanned.append(text)
                else:
                    left.append(_refusal(text, source))
        except UnreadableError as error:
            left += [_unread(name, sources[name], error) for name in files]
    counts = len(changed), len(cleaned) - len(changed), kept, harmless, marks
    return ReadAgain(*counts, tuple(as_scanned), tuple(left))


def _is_as_scanned(text: LeftText, source: Source, folder: Path, decided: Decided) -> bool:
    """Whether what no rule takes for a text has its shape from pixels that are the scanned ones.

    Taking away a face leaves bones and hollows in other surroundings than before, which a reader
    then takes for letters. Beside a filled box nothing is excused.
    """
    around = text.box.padded(max(text.box.width, text.box.height))
    if text.verdict.proved or any(around.overlap(each) for each in decided.boxes(source)):
        return False
    with FrameReader() as reader:
        return all(
            _same_share(reader, text.box, source, Source(folder / text.name), frame) > _IN_PART
            for frame in text.frames
        )


def _same_share(reader: FrameReader, box: Box, before: Source, after: Source, frame: int) -> float:
    """How much of the ink in a box, what differs most from its middle value, stood there before."""
    rows, columns = slice(box.y, box.bottom), slice(box.x, box.right)
    seen, written = (reader.frame(each, frame).array[rows, columns] for each in (before, after))
    if seen.shape != written.shape or not written.size:
        return 0.0
    distance = np.abs(written.astype(float) - np.median(written))
    ink = distance > distance.max() / 2
    return float((seen == written)[ink].mean()) if ink.any() else 0.0


def _is_changed(cleaned: Cleaned) -> bool:
    return any(each.what in _PIXELS_CHANGED for each in cleaned.changes)


def _refusal(text: LeftText, source: Source) -> Refusal:
    box = text.box
    place = f"{box.width} × {box.height} pixels at {box.x}, {box.y} in frame {text.frames[0] + 1}"
    return Refusal(
        f"text:{source.key}:{box.x},{box.y}",
        f"Text can still be read after cleaning ({text.verdict.reason}): {place} of {text.name}.",
        source=source,
    )


def _unread(name: str, source: Source, error: UnreadableError) -> Refusal:
    text = f"The pixels of {name} could not be read again: {error.message}"
    return Refusal(f"unread:{source.key}", text, source=source)


def texts_kept(
    findings: Iterable[Finding],
    decisions: Mapping[str, Decision],
    cleaned: Sequence[Cleaned],
    again: ReadAgain,
) -> Iterator[dict[str, Any]]:
    """Where text stands in pixels that was decided to stay; ``harmless`` if it was proposed so.

    Nobody decided about what is ``as_scanned``.
    """
    names = {each.source: each.name for each in cleaned}
    for each in findings:
        made, box = decisions.get(each.id), each.location.box
        if box is None or made is None or made.action is not Action.KEEP:
            continue
        files = sorted(names[source] for source in each.location.sources if source in names)
        sides = [box.x, box.y, box.width, box.height]
        yield {"box": sides, "files": files, "harmless": each.proposed is Action.KEEP}
    for text in again.as_scanned:
        sides = [text.box.x, text.box.y, text.box.width, text.box.height]
        yield {"box": sides, "files": [text.name], "harmless": False, "as_scanned": True}
