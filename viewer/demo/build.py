"""Writes the demo: every object of the recipe, file by file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from pydicom import Dataset

from viewer.demo.capture import capture
from viewer.demo.head_ct import head_ct, slice_count
from viewer.demo.letter import letter
from viewer.demo.plant import plant, plant_around
from viewer.demo.recipe import DemoObject, Recipe, read_recipe
from viewer.demo.report import report
from viewer.demo.ultrasound import ultrasound
from viewer.errors import ScanveilError, UsageError
from viewer.model import Progress, silent

Size = Literal["full", "small"]
Builder = Callable[[Recipe, DemoObject, str], Iterator[tuple[str, Dataset]]]

_BUILDERS: dict[str, Builder] = {
    "head_ct": head_ct,
    "ultrasound": ultrasound,
    "capture": capture,
    "report": report,
    "letter": letter,
}
_WITH_PLANTED_CONTAINER = "capture"


def make_demo(out: Path, *, size: Size = "full", progress: Progress = silent) -> Path:
    """Write the synthetic study below ``out`` and return ``out``; the same bytes every time.

    ``small`` has fewer, smaller slices and frames, for tests. UsageError when the folder holds
    anything the demo does not write itself.
    """
    recipe = read_recipe()
    _refuse_foreign_files(out, recipe, size)
    total = slice_count(size) + len(recipe.objects) - 1
    try:
        for done, (path, ds) in enumerate(_files(recipe, size)):
            progress(done, total, "Building the demo study")
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            ds.save_as(out / path, enforce_file_format=True)
    except OSError as error:
        raise ScanveilError(
            f"The demo study could not be written ({error.strerror}).", "Choose another folder."
        ) from None
    progress(total, total, "Building the demo study")
    return out


def _files(recipe: Recipe, size: str) -> Iterator[tuple[Path, Dataset]]:
    for thing in recipe.objects:
        for name, ds in _BUILDERS[thing.kind](recipe, thing, size):
            plant(ds, recipe, thing)
            if thing.kind == _WITH_PLANTED_CONTAINER:
                plant_around(ds, recipe, thing)
            yield Path(thing.name) / name, ds


def _refuse_foreign_files(out: Path, recipe: Recipe, size: str) -> None:
    ours = {f"{thing.name}/{thing.file}" for thing in recipe.objects}
    for thing in recipe.objects:
        if thing.kind == "head_ct":
            ours |= {f"{thing.name}/{n + 1:04d}.dcm" for n in range(slice_count(size))}
    if out.exists() and not out.is_dir():
        raise UsageError("The place for the demo study is a file.", "Choose a folder.")
    there = (path for path in out.rglob("*") if not path.is_dir())
    if any(path.relative_to(out).as_posix() not in ours for path in there):
        raise UsageError(
            "The folder for the demo study holds other files.", "Choose an empty folder."
        )
