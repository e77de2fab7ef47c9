"""Random codes and shifts, and what makes two headers the same patient."""

from __future__ import annotations

import json
import secrets

from viewer.model import Masked

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0, 1, I and O, which are misread
_LENGTH = 8
_LARGEST_SHIFT_DAYS = 3650


def new_code() -> str:
    """Eight random characters, 40 bits, not derived from anybody (45 CFR 164.514(c))."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))


def new_shift() -> int:
    """A random number of days from -3650 to -1: never 0, and never into the future."""
    return -1 - secrets.randbelow(_LARGEST_SHIFT_DAYS)


def patient_identity(
    patient_id: Masked, name: Masked, birth: Masked, issuer: Masked, study_uid: str
) -> str:
    """Text under which the vault knows a patient; it identifies, and stays inside the vault."""
    if number := patient_id.reveal().strip():
        return json.dumps(["id", number, issuer.reveal().strip()])
    if called := " ".join(name.reveal().replace("^", " ").split()).casefold():
        return json.dumps(["name", called, birth.reveal().strip()])
    return json.dumps(["study", study_uid])
