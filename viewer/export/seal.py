"""Statement, signatures, manifest, report and archive of a staged export."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from viewer.errors import RefusedError
from viewer.export.page import page
from viewer.export.record import Facts, predicate
from viewer.export.staging import Staging
from viewer.model import Category
from viewer.provenance import (
    CERTIFICATE,
    ENVELOPE,
    MANIFEST,
    SIGNATURE,
    STATEMENT,
    Needles,
    StoredValue,
    encode_statement,
    envelope,
    files_below,
    format_manifest,
    sha256_file,
    sign_detached,
)

REPORT = "report.html"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def now() -> str:
    """The present moment, ISO 8601 UTC with seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def seal(
    facts: Facts, staging: Staging, archive: Path | None, values: Iterable[StoredValue]
) -> str:
    """Write everything beside ``dicom/`` and the archive; the SHA-256 of the statement.

    Raises OSError, and RefusedError when a reason that was typed repeats an identifying value.
    """
    folder, told = staging.folder, predicate(facts)
    _refuse_values(json.dumps(told, ensure_ascii=False), values)
    (folder / CERTIFICATE).write_bytes(facts.identity.certificate_pem)
    (folder / REPORT).write_text(page(told), "utf-8")
    digests = {each.name: each.sha256 for each in facts.cleaned}
    digests |= {name: sha256_file(folder / name) for name in (CERTIFICATE, REPORT)}
    statement = encode_statement(digests, told)
    (folder / STATEMENT).write_bytes(statement)
    (folder / SIGNATURE).write_bytes(sign_detached(statement, facts.identity))
    (folder / ENVELOPE).write_bytes(envelope(statement, facts.identity))
    _write_manifest(folder, digests)
    if archive:
        _write_archive(folder, staging.beside(archive), archive.stem)
    return hashlib.sha256(statement).hexdigest()


def _refuse_values(text: str, values: Iterable[StoredValue]) -> None:
    # dates are left out: the statement has dates of its own, such as that of the export
    needles = Needles(each for each in values if each.category != Category.DATE)
    if found := needles.in_text(text):
        reason = f"A reason that was typed repeats an identifying value ({', '.join(found)})."
        raise RefusedError(f"Nothing was exported. {reason}", "Change the reason.", (reason,))


def _write_manifest(folder: Path, known: dict[str, str]) -> None:
    digests = {name: known.get(name) or sha256_file(folder / name) for name in files_below(folder)}
    (folder / MANIFEST).write_text(format_manifest(digests), "utf-8", newline="\n")


def _write_archive(folder: Path, place: Path, root: str) -> None:
    with zipfile.ZipFile(place, "x", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        for name in files_below(folder):
            info = zipfile.ZipInfo(f"{root}/{name}", _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            with (folder / name).open("rb") as source, archive.open(info, "w") as target:
                while piece := source.read(1 << 20):
                    target.write(piece)
