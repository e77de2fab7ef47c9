"""How much burned-in text is found, next to Tesseract and Presidio's reader in the same run.

A text counts as visible when nine tenths of its ink differ from the ground around each letter by at
least 4 % of the default window. What runs over bone, as white as itself, or is lost in air counts
as hidden, whatever condition it was drawn for; one median over its whole box, as used before,
called faint text across a skull visible. Every condition's own figure is printed in any case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic

from tests.benchmarks.places import Places
from tests.benchmarks.synthetic_text.engines import Outcome, presidio, scanveil, tesseract
from tests.benchmarks.synthetic_text.picture import Picture, Text, pictures
from tests.benchmarks.synthetic_text.saving import save
from tests.benchmarks.synthetic_text.scoring import Wanted, tally

_DRAWS = (  # seed, pictures per condition
    (7, 5),  # rules were chosen on these
    (101, 3),  # what was missed here was looked at once, and two rules followed from it
    (211, 2),  # never looked at: only the table of figures
)
_ENGINES = ("scanveil", "tesseract", "presidio")
_BATCH = 10
_NOISELESS = frozenset({"in-padding", "one-or-two-levels"})
Pair = tuple[Picture, Outcome]


def measure(places: Places) -> Iterator[str]:
    """Read what was not read before; with ``--keep`` a later run goes on where this one stops."""
    folder = places.keep or places.scratch / "burned-in"
    folder.mkdir(exist_ok=True, parents=True)
    until = monotonic() + 60 * places.minutes
    everything: list[Picture] = []
    for seed, each in _DRAWS:
        drawn = list(pictures(seed, each))
        for engine in _ENGINES:
            left = [one for one in drawn if not _kept(folder, engine, one).exists()]
            yield from _read(engine, left, folder, places.scratch, until)
        yield f"seed {seed}: {len(drawn)} pictures, {sum(len(one.texts) for one in drawn)} texts"
        yield from _table(drawn, folder)
        everything += drawn
    yield f"all seeds: {len(everything)} pictures"
    yield from _table(everything, folder)


def _read(
    engine: str, left: Sequence[Picture], folder: Path, scratch: Path, until: float
) -> Iterator[str]:
    done = 0
    for start in range(0, len(left), _BATCH):
        some = left[start : start + _BATCH]
        if monotonic() > until:
            yield f"{engine}: time is up, {len(left) - done} pictures left for another run"
            return
        files = [save(one, scratch / f"{one.name}.dcm") for one in some]
        for name, outcome in _outcomes(engine, some, files, scratch):
            (folder / f"{engine}-{name}.json").write_text(outcome.to_json())
        for path in files:
            path.unlink()
        done += len(some)


def _outcomes(
    engine: str, some: Sequence[Picture], files: Sequence[Path], scratch: Path
) -> Iterator[tuple[str, Outcome]]:
    if engine == "presidio":
        yield from presidio(files, scratch)
    elif engine == "tesseract":
        yield from ((one.name, tesseract(one, scratch)) for one in some)
    else:
        yield from ((one.name, scanveil(path)) for one, path in zip(some, files, strict=True))


def _kept(folder: Path, engine: str, picture: Picture) -> Path:
    return folder / f"{engine}-{picture.name}.json"


def _pairs(drawn: Sequence[Picture], folder: Path, engine: str) -> list[Pair]:
    paths = [(one, _kept(folder, engine, one)) for one in drawn]
    return [(one, Outcome.from_json(path.read_text())) for one, path in paths if path.exists()]


def _table(drawn: Sequence[Picture], folder: Path) -> Iterator[str]:
    read = {engine: _pairs(drawn, folder, engine) for engine in _ENGINES}
    yield f"{'covered/touched':34}{'texts':>6}" + "".join(f"{each:>16}" for each in _ENGINES)
    for title, wanted in _classes(drawn):
        found = [tally(read[engine], wanted, lambda one: one.found) for engine in _ENGINES]
        if found[0].shares:
            yield f"{title:34}{len(found[0].shares):6}" + "".join(f"{each!s:>16}" for each in found)
    yield from _proposals(read["scanveil"])
    for engine in _ENGINES:
        yield _costs(engine, read[engine])


def _classes(drawn: Sequence[Picture]) -> Iterator[tuple[str, Wanted]]:
    yield "visible", lambda picture, text: text.is_visible
    yield "stroke contrast 4 x noise or more", lambda picture, text: _is_clear(text)
    yield "hidden", lambda picture, text: not text.is_visible
    yield "padding, one or two levels", lambda picture, text: picture.condition in _NOISELESS
    for condition in dict.fromkeys(one.condition for one in drawn):
        yield f"- {condition}", lambda picture, text, its=condition: picture.condition == its  # type: ignore[misc]


def _is_clear(text: Text) -> bool:
    return text.is_visible and text.noise_ratio >= 4


def _proposals(read: Sequence[Pair]) -> Iterator[str]:
    for name, visible in (("visible", True), ("hidden", False)):
        blank = tally(read, _identifying(visible), lambda one: one.blank)
        shown = tally(read, _identifying(visible), lambda one: (*one.blank, *one.ask))
        yield (
            f"identifying, {name}: {len(blank.shares)} texts, blanked {blank}, "
            f"blanked or asked about {shown}"
        )
    benign = tally(read, lambda picture, text: not text.identifies, lambda one: one.blank)
    asked = tally(
        read, lambda picture, text: not text.identifies, lambda one: (*one.blank, *one.ask)
    )
    yield (
        f"harmless: {len(benign.shares)} texts, kept {1 - benign.touched:.1%}, "
        f"kept without a question {1 - asked.touched:.1%}"
    )
    empty = [outcome for picture, outcome in read if not picture.texts]
    yield (
        f"without text: {sum(one.same for one in empty)} of {len(empty)} pictures come out bit "
        f"for bit the same, {sum(len(one.ask) for one in empty)} questions"
    )


def _identifying(visible: bool) -> Wanted:
    return lambda picture, text: text.identifies and text.is_visible is visible


def _costs(engine: str, read: Sequence[Pair]) -> str:
    crashed = sum(bool(outcome.error) for _, outcome in read)
    seconds = [outcome.seconds for _, outcome in read if not outcome.error]
    mean = sum(seconds) / max(1, len(seconds))
    return f"{engine}: {len(read)} pictures, {mean:.2f} CPU s each, {crashed} crashed"
