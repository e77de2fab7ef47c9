"""Window presets, read from resources/windows.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from viewer import paths
from viewer.dicom import Window


@dataclass(frozen=True, slots=True)
class Preset:
    """A named window in modality units; ``window`` None stands for what the header asks for."""

    name: str
    title: str
    key: str
    window: Window | None
    modalities: tuple[str, ...]


@lru_cache(maxsize=1)
def _all() -> tuple[Preset, ...]:
    text = paths.resource("windows.toml").read_text("utf-8")
    return tuple(
        Preset(
            each["name"],
            each["title"],
            each["key"],
            Window(float(each["center"]), float(each["width"])) if "center" in each else None,
            tuple(each.get("modalities", ())),
        )
        for each in tomllib.loads(text)["preset"]
    )


def presets_for(modality: str) -> tuple[Preset, ...]:
    """The presets that make sense for a modality."""
    return tuple(each for each in _all() if not each.modalities or modality in each.modalities)


def find(modality: str, *, name: str = "", key: str = "") -> Preset | None:
    """The preset with a name or a key, None when the modality has none such."""
    for each in presets_for(modality):
        if each.name == name or each.key == key:
            return each
    return None


def name_of(modality: str, window: Window | None) -> str:
    """The name of the preset with this window; empty when it was set by hand."""
    return next((each.name for each in presets_for(modality) if each.window == window), "")
