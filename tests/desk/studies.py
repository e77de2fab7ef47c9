"""The studies a reviewer clears: the demo, and three of the real ones where they are."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from viewer.demo import make_demo

_DATA = Path(__file__).parents[3] / "shared" / "data"


def _demo(folder: Path) -> Path:
    return make_demo(folder)


def _small_demo(folder: Path) -> Path:
    return make_demo(folder, size="small")


def _copied(place: str) -> Callable[[Path], Path | None]:
    """A folder that holds one file or folder of the shared data, None where it is not there."""

    def copy(folder: Path) -> Path | None:
        source = _DATA / place
        if not source.exists():
            return None
        if source.is_dir():
            shutil.copytree(source, folder)
        else:
            folder.mkdir()
            shutil.copy(source, folder)
        return folder

    return copy


STUDIES: dict[str, Callable[[Path], Path | None]] = {
    "demo": _demo,
    "small-demo": _small_demo,
    "cine": _copied("burned_in/dcm4che__US-PAL-8-10x-echo"),
    "head_ct": _copied("head_ct"),
    "secondary": _copied("burned_in/presidio__RGB_ORIGINAL.dcm"),
}
