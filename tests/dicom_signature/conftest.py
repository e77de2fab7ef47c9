"""One key for all tests of this room, as making one takes a moment."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.dicom_signature.builders import write_pem
from viewer.dicom_signature import SigningKey
from viewer.provenance import workstation_identity


class Signer(NamedTuple):
    """A signing key, and the same as PEM files."""

    key: SigningKey
    key_file: Path
    pem: Path


@pytest.fixture(scope="session")
def signer(tmp_path_factory: pytest.TempPathFactory) -> Signer:
    """A workstation's key."""
    folder = tmp_path_factory.mktemp("signer")
    identity = workstation_identity(folder)
    return Signer(SigningKey.of(identity), *write_pem(identity, folder))
