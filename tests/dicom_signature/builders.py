"""Small signed files, and Debian's dcmsign as the other side."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from pydicom.dataset import Dataset

from viewer.dicom import encode_parts, read_dataset
from viewer.dicom.dataset import parse_safely
from viewer.dicom_signature import SignatureCheck, SigningKey, check_signatures, sign_elements
from viewer.provenance import Identity


def dcmsign() -> str:
    """The program, or a skip."""
    return shutil.which("dcmsign") or pytest.skip("dcmtk is not on this machine")


def sign_file(dataset: Dataset, key: SigningKey, path: Path) -> Path:
    """Write a data set the way an export does."""
    head, parts, syntax = encode_parts(dataset)
    signed = sign_elements(parts, key, syntax).parts
    path.write_bytes(head + b"".join(chunk for _, chunks in signed for chunk in chunks))
    return path


def resave(
    path: Path,
    target: Path,
    change: str = "",
    value: object = None,
    edit: Callable[[Dataset], None] | None = None,
) -> Path:
    """Write a signed file again without signing it, perhaps with one attribute set or an edit."""
    dataset = read_dataset(path.read_bytes())
    if change:
        setattr(dataset, change, value)
    if edit:
        edit(dataset)
    head, parts, _ = encode_parts(dataset)
    target.write_bytes(head + b"".join(chunk for _, chunks in parts for chunk in chunks))
    return target


def accepts(path: Path, pem: Path) -> bool:
    """Whether dcmsign finds a signature, and every one valid and by this signer."""
    command = [dcmsign(), "--verify", "+rg", "+cf", str(pem), str(path)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def signed_by_dcmsign(path: Path, target: Path, key: Path, pem: Path, *options: str) -> Path:
    """A copy of a file with a signature made by dcmsign."""
    command = [dcmsign(), "+s", str(key), str(pem), *options, str(path), str(target)]
    subprocess.run(command, capture_output=True, check=True)
    return target


def checked(path: Path, *, known: bool = True) -> tuple[SignatureCheck, ...]:
    """What we say about all signatures in a file."""
    return check_signatures(parse_safely(path.read_bytes()), lambda _: known)


def write_pem(identity: Identity, folder: Path) -> tuple[Path, Path]:
    """Key and certificate as files dcmsign reads."""
    key, pem = folder / "key.pem", folder / "certificate.pem"
    pem.write_bytes(identity.certificate_pem)
    key.write_bytes(
        identity.key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return key, pem
