"""The tables of the standard, read from resources."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from viewer.paths import resource
from viewer.profile.iod_types import IOD_TYPES

_ACTIONS = "standard/attribute-actions.tsv"
_SAFE_PRIVATE = "standard/safe-private.tsv"


@dataclass(frozen=True, slots=True)
class AttributeAction:
    """A row of Table E.1-1: the Basic Profile's action and what options do instead (K or C)."""

    action: str
    options: Mapping[str, str]


def rows(name: str) -> Iterator[list[str]]:
    """The tab-separated rows of a resource, without its comment lines."""
    for line in resource(name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def attribute_actions() -> Mapping[str, AttributeAction]:
    """Table E.1-1 by tag as eight hexadecimal digits, repeating groups as written (60xx3000)."""
    return {cells[0]: _action(cells) for cells in rows(_ACTIONS)}


def attribute_action(tag: int) -> AttributeAction | None:
    """The row of Table E.1-1 for a public tag, repeating groups 50xx and 60xx included."""
    table = attribute_actions()
    if found := table.get(f"{tag:08X}"):
        return found
    group = tag >> 24
    if group == 0x50:
        return table["50xxxxxx"]
    return table.get(f"60xx{tag & 0xFFFF:04X}") if group == 0x60 else None


@cache
def compound_tags() -> frozenset[int]:
    """Tags whose action depends on the IOD, such as X/Z/D."""
    table = attribute_actions()
    return frozenset(int(tag, 16) for tag, row in table.items() if "/" in row.action)


@cache
def safe_private() -> frozenset[tuple[str, int, int]]:
    """Table E.3.10-1 as (private creator, group, element within the block)."""
    return frozenset((who, int(group, 16), int(e, 16)) for who, group, e in rows(_SAFE_PRIVATE))


@cache
def edition() -> str:
    """Edition of the standard that the tables were taken from, such as 2026d."""
    first = resource(_ACTIONS).read_text("utf-8").partition("\n")[0]
    return first.partition("edition:")[2].strip()


@cache
def tables_digest() -> str:
    """SHA-256 over the tables, in hexadecimal."""
    digest = hashlib.sha256()
    for name in (_ACTIONS, _SAFE_PRIVATE, IOD_TYPES):
        digest.update(resource(name).read_bytes())
    return digest.hexdigest()


def _action(cells: list[str]) -> AttributeAction:
    pairs = (each.split("=") for each in cells[2].split()) if len(cells) > 2 else ()
    return AttributeAction(cells[1], dict(pairs))
