"""What a verification found, as sentences and names of files; never a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from viewer.verify.suspicion import Suspicion


@dataclass(frozen=True, slots=True)
class Check:
    """One question and its answer; ``files`` are the names it failed for.

    ``done`` is False when the question could not be asked, which is not a failure.
    """

    id: str
    title: str
    ok: bool
    detail: str
    files: tuple[str, ...] = ()
    done: bool = True


@dataclass(frozen=True, slots=True)
class FileState:
    """How one file stands; ``state`` is one of a few fixed phrases, ``detail`` a sentence."""

    name: str
    state: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """All checks of one exported folder.

    ``outcome`` is one sentence; ``signer`` the name in the certificate and ``fingerprint`` its
    SHA-256, ``words`` the same to be read out; ``suspicious`` are texts that are still there and
    look as if they could identify, the worst first, which is no failure; ``statement`` is what the
    export says of itself, empty when it cannot be read; ``files`` are all that are or should be.
    """

    checks: tuple[Check, ...]
    outcome: str
    signer: str = ""
    fingerprint: str = ""
    words: str = ""
    signer_known: bool = False
    statement: Mapping[str, Any] = field(default_factory=dict)
    suspicious: tuple[Suspicion, ...] = ()
    files: tuple[FileState, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether no check failed."""
        return all(each.ok for each in self.checks)

    @property
    def export_id(self) -> str:
        """The random id the export gave itself."""
        predicate = self.statement.get("predicate")
        return str(predicate.get("export_id", "")) if isinstance(predicate, dict) else ""


def passed(identifier: str, title: str, detail: str) -> Check:
    """A check that found nothing wrong."""
    return Check(identifier, title, True, detail)


def failed(identifier: str, title: str, detail: str, files: tuple[str, ...] = ()) -> Check:
    """A check that found something wrong, with the first files it is about in the sentence."""
    named = ", ".join(files[:5]) + (f" and {len(files) - 5} more" if len(files) > 5 else "")
    return Check(identifier, title, False, f"{detail}{': ' if named else ''}{named}", files)


def skipped(identifier: str, title: str, detail: str) -> Check:
    """A check that could not be done."""
    return Check(identifier, title, True, detail, done=False)
