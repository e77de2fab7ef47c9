"""Signatures and manifests around a file: ours, DICOM's, and a C2PA manifest beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from cryptography import x509

from viewer.authenticity.header_check import HeaderCheck
from viewer.authenticity.pixel_check import Measured
from viewer.authenticity.sign import Level
from viewer.authenticity.subject import Place, Subject
from viewer.authenticity.texts import sentence
from viewer.model import Instance
from viewer.provenance import (
    CERTIFICATE,
    SIGNATURE,
    STATEMENT,
    SignatureProblem,
    fingerprint,
    sha256_file,
    verify_detached,
)
from pydicom.dataset import Dataset
