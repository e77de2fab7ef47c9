"""Profiles as TOML files: the shipped ones and those a site writes."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from viewer.errors import UsageError
from viewer.paths import resource, user_data
from viewer.profile.option import Option
from viewer.profile.profile import Profile
from viewer.profile.tables import edition, tables_digest

_CODES = frozenset("XZDUCK")
_DOCUMENTS = {"replace": False, "redact": True}
_REVIEWERS = {1: False, 2: True}
_BLOCK = re.compile(r"\(?([0-9A-Fa-f]{4}),[xX]{2}([0-9A-Fa-f]{2})\)?")
_TAG = re.compile(r"\(?([0-9A-Fa-f]{4}),([0-9A-Fa-f]{4})\)?")


def list_profiles() -> tuple[Profile, ...]:
    """The shipped profiles, the default one (research) first, then those of this site."""
    return (*shipped_profiles(), *site_profiles())


@lru_cache(maxsize=1)
def shipped_profiles() -> tuple[Profile, ...]:
    """The profiles that came with the program, the default one first."""
    found = [_read(path) for path in sorted(resource("profiles").glob("*.toml"))]
    return tuple(sorted(found, key=lambda each: (each.name != "research", each.name)))


def is_shipped(name: str) -> bool:
    """Whether a name stands for a profile that came with the program, and for none of this site."""
    shipped = {each.name for each in shipped_profiles()}
    return name in shipped - {each.name for each in site_profiles()}


def site_profiles() -> tuple[Profile, ...]:
    """The profiles that were saved on this machine; a file that is not understood is left out."""
    found = []
    for path in sorted(_site_folder().glob("*.toml")):
        with suppress(UsageError):
            found.append(_read(path))
    return tuple(found)


def save_profile(name: str, text: str) -> Path:
    """Write a profile of this site, so that ``load_profile`` knows its name; raises OSError."""
    folder = _site_folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    partial = folder / f"{name}.partial"
    partial.write_text(text, "utf-8")
    return partial.replace(folder / f"{name}.toml")


def delete_profile(name: str) -> None:
    """Forget a profile of this site; shipped ones stay."""
    (_site_folder() / f"{name}.toml").unlink(missing_ok=True)


def _site_folder() -> Path:
    return user_data() / "profiles"


def load_profile(name_or_path: str | Path = "research") -> Profile:
    """A profile by name, shipped or of this site, or by the path of its file; raises UsageError."""
    path = Path(name_or_path)
    if path.suffix == ".toml" or path.is_file():
        return _read(path)
    places = (resource("profiles"), _site_folder())
    found = [each for place in places if (each := place / f"{path.name}.toml").is_file()]
    if str(path) != path.name or not found:
        known = ", ".join(each.name for each in list_profiles())
        raise UsageError("There is no profile of that name.", f"Known profiles: {known}.")
    return _read(found[0])


def _read(path: Path) -> Profile:
    try:
        return profile_of(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError("The profile could not be read.", "It must be a TOML file.") from error


def profile_of(data: Mapping[str, Any]) -> Profile:
    """The profile that the content of a profile file describes; raises UsageError."""
    try:
        return _profile(data)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        advice = "It needs name, title, version and options; see resources/profiles."
        raise UsageError("The profile has a part that is not understood.", advice) from error


def _profile(data: Mapping[str, Any]) -> Profile:
    options = frozenset(Option(name) for name in data["options"])
    if {Option.RETAIN_FULL_DATES, Option.RETAIN_MODIFIED_DATES} <= options:
        raise ValueError("full and modified dates exclude each other")
    rules = {_tag(tag): _code(code) for tag, code in data.get("rules", {}).items()}
    return Profile(
        name=str(data["name"]),
        title=str(data["title"]),
        version=str(data["version"]),
        edition=edition(),
        options=options,
        digest=_digest(data),
        description=str(data.get("description", "")),
        rules=rules,
        private=_private(data.get("private", {})),
        redacts_documents=_DOCUMENTS[data.get("documents", "replace")],
        two_reviewers=_REVIEWERS[data.get("reviewers", 1)],
    )


def _digest(data: Mapping[str, Any]) -> str:
    text = json.dumps(data, sort_keys=True, default=str) + tables_digest()
    return hashlib.sha256(text.encode()).hexdigest()


def _tag(text: str) -> int:
    if not (match := _TAG.fullmatch(text)):
        raise ValueError("not a tag")
    return int(match[1] + match[2], 16)


def _private(creators: Mapping[str, Mapping[str, str]]) -> dict[tuple[str, int, int], str]:
    """The tables [private."CREATOR"] by creator, group and element within the block."""
    return {
        (creator, *_place(place)): _code(code)
        for creator, places in creators.items()
        for place, code in places.items()
    }


def _place(text: str) -> tuple[int, int]:
    """Group and element of a place such as (0019,xx23)."""
    match = _BLOCK.fullmatch(text)
    if not match or not int(match[1], 16) & 1:
        raise ValueError("not the place of a private attribute")
    return int(match[1], 16), int(match[2], 16)


def _code(code: str) -> str:
    if code not in _CODES:
        raise ValueError("not an action code")
    return code
