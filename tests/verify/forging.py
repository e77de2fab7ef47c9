"""What somebody may do to an export, with and without a key."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pydicom

from viewer.provenance import (
    Identity,
    envelope,
    files_below,
    format_manifest,
    sha256_file,
    sign_detached,
)
from viewer.verify import VerifyReport

FIRST, SECOND = "dicom/S0001/000001.dcm", "dicom/S0001/000002.dcm"
Tamper = Callable[[Path], None]


def failed(report: VerifyReport) -> set[str]:
    return {each.id for each in report.checks if not each.ok}


def named(report: VerifyReport) -> set[str]:
    return {name for each in report.checks if not each.ok for name in each.files}


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def set_header(path: Path) -> None:
    dataset = pydicom.dcmread(path)
    dataset.Manufacturer = "Changed"
    dataset.save_as(path)


def edit_statement(out: Path) -> None:
    path = out / "provenance.json"
    path.write_text(path.read_text().replace('"none"', '"all"'))


def restate(out: Path) -> None:
    """What a forger with everything but the key does: consistent statement and manifest."""
    path = out / "provenance.json"
    told = json.loads(path.read_bytes())
    for subject in told["subject"]:
        subject["digest"]["sha256"] = sha256_file(out / subject["name"])
    path.write_text(json.dumps(told))
    remake_manifest(out)


def remake_manifest(out: Path) -> None:
    names = [name for name in files_below(out) if name != "manifest-sha256.txt"]
    digests = {name: sha256_file(out / name) for name in names}
    (out / "manifest-sha256.txt").write_text(format_manifest(digests))


def resign(out: Path, identity: Identity) -> None:
    """What a forger with a key of their own does: statement, envelope, manifest, certificate."""
    (out / "certificate.pem").write_bytes(identity.certificate_pem)
    restate(out)
    statement = (out / "provenance.json").read_bytes()
    (out / "provenance.json.p7s").write_bytes(sign_detached(statement, identity))
    (out / "provenance.dsse.json").write_bytes(envelope(statement, identity))
    remake_manifest(out)


def swap(out: Path) -> None:
    (out / FIRST).rename(out / "x")
    (out / SECOND).rename(out / FIRST)
    (out / "x").rename(out / SECOND)


def swap_signatures(out: Path) -> None:
    (out / "provenance.json.p7s").write_bytes((out / "certificate.pem").read_bytes())


def link(out: Path) -> None:
    (out / FIRST).rename(out.parent / "moved.dcm")
    (out / FIRST).symlink_to(out.parent / "moved.dcm")


def polyglot(out: Path) -> None:
    content = bytearray((out / FIRST).read_bytes())
    content[:2] = b"MZ"
    (out / FIRST).write_bytes(content)


def append(path: Path, content: bytes) -> None:
    path.write_bytes(path.read_bytes() + content)


def drop_line(out: Path) -> None:
    path = out / "manifest-sha256.txt"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[1:]))


def pixels(path: Path) -> int:
    return path.read_bytes().index(b"\xe0\x7f\x10\x00OW") + 100


def renumber(path: Path) -> None:
    dataset = pydicom.dcmread(path)
    dataset.InstanceNumber = 7
    dataset.save_as(path)


def add(path: Path) -> None:
    dataset = pydicom.dcmread(path)
    dataset.PatientComments = "added"
    dataset.save_as(path)


def strip(path: Path, keyword: str) -> None:
    dataset = pydicom.dcmread(path)
    delattr(dataset, keyword)
    dataset.save_as(path)


def shorten(path: Path) -> None:
    dataset = pydicom.dcmread(path)
    item = dataset.MACParametersSequence[0]
    item.DataElementsSigned = list(item.DataElementsSigned)[:-1]
    dataset.save_as(path)


def transplant(path: Path) -> None:
    dataset = pydicom.dcmread(path)
    other = pydicom.dcmread(path.with_name("000002.dcm"))
    dataset.DigitalSignaturesSequence = other.DigitalSignaturesSequence
    dataset.save_as(path)
