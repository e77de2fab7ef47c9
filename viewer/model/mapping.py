"""How one patient's identifiers are mapped: random pseudonym and shift, keyed UIDs."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PatientMapping:
    """The mapping of one patient in one vault; random, so it cannot be derived from the patient.

    ``date_shift_days`` is added to every date. ``uid_key`` is the vault's 32-byte secret.
    """

    patient_id: str
    patient_name: str
    date_shift_days: int
    uid_key: bytes = field(repr=False)

    def remap_uid(self, uid: str) -> str:
        """A UID under 2.25 by HMAC-SHA256: consistent, and irreversible without the key."""
        digest = hmac.new(self.uid_key, b"uid:" + uid.encode(), hashlib.sha256).digest()
        return f"2.25.{int.from_bytes(digest[:16], 'big') >> 2}"

    def code(self, purpose: str, value: str) -> str:
        """Ten keyed characters that stand for a value such as an accession number."""
        message = f"{purpose}:{value}".encode()
        digest = hmac.new(self.uid_key, message, hashlib.sha256).digest()
        alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
        return "".join(alphabet[byte & 31] for byte in digest[:10])
