"""Reads the pixels of files that were written: what text is left in them, and what it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydicom.dataset import Dataset

from viewer.dicom import Frame, FrameReader, pixel_spec, read_dataset, to_display
from viewer.identifiers import Identifiers
from viewer.model import Box, Progress, Source, silent
from viewer.ocr.classify import Verdict, classify
from viewer.ocr.neighbours import judge_neighbours
from viewer.ocr.pool import OcrPool
from viewer.ocr.reading import Reading
from viewer.ocr.strategies import Arrangement, read_frames
from viewer.ocr.views import FrameViews, grey

_GAP = 3
_MARK = 2
_LINE = 3.0
VOLUMES = frozenset({"CT", "MR", "PT"})
NOT_PICTURES = {
    "1.2.840.10008.5.1.4.1.1.66.4": "a segmentation holds classes, not a picture",
    "1.2.840.10008.5.1.4.1.1.66.7": "a label map holds classes, not a picture",
    "1.2.840.10008.5.1.4.1.1.30": "a parametric map holds measured numbers, not a picture",
    "1.2.840.10008.5.1.4.1.1.481.2": "a dose distribution holds doses, not a picture",
}


@dataclass(frozen=True, slots=True)
class LeftText:
    """Text in a written file, without the text: its tight box, its frames, and what it is.

    ``is_mark`` says that no rule names it, and that it is one or two characters or doubtful, as
    ``Verdict.is_doubtful`` tells: strokes that a reader takes for letters as often as not.
    """

    name: str
    box: Box
    frames: tuple[int, ...]
    verdict: Verdict
    is_mark: bool = False

    def is_settled(self, changed: Iterable[Box]) -> bool:
        """Whether it is no reason to doubt a file, given the boxes that were changed in it.

        A mark is, away from all that was changed: those pixels are the ones the scan read. What
        follows a box as closely as one letter another can be what a box too small left of a word.
        """
        if not self.is_mark:
            return False
        reach = max(_GAP, min(self.box.width, self.box.height) // 3)
        around = self.box.padded(reach)
        return not any(around.overlap(each) for each in changed)


@dataclass(frozen=True, slots=True)
class _Picture:
    name: str
    source: Source
    modality: str
    shape: tuple[int, int]
    frames: int


_Place = tuple[_Picture, int]


def frame_views(index: int, frame: Frame, header: Dataset) -> FrameViews:
    """A frame as it is displayed and as it is stored."""
    display = grey(to_display(frame, header, None))
    plain = frame.photometric.startswith("MONOCHROME")
    return FrameViews(index, display, frame.values if plain else display)


def left_texts(
    files: Mapping[str, Path],
    identifiers: Identifiers,
    pool: OcrPool,
    progress: Progress = silent,
) -> Iterator[LeftText]:
    """All text in the pixels of files of one patient; files in one folder are one series.

    Frames are looked at together as in a scan (``read_frames``). Files without pixels, and those
    that hold numbers and no picture, are passed over. Raises UnreadableError.
    """
    pictures = [each for name, path in files.items() if (each := _picture(name, path))]
    total, done = sum(each.frames for each in pictures), 0
    with FrameReader() as reader:
        for arrangement, places in _stacks(pictures):
            views = _views(places, reader, progress, done, total)
            readings = read_frames(views, arrangement, pool)
            modality = places[0][0].modality
            judged = [(each, classify(each, identifiers, modality)) for each in readings]
            for reading, verdict in judge_neighbours(judged):
                yield from _located(reading, verdict, [places[i] for i in reading.indices])
            done += len(places)


def _picture(name: str, path: Path) -> _Picture | None:
    header = read_dataset(Source(path), pixels=False)
    spec = pixel_spec(header)
    if spec is None or str(header.get("SOPClassUID")) in NOT_PICTURES:
        return None
    shape = spec.rows, spec.columns
    return _Picture(name, Source(path), str(header.get("Modality") or ""), shape, spec.frames)


def _stacks(pictures: Sequence[_Picture]) -> Iterator[tuple[Arrangement, list[_Place]]]:
    alone: dict[tuple[object, ...], list[_Place]] = defaultdict(list)
    for each in pictures:
        volume = each.modality in VOLUMES
        if each.frames > 1:
            places = [(each, frame) for frame in range(each.frames)]
            yield Arrangement.SLICES if volume else Arrangement.LOOP, places
        else:
            alone[each.source.path.parent, each.modality, each.shape].append((each, 0))
    for places in alone.values():
        slices = places[0][0].modality in VOLUMES and len(places) > 1
        yield Arrangement.SLICES if slices else Arrangement.SINGLE, places


def _views(
    places: Sequence[_Place], reader: FrameReader, progress: Progress, done: int, total: int
) -> Iterator[FrameViews]:
    known: tuple[str, Dataset] | None = None
    for index, (picture, number) in enumerate(places):
        progress(done + index, total, "reading the pixels again")
        if known is None or known[0] != picture.name:
            known = picture.name, read_dataset(picture.source, pixels=False)
        yield frame_views(index, reader.frame(picture.source, number), known[1])


def _located(reading: Reading, verdict: Verdict, places: Sequence[_Place]) -> Iterator[LeftText]:
    frames: dict[str, list[int]] = defaultdict(list)
    for picture, number in places:
        frames[picture.name].append(number)
    for name, numbers in frames.items():
        yield LeftText(name, reading.tight, tuple(numbers), verdict, _is_mark(reading, verdict))


def _is_mark(reading: Reading, verdict: Verdict) -> bool:
    shorter, longer = sorted((reading.tight.width, reading.tight.height))
    letters = max(sum(map(str.isalnum, each.text.reveal())) for each in reading.glimpses)
    is_short = letters <= _MARK and longer < _LINE * shorter
    return not verdict.proved and (is_short or verdict.is_doubtful)
