"""The one function of this room."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from viewer.errors import UsageError
from viewer.model import Progress, silent
from viewer.provenance import STATEMENT, Vault, fingerprint_words
from viewer.verify.file_signatures import check_file_signatures, state_of
from viewer.verify.files import (
    SAME,
    Digests,
    check_against_manifest,
    check_against_statement,
    kept_attributes,
    read_statement,
    state_by_digest,
    stated,
)
from viewer.verify.instances import check_instances
from viewer.verify.known import KnownValues
from viewer.verify.pixels import PixelReading, check_pixels
from viewer.verify.reading import FileFacts, Question, read_folder
from viewer.verify.report import Check, FileState, VerifyReport, failed, passed, skipped
from viewer.verify.second_reviewer import check_second_reviewer
from viewer.verify.signature import Signed, check_signature, signer_name

_RESIDUAL = ("residual", "Known values")
_VAULT = ("vault", "Vault's record")
_OTHER_TEXTS = ("report.html", STATEMENT)


def verify(
    folder: Path,
    *,
    vault: Vault | None = None,
    trusted: Sequence[Path] = (),
    jobs: int = 1,
    pixels: PixelReading = PixelReading.FAST,
    progress: Progress = silent,
) -> VerifyReport:
    """Check an exported folder; with its vault, also that no known value is left in it.

    ``trusted`` are certificate files; when given, one of them must have signed. ``jobs`` is the
    number of processes for large folders, ``pixels`` which images are read for text. Raises
    UsageError when there is no folder to read.
    """
    try:
        return _verify(folder, vault, trusted, jobs, pixels, progress)
    except OSError as error:
        raise UsageError(
            f"The folder cannot be read: {error.strerror}.", "Check the path and its rights."
        ) from None


def _verify(
    folder: Path,
    vault: Vault | None,
    trusted: Sequence[Path],
    jobs: int,
    pixels: PixelReading,
    progress: Progress,
) -> VerifyReport:
    if not folder.is_dir():
        raise UsageError("There is no folder at that place.", "Give the folder that was exported.")
    content = (folder / STATEMENT).read_bytes() if (folder / STATEMENT).is_file() else b""
    statement, understood = read_statement(content)
    signed = check_signature(folder, content, trusted)
    record = _Record(vault, statement)
    read = read_folder(Question(folder, record.known, kept_attributes(statement)), jobs, progress)
    found = tuple(read.files)
    digests = {each.name: each.digest for each in found}
    checks = (
        *signed.checks,
        understood,
        *check_against_statement(digests, statement),
        *check_against_manifest(folder, digests),
        *check_instances(found),
        *check_file_signatures(found, statement, signed.fingerprint),
        *check_second_reviewer(statement),
        *record.check_statement(content),
        *record.check_residual(folder, found),
        check_pixels(
            folder,
            [each.name for each in found if each.is_instance and each.readable],
            statement,
            record.values,
            pixels,
            jobs,
            progress,
        ),
    )
    report = _report(checks, signed, statement)
    states = tuple(_states(found, digests, statement, signed))
    return replace(report, files=states, suspicious=read.suspicions.ranked())


def _states(
    found: Sequence[FileFacts], digests: Digests, statement: Mapping[str, Any], signed: Signed
) -> Iterator[FileState]:
    """Every file that is there or should be; its own signature speaks where the digest is right."""
    expected, facts = stated(statement), {each.name: each for each in found}
    for name in sorted({*digests, *expected}):
        by_digest = state_by_digest(name, digests, expected)
        if by_digest == SAME and facts[name].is_instance:
            yield state_of(facts[name], signed.fingerprint, signed.known)
        else:
            yield FileState(name, by_digest)


class _Record:
    """What the vault knows of this export."""

    def __init__(self, vault: Vault | None, statement: Mapping[str, Any]) -> None:
        self._id = str(statement.get("predicate", {}).get("export_id", ""))
        self._vault = vault if vault and vault.knows(self._id) else None
        self.values = tuple(self._vault.identifiers(self._id)) if self._vault else ()
        self.known = KnownValues(self.values)

    def check_statement(self, content: bytes) -> Iterator[Check]:
        remembered = self._vault.statement_digest(self._id) if self._vault else ""
        if remembered and remembered != hashlib.sha256(content).hexdigest():
            yield failed(*_VAULT, "The vault remembers another statement", (STATEMENT,))
        elif remembered:
            yield passed(*_VAULT, "The statement is the one this vault remembers.")

    def check_residual(self, folder: Path, files: Sequence[FileFacts]) -> Iterator[Check]:
        if not self._vault:
            yield skipped(*_RESIDUAL, "Not searched: the vault of this export is not at hand.")
            return
        found = {each.name: set(each.residual) for each in files if each.residual}
        for name in _OTHER_TEXTS:
            if categories := self._in_file(folder / name):
                found[name] = categories
        if found:
            kinds = ", ".join(sorted(set().union(*found.values())))
            yield failed(*_RESIDUAL, f"Still there ({kinds})", tuple(sorted(found)))
        else:
            yield passed(*_RESIDUAL, f"None of {len(self.known)} values is left in any file.")

    def _in_file(self, path: Path) -> set[str]:
        if not path.is_file():
            return set()
        return self.known.undated.in_text(path.read_text("utf-8", "replace"))


def _report(
    checks: tuple[Check, ...],
    signed: Signed,
    statement: Mapping[str, Any],
) -> VerifyReport:
    certificate = signed.certificate
    return VerifyReport(
        checks,
        _outcome(checks, signed),
        signer_name(certificate) if certificate else "",
        signed.fingerprint,
        fingerprint_words(certificate) if certificate else "",
        signed.known,
        statement,
    )


def _outcome(checks: tuple[Check, ...], signed: Signed) -> str:
    wrong = [each for each in checks if not each.ok]
    if not wrong and signed.known:
        return "Valid, and by a known signer."
    if not wrong:
        return "Valid, but the signer is unknown."
    if any(each.id == "signature" for each in wrong):
        return "Not valid: the signature does not hold."
    return f"Not valid: {wrong[0].title.lower()}."
