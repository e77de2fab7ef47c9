"""A box blanked in every transfer syntax, read back by other programs.

``python -m tests.clean.pixels.every_syntax [FILE...]`` prints one row for each file, by default
those of ``../shared/data/transfer_syntax`` and some small ones of other kinds beside them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from pydicom.uid import UID

from tests.clean.pixels.decoders import Array, decoded, new_errors, tools_for
from viewer.clean import CleanContext, InstancePlan, clean_instance
from viewer.dicom import FrameReader, read_dataset, write_dataset
from viewer.errors import UnreadableError
from viewer.identifiers import Identifiers
from viewer.model import Box, Masked, PatientMapping, Series, Source
from viewer.profile import load_profile

PATTERNS = (
    "transfer_syntax/*.dcm",
    "breadth/pydicom__SC_*",
    "breadth/pydicom__J2K_*",
    "breadth/pydicom__GDCMJ2K*",
    "breadth/pydicom__JPGExtended.dcm",
    "breadth/fo-dicom__*",
    "breadth/pydicom__liver*",
    "breadth/pydicom__rtdose*",
    "breadth/pydicom__MR_small_implicit.dcm",
    "breadth/pydicom__image_dfl.dcm",
    "burned_in/dcm4che__*",
    "burned_in/orthanc-tests__1.2*",
)
_SEQUENTIAL = ("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51")
_PROMISED = {"53": "70", "55": "70", "81": "80", "91": "90", "202": "201", "203": "201"}
_EXPLICIT = "1.2.840.10008.1.2.1"
NOT_COMPARED = {
    "pydicom-data__liver_nonbyte_aligned_rle.dcm": "no other program decodes RLE of single bits",
    "pydicom__J2K_pixelrep_mismatch.dcm": "header and codestream contradict each other on the sign",
}


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one file; ``wrong`` is empty when all held."""

    name: str
    before: str
    after: str
    photometric: str
    tool: str
    frames: int
    changed: int
    wrong: tuple[str, ...]


def shared_files(folder: Path) -> list[Path]:
    """The files of the table."""
    return [path for pattern in PATTERNS for path in sorted(folder.glob(pattern))]


def check(path: Path, folder: Path, reader: FrameReader) -> Row | None:
    """Blank a box the way an export does, and look at the result; None when nothing decodes it."""
    source, plain, boxed = Source(path), folder / "kept.dcm", folder / "boxed.dcm"
    try:
        frame = reader.frame(source)
    except UnreadableError:
        return None
    box = Box(
        frame.spec.columns // 5,
        frame.spec.rows // 5,
        max(1, frame.spec.columns // 3),
        max(1, frame.spec.rows // 4),
    )
    _clean(source, (), plain, reader)
    _clean(source, ((box, None),), boxed, reader)
    before, after = (
        str(read_dataset(Source(each)).file_meta.TransferSyntaxUID) for each in (plain, boxed)
    )
    tool, pictures = _both(path, boxed, folder, before, after)
    row = Row(
        path.name[-44:],
        UID(frame.spec.transfer_syntax).name,
        after.rpartition(".")[2] if after.startswith("1.2.840.10008.1.2.4") else UID(after).name,
        frame.spec.photometric,
        tool,
        frame.spec.frames,
        0,
        (),
    )
    wrong = [] if after == promised(before) else [f"syntax {UID(after).name}"]
    wrong += sorted(new_errors(plain, boxed))
    if path.name in NOT_COMPARED:
        return replace(row, tool=NOT_COMPARED[path.name], wrong=tuple(wrong))
    if pictures is None:
        return replace(row, wrong=(*wrong, "no other program decodes the source"))
    changed = int((pictures[0] != pictures[1]).any(axis=(0, 3)).sum())
    return replace(row, changed=changed, wrong=(*wrong, *_compared(*pictures, box, before)))


def promised(syntax: str) -> str:
    """The syntax a boxed file has: its own, or the lossless one of its family."""
    family, _, ending = syntax.rpartition(".")
    if not UID(syntax).is_encapsulated:
        return _EXPLICIT
    return f"{family}.{_PROMISED[ending]}" if ending in _PROMISED else syntax


def _clean(
    source: Source, boxes: tuple[tuple[Box, None], ...], out: Path, reader: FrameReader
) -> None:
    context = CleanContext(
        profile=load_profile("research"),
        mapping=PatientMapping("P1", "P1", -100, b"k" * 32),
        identifiers=Identifiers(),
        reader=reader,
        series=Series("1.2", "1.1", "OT", Masked(""), 1, ()),
    )
    write_dataset(clean_instance(InstancePlan(source, "1.2", boxes=boxes), context).dataset, out)


def _both(
    path: Path, boxed: Path, folder: Path, before: str, after: str
) -> tuple[str, tuple[Array, Array] | None]:
    for first in tools_for(str(read_dataset(Source(path)).file_meta.TransferSyntaxUID)) or ("",):
        for second in tools_for(after):
            one, other = decoded(path, first, folder), decoded(boxed, second, folder)
            if one is not None and other is not None and one.shape == other.shape:
                return first if first == second else f"{first}, {second}", (one, other)
    return "none", None


def _compared(before: Array, after: Array, box: Box, syntax: str) -> Iterator[str]:
    """What does not hold: solid inside, the same bits outside."""
    shares = 2 if before.shape[3] == 4 else 1
    inside = after[:, box.y : box.bottom, -(-box.x // shares) : box.right // shares]
    if (inside != inside[:1, :1, :1]).any():
        yield "not solid"
    margin = 17 if syntax in _SEQUENTIAL else shares - 1
    outside = np.ones(before.shape[1:3], bool)
    top, left = max(0, box.y - margin), max(0, box.x - margin)
    outside[top : box.bottom + margin, left // shares : -(-(box.right + margin) // shares)] = False
    if syntax in _SEQUENTIAL and before.shape[3] == 1:
        outside[:] = True
        outside[
            box.y // 8 * 8 : -(-box.bottom // 8) * 8, box.x // 8 * 8 : -(-box.right // 8) * 8
        ] = False
    if (before[:, outside] != after[:, outside]).any():
        yield "changed outside"


def main() -> int:
    """Print the table; 1 when something did not hold."""
    shared = Path(__file__).parents[4] / "shared" / "data"
    paths = [Path(each) for each in sys.argv[1:]] or shared_files(shared)
    failed = 0
    with tempfile.TemporaryDirectory() as folder, FrameReader() as reader:
        os.environ["SCANVEIL_HOME"] = folder
        for path in paths:
            row = check(path, Path(folder), reader)
            if row is None:
                print(f"{path.name[-44:]:44} cannot be decoded")
                continue
            failed += bool(row.wrong)
            words = (
                f"{row.name:44} {row.before[:34]:34} -> {row.after[:14]:14} {row.photometric:15}"
            )
            told = "; ".join(row.wrong) or "ok"
            print(f"{words} {row.tool:20} {row.frames:3} fr {row.changed:7} px  {told}", flush=True)
    print(f"{len(paths)} files, {failed} with something wrong")
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
