"""Are these the files that were published, all of them and no others?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from viewer.model import AttributePath
from viewer.provenance import (
    ENVELOPE,
    MANIFEST,
    PREDICATE_TYPE,
    SIGNATURE,
    STATEMENT,
    STATEMENT_TYPE,
    is_inside,
    parse_manifest,
)
from viewer.verify.report import Check, failed, passed

UNSTATED = frozenset({STATEMENT, SIGNATURE, ENVELOPE, MANIFEST})
_STATEMENT = ("statement", "Statement")
_FILES = ("files", "Files against the statement")
_LISTED = ("manifest", "Files against the manifest")


MISSING, CHANGED, EXTRA = "missing", "changed", "not part of it"
SAME = "as it was published"
Digests = Mapping[str, str]


def read_statement(content: bytes) -> tuple[dict[str, Any], Check]:
    """The statement as a mapping, empty when it is not one of ours."""
    try:
        statement = json.loads(content)
        kinds = (statement["_type"], statement["predicateType"])
        names = [each["name"] for each in statement["subject"]]
        digests = [each["digest"]["sha256"] for each in statement["subject"]]
        usable = (
            kinds == (STATEMENT_TYPE, PREDICATE_TYPE)
            and isinstance(statement["predicate"], dict)
            and all(isinstance(each, str) for each in names + digests)
        )
    except (ValueError, KeyError, TypeError):
        usable, names = False, []
    if not usable or len(names) != len(set(names)) or not all(map(is_inside, names)):
        return {}, failed(*_STATEMENT, "The statement cannot be understood", (STATEMENT,))
    return statement, passed(*_STATEMENT, f"It names {len(names)} files.")


def stated(statement: Mapping[str, Any]) -> dict[str, str]:
    """Name to SHA-256 of the files a statement is about."""
    return {each["name"]: each["digest"]["sha256"] for each in statement.get("subject", ())}


def check_against_statement(found: Digests, statement: Mapping[str, Any]) -> Iterator[Check]:
    """Every stated file is there and unchanged, and no other file is there."""
    yield from _compare(_FILES, stated(statement), found, UNSTATED)


def kept_attributes(statement: Mapping[str, Any]) -> dict[str, frozenset[AttributePath]]:
    """The attributes of each file that the statement says a person kept."""
    found: dict[str, set[AttributePath]] = {}
    try:
        for group in statement.get("predicate", {}).get("changes", ()):
            done = [each for each in group["done"] if _kept(each)]
            paths = {AttributePath.parse(each["attribute"]) for each in done}
            for name in group["files"] if paths else ():
                found.setdefault(name, set()).update(paths)
    except (KeyError, TypeError, ValueError, AttributeError):  # whoever wrote it, it was not us
        return {}
    return {name: frozenset(paths) for name, paths in found.items()}


def _kept(change: Mapping[str, Any]) -> bool:
    return change["what"] == "kept" and bool(change.get("attribute"))


def state_by_digest(name: str, found: Digests, expected: Digests) -> str:
    """How a file stands against the statement."""
    if name not in found:
        return MISSING
    if name not in expected:
        return SAME if name in UNSTATED else EXTRA
    return SAME if found[name] == expected[name] else CHANGED


def check_against_manifest(folder: Path, found: Digests) -> Iterator[Check]:
    """The manifest lists every file but itself with its digest."""
    try:
        listed = parse_manifest((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        yield failed(*_LISTED, "The manifest is missing or damaged", (MANIFEST,))
        return
    yield from _compare(_LISTED, listed, found, frozenset({MANIFEST}))


def _compare(
    identity: tuple[str, str],
    expected: Mapping[str, str],
    present: Mapping[str, str],
    besides: frozenset[str],
) -> Iterator[Check]:
    missing = tuple(sorted(expected.keys() - present.keys()))
    extra = tuple(sorted(present.keys() - expected.keys() - besides))
    changed = tuple(
        sorted(name for name in expected.keys() & present.keys() if expected[name] != present[name])
    )
    for text, names in (("Changed", changed), ("Missing", missing), ("Not part of it", extra)):
        if names:
            yield failed(*identity, text, names)
    if not (missing or extra or changed):
        yield passed(*identity, f"All {len(expected)} files are there and unchanged, no others.")
