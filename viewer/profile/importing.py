"""Turns what other tools call a script, recipe or knowledge base into a profile file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from viewer.errors import UsageError
from viewer.profile.ctp_script import read_ctp_script
from viewer.profile.deid_recipe import read_deid_recipe
from viewer.profile.edited import EditedProfile
from viewer.profile.imported import Draft, named
from viewer.profile.private_knowledge_base import PATTERN, read_knowledge_base
from viewer.profile.tables import attribute_action

_ADVICE = (
    "Known are DicomAnonymizer scripts of CTP (XML), recipes of pydicom/deid (with a %header "
    "section) and the TCIA private tag knowledge base (CSV)."
)
_LONGEST = 20_000_000


def import_profile(path: Path) -> tuple[str, tuple[str, ...]]:
    """The text of a profile file, and a sentence for everything that was not taken over as it is.

    The kind of file is told from its content. Raises UsageError when it is none of the known.
    """
    text = _text(path)
    name = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "imported"
    try:
        draft = _reader(text)(text, name)
    except ValueError as error:
        raise UsageError("The file is not understood.", _ADVICE) from error
    _note_kept(draft)
    return _edited(draft).text(), tuple(draft.notes)


def _edited(draft: Draft) -> EditedProfile:
    return EditedProfile(
        name=draft.name,
        title=draft.title,
        description=draft.description,
        options=frozenset(draft.options),
        rules=draft.rules,
        private=draft.private,
    )


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LONGEST:
            raise UsageError("The file is too long for a profile.", _ADVICE)
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("The file could not be read.", _ADVICE) from error


def _reader(text: str) -> Callable[[str, str], Draft]:
    if text.lstrip().startswith("<"):
        return read_ctp_script
    if PATTERN in text.partition("\n")[0]:
        return read_knowledge_base
    if re.search(r"^\s*%header\b", text, re.MULTILINE | re.IGNORECASE):
        return read_deid_recipe
    raise UsageError("The file is of no kind that can be imported.", _ADVICE)


def _note_kept(draft: Draft) -> None:
    """Say which rules keep what the Basic Profile would not keep."""
    kept = [tag for tag, code in sorted(draft.rules.items()) if code == "K"]
    risky = [named(tag) for tag in kept if attribute_action(tag)]
    if risky:
        draft.note(f"Kept: {', '.join(risky)}", "the Basic Profile would not keep these")
