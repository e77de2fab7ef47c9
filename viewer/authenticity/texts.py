"""The sentences people read, from resources/authenticity/texts.toml."""

from __future__ import annotations

import tomllib
from functools import cache

from viewer import paths


@cache
def _texts() -> dict[str, str]:
    text = paths.resource("authenticity/texts.toml").read_text("utf-8")
    found: dict[str, str] = tomllib.loads(text)["texts"]
    return found


def sentence(name: str, **values: object) -> str:
    """A sentence by name, its places filled; raises KeyError for an unknown name."""
    return _texts()[name].format(**values)


NO_SIGN = sentence("no-sign")
