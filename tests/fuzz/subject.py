"""The process under test: takes mutants through every stage, and says what it saw of each batch.

``python -m tests.fuzz.subject SEED FIRST LAST BATCH FOLDER``; one JSON line before and one after
each batch. Whoever started it notices when it dies or says nothing for too long.
"""

from __future__ import annotations

import io
import json
import logging
import os
import shutil
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from tests.fuzz.mutate import mutant
from tests.fuzz.seeds import PLANTED, seeds
from viewer import detect, export, load, verify
from viewer.dicom import FrameReader
from viewer.errors import ScanveilError, UnreadableError
from viewer.export import exporting
from viewer.model import Loaded, ScanResult
from viewer.profile import Profile, load_profile
from viewer.provenance import AuditLog, Vault
from viewer.provenance.identity import workstation_identity
from viewer.review.audited import log_opened

_MOST_FRAMES = 2
_CODINGS = ("ascii", "utf-16-le", "utf-16-be")
_NEEDLES = tuple(
    {
        form.encode(coding)
        for word in PLANTED
        for form in (word, word.upper())
        for coding in _CODINGS
    }
)


class Subject:
    """Everything that stays from batch to batch."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, io.StringIO()
        self.seeds = seeds(folder / "seeds")
        self.profile: Profile = load_profile("research")
        self.reader = FrameReader()
        logging.basicConfig(stream=self.log, level=logging.DEBUG, force=True)

    def batch(self, seed: int, numbers: Sequence[int]) -> dict[str, object]:
        """What happened to a few mutants that lie in one folder."""
        inside, out = self.folder / "in", self.folder / "out"
        for each in (inside, out):
            shutil.rmtree(each, ignore_errors=True)
        inside.mkdir()
        for number in numbers:
            content = mutant(self.seeds, seed, number)
            (inside / f"{number}.dcm").write_bytes(content)
        tally: Counter[str] = Counter()
        wrong = list(self._stages(inside, out, tally))
        return {"wrong": [*wrong, *self._leaks(out)], "tally": tally}

    def _stages(self, inside: Path, out: Path, tally: Counter[str]) -> Iterator[str]:
        said: list[str] = []
        try:
            loaded = load.load([inside])
            said += [*loaded.warnings, *(each.reason for each in loaded.unreadable)]
            tally["loaded"] += len(list(loaded.instances()))
            tally["unreadable"] += len(loaded.unreadable) + len(loaded.skipped)
            self._decode(loaded, tally, said)
            result = detect.scan(loaded, self.profile, text=False, face=False)
            said += [each.error for each in result.failures]
            tally["findings"] += len(result.findings)
            log_opened(AuditLog(), loaded)
            yield from self._export(loaded, result, out, tally, said)
        except Exception as error:  # noqa: BLE001 - each one is a fault of the program
            yield f"{type(error).__name__} at {_places(error)}"
        if any(word in text for text in said for word in PLANTED):
            yield "leak in a sentence"

    def _decode(self, loaded: Loaded, tally: Counter[str], said: list[str]) -> None:
        for instance in loaded.instances():
            for index in {0, instance.frames - 1} if instance.has_pixels else ():
                try:
                    self.reader.frame(instance.source, index)
                    tally["decoded"] += 1
                except UnreadableError as error:
                    tally["not decoded"] += 1
                    said.append(str(error))

    def _export(
        self, loaded: Loaded, result: ScanResult, out: Path, tally: Counter[str], said: list[str]
    ) -> Iterator[str]:
        try:
            with Vault.open(self.folder / "vault.db", create=True) as vault:
                export.export(
                    loaded,
                    result,
                    {},
                    out=out,
                    profile=self.profile,
                    vault=vault,
                    accept_proposed=True,
                )
        except ScanveilError as error:
            tally["refused"] += 1
            said += [str(error), *getattr(error, "reasons", ())]
            return
        tally["exported"] += 1
        report = verify.verify(out, pixels=verify.PixelReading.NONE)
        failed = sorted(each.id for each in report.checks if each.done and not each.ok)
        if failed:
            yield f"an export does not verify: {', '.join(failed)}"

    def _leaks(self, out: Path) -> Iterator[str]:
        """Where the planted patient stands who should stand nowhere."""
        written = {path.name: path.read_bytes() for path in out.rglob("*") if path.is_file()}
        written["log"] = self.log.getvalue().encode("utf-8", "replace")
        log = AuditLog().path
        written["audit log"] = log.read_bytes() if log.exists() else b""
        written["output"] = (self.folder / "output").read_bytes()
        for name, content in sorted(written.items()):
            if any(needle in content for needle in _NEEDLES):
                yield f"leak in {name}"
        self.log.truncate(0)


def _places(error: Exception) -> str:
    """Where it came from, without a value."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [each for each in frames if "viewer" in Path(each.filename).parts][-4:]
    places = [f"{Path(each.filename).name}:{each.lineno}" for each in (*ours, frames[-1])]
    return " < ".join(reversed(places))


def main() -> None:
    """Run the batches that were asked for."""
    seed, first, last, batch = map(int, sys.argv[1:5])
    folder = Path(sys.argv[5])
    os.fsync = lambda _: None  # type: ignore[assignment] # nobody pulls a plug here
    exporting.workstation_identity = cache(workstation_identity)  # type: ignore[attr-defined]
    answers = os.fdopen(os.dup(1), "w")
    output = os.open(folder / "output", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    subject = Subject(folder)
    for start in range(first, last, batch):
        print(json.dumps({"begins": start}), file=answers, flush=True)
        found = subject.batch(seed, range(start, min(start + batch, last)))
        print(json.dumps(found), file=answers, flush=True)


if __name__ == "__main__":
    main()
