"""The in-toto Statement v1 of an export: which files, made how, decided by whom; no values.

The predicate is versioned by its type; a field is added freely and never changes its meaning.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

STATEMENT = "provenance.json"
SIGNATURE = "provenance.json.p7s"
ENVELOPE = "provenance.dsse.json"
CERTIFICATE = "certificate.pem"
STATEMENT_TYPE = "https://in-toto.io/Statement/v1"
PREDICATE_TYPE = "https://scanveil.org/de-identification/v1"


def encode_statement(digests: Mapping[str, str], predicate: Mapping[str, Any]) -> bytes:
    """The statement over files, given as relative name to SHA-256, as the bytes to be signed."""
    subjects = [{"name": name, "digest": {"sha256": digests[name]}} for name in sorted(digests)]
    content = {
        "_type": STATEMENT_TYPE,
        "subject": subjects,
        "predicateType": PREDICATE_TYPE,
        "predicate": predicate,
    }
    return json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True).encode() + b"\n"
