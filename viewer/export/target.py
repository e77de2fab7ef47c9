"""Where an export may go: a new or empty folder, outside of every input, with enough space."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from viewer.errors import RefusedError

_SPARE_BYTES = 16 * 1024 * 1024


def check_target(out: Path, inputs: Sequence[Path], *, zip: bool = False) -> None:
    """Refuse a target that could overwrite, mix with or disclose something; changes nothing.

    Raises RefusedError with every reason.
    """
    reasons = tuple(_reasons(out, inputs, zip))
    if reasons:
        raise RefusedError(f"Nothing was exported. {reasons[0]}", _OTHER, reasons)


def check_space(out: Path, needed: int) -> None:
    """Refuse when the disk of the target has less free space than needed, in bytes."""
    free = shutil.disk_usage(_existing(out)).free
    wanted = needed + _SPARE_BYTES
    if free < wanted:
        reason = f"The disk has {free / 1e6:,.0f} MB free and {wanted / 1e6:,.0f} MB are needed."
        advice = "Free space, or choose another disk."
        raise RefusedError(f"Nothing was exported. {reason}", advice, (reason,))


def zip_path(out: Path) -> Path:
    """Where the zip archive of an export goes: beside its folder."""
    return out.with_name(out.name + ".zip")


def _reasons(out: Path, inputs: Iterable[Path], zipped: bool) -> Iterator[str]:
    target = Path(os.path.realpath(out))
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        yield "The output is not a folder."
    elif out.is_dir() and any(out.iterdir()):
        yield "The output folder is not empty."
    if zipped and zip_path(out).exists():
        yield "The zip archive is there already."
    for each in inputs:
        source = Path(os.path.realpath(each))
        if source == target or (source.is_dir() and source in target.parents):
            yield "The output folder lies inside the input."
        if target in source.parents:
            yield "The input lies inside the output folder."
    parent = _existing(target)
    if not parent.is_dir() or not os.access(parent, os.W_OK | os.X_OK):
        yield "The output folder cannot be written."


def _existing(path: Path) -> Path:
    path = Path(os.path.realpath(path))
    return next((each for each in (path, *path.parents) if each.exists()), Path(path.anchor))


_OTHER = "Choose a new folder outside of the input."
