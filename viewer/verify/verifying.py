"""The one function of this room."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from viewer.errors import UsageError
from viewer.model import Progress, silent
from viewer.provenance import STATEMENT, Vault, fingerprint
from viewer.verify.files import (
    check_against_manifest,
    check_against_statement,
    kept_attributes,
    read_files,
    read_statement,
)
from viewer.verify.instances import Instances, check_instances, read_instances
from viewer.verify.known import KnownValues
from viewer.verify.report import Check, VerifyReport, failed, passed, skipped
from viewer.verify.signature import Signed, check_signature, signer_name

_RESIDUAL = ("residual", "Known values")
_VAULT = ("vault", "Vault's record")
_OTHER_TEXTS = ("report.html", STATEMENT)


def verify(
    folder: Path,
    *,
    vault: Vault | None = None,
    trusted: Sequence[Path] = (),
    progress: Progress = silent,
) -> VerifyReport:
    """Check an exported folder; with its vault, also that no known value is left in it.

    ``trusted`` are certificate files; when given, one of them must have signed. Raises UsageError
    when the folder is no export at all.
    """
    try:
        return _verify(folder, vault, trusted, progress)
    except OSError as error:
        raise UsageError(
            f"The folder cannot be read: {error.strerror}.", "Check the path and its rights."
        ) from None


def _verify(
    folder: Path, vault: Vault | None, trusted: Sequence[Path], progress: Progress
) -> VerifyReport:
    if not folder.is_dir():
        raise UsageError("There is no folder at that place.", "Give the folder that was exported.")
    content = (folder / STATEMENT).read_bytes() if (folder / STATEMENT).is_file() else b""
    found = read_files(folder, progress)
    statement, understood = read_statement(content)
    signed = check_signature(folder, content, trusted)
    record = _Record(vault, statement)
    kept = kept_attributes(statement)
    instances = read_instances(folder, found.digests, record.known, kept, progress)
    checks = (
        *signed.checks,
        understood,
        *check_against_statement(found, statement),
        *check_against_manifest(folder, found),
        *check_instances(instances),
        *record.check_statement(content),
        *record.check_residual(folder, instances),
    )
    return replace(_report(checks, signed, statement), suspicious=instances.suspicions.ranked())


class _Record:
    """What the vault knows of this export."""

    def __init__(self, vault: Vault | None, statement: Mapping[str, Any]) -> None:
        self._id = str(statement.get("predicate", {}).get("export_id", ""))
        self._vault = vault if vault and vault.knows(self._id) else None
        self.known = KnownValues(self._vault.identifiers(self._id) if self._vault else ())

    def check_statement(self, content: bytes) -> Iterator[Check]:
        stated = self._vault.statement_digest(self._id) if self._vault else ""
        if stated and stated != hashlib.sha256(content).hexdigest():
            yield failed(*_VAULT, "The vault remembers another statement", (STATEMENT,))
        elif stated:
            yield passed(*_VAULT, "The statement is the one this vault remembers.")

    def check_residual(self, folder: Path, instances: Instances) -> Iterator[Check]:
        if not self._vault:
            yield skipped(*_RESIDUAL, "Not searched: the vault of this export is not at hand.")
            return
        found = dict(instances.residual)
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
    checks: tuple[Check, ...], signed: Signed, statement: Mapping[str, Any]
) -> VerifyReport:
    certificate = signed.certificate
    return VerifyReport(
        checks,
        _outcome(checks, signed),
        signer_name(certificate) if certificate else "",
        fingerprint(certificate) if certificate else "",
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
