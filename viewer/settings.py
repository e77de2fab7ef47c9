"""The user's choices that outlive a session; never an identifying value."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from viewer import paths


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices stored as JSON in the user's private folder."""

    theme: str = "dark"
    language: str = "en"
    profile: str = "research"
    reviewer_role: str = "reviewer"
    jobs: int = 2
    second_look: bool = True
    window: str = ""
    panels: str = ""
    recipient: str = ""
    purpose: str = ""
    basis: str = ""
    basis_detail: str = ""
    basis_author: str = ""
    distribution: str = ""
    lock_minutes: int = 10


def _file() -> Path:
    return paths.user_data() / "settings.json"


def load() -> Settings:
    """The stored settings; unknown keys are ignored and a damaged file means the defaults."""
    try:
        stored = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    types = {field.name: type(field.default) for field in fields(Settings)}
    known: dict[str, Any] = {k: v for k, v in stored.items() if types.get(k) is type(v)}
    return replace(Settings(), **known)


def save(settings: Settings) -> None:
    """Write the settings atomically."""
    partial = _file().with_suffix(".partial")
    partial.write_text(json.dumps(asdict(settings), indent=1), "utf-8")
    partial.replace(_file())
