"""How strictly an IOD demands the attributes whose compound action depends on it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, TypeAlias

from viewer.paths import resource

IOD_TYPES = "standard/iod-types.json"
_REFERENCES = "common-instance-reference"

Type: TypeAlias = Literal[1, 2, 3]
"""Type of an attribute as PS3.5 section 7.4 defines it; 1C counts as 1 and 2C as 2."""


def iod_of(sop_class_uid: str) -> str:
    """Name of the IOD of a SOP Class UID, such as CT Image; empty for one that is not known."""
    return str(_tables()["sop_classes"].get(sop_class_uid, ""))


def attribute_type(iod: str, tag: int, parent: int = 0) -> Type | None:
    """The strictest Type that a module of an IOD, optional or not, gives to an attribute.

    ``parent`` is the tag of the sequence that holds it, 0 at the top level. None: the IOD does
    not name the attribute there. Only attributes with a compound action are known.
    """
    place = f"{parent:08X}/{tag:08X}" if parent else f"{tag:08X}"
    return _types(iod).get(place)


@cache
def lists_references(iod: str) -> bool:
    """Whether an IOD may list all its references once more, in Common Instance Reference."""
    return _REFERENCES in _tables()["iods"].get(iod, ())


@cache
def _types(iod: str) -> Mapping[str, Type]:
    tables = _tables()
    found: dict[str, Type] = {}
    for module in tables["iods"].get(iod, ()):
        for place, kind in tables["modules"][module].items():
            found[place] = min(found.get(place, 3), kind)
    return found


@cache
def _tables() -> Mapping[str, Any]:
    tables: Mapping[str, Any] = json.loads(resource(IOD_TYPES).read_text("utf-8"))
    return tables
