"""Which model files read text, and proof that they are the ones that were measured."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from viewer import paths
from viewer.errors import ScanveilError

_ADVICE = "Install Scanveil again; text in pixels cannot be found without this file."


@dataclass(frozen=True, slots=True)
class Models:
    """Paths of the three verified model files."""

    detector: Path
    recogniser: Path
    turner: Path


def models_folder() -> Path:
    """The folder of the installed rapidocr wheel that holds the models."""
    spec = find_spec("rapidocr")
    if spec is None or spec.origin is None:
        raise ScanveilError("The text reader is not installed.", _ADVICE)
    return Path(spec.origin).parent / "models"


def verified_models(folder: Path | None = None) -> Models:
    """The model files, each compared with its known SHA-256.

    Raises ScanveilError when one is missing or altered.
    """
    folder = models_folder() if folder is None else folder
    known = tomllib.loads(paths.resource("ocr-models.toml").read_text("utf-8"))
    return Models(**{role: _verified(folder, entry) for role, entry in known.items()})


def _verified(folder: Path, entry: dict[str, str]) -> Path:
    path = folder / entry["file"]
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ScanveilError(f"The text model {path.name} is missing.", _ADVICE) from error
    if digest != entry["sha256"]:
        raise ScanveilError(f"The text model {path.name} has been altered.", _ADVICE)
    return path
