"""The recipe of the synthetic patient: who, where, which objects, and what is planted in them."""

from __future__ import annotations

import tomllib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from viewer.paths import resource


@dataclass(frozen=True, slots=True)
class DemoStudy:
    """One visit of the synthetic patient; ``date`` and ``time`` as DICOM writes them."""

    key: str
    date: str
    time: str
    written: str
    accession: str
    id: str
    description: str


@dataclass(frozen=True, slots=True)
class DemoObject:
    """One series to build; ``kind`` names its builder, ``file`` its file when it is only one."""

    name: str
    kind: str
    study: DemoStudy
    series: int
    description: str
    manufacturer: str
    model: str
    serial: str
    file: str


@dataclass(frozen=True, slots=True)
class DrawnText:
    """Text drawn into pixels: left edge, baseline and capital height in pixels."""

    object: str
    text: str
    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class PlantedAttribute:
    """A value to put at ``path``; ``also`` lists parts of it that identify beside the words."""

    objects: tuple[str, ...]
    path: str
    value: str
    place: str
    creator: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything the builders need; ``words`` fill the braces in the recipe's texts."""

    seed: int
    uid_root: str
    words: Mapping[str, str]
    people: Mapping[str, str]
    sex: str
    age: str
    objects: tuple[DemoObject, ...]
    drawn: tuple[DrawnText, ...]
    planted: tuple[PlantedAttribute, ...]
    containers: Mapping[str, str]
    safe_private: Mapping[str, str]
    report: Mapping[str, Any]
    letter: Mapping[str, Any]

    def fill(self, text: str, study: DemoStudy) -> str:
        """A text of the recipe with its braces filled for a visit."""
        return text.format(**self.words, written=study.written)

    def uid(self, *names: object) -> str:
        """The UID of a thing in the demo, the same in every run."""
        name = "/".join(map(str, (self.uid_root, *names)))
        return f"2.25.{uuid.uuid5(uuid.NAMESPACE_OID, name).int}"

    def texts_of(self, thing: DemoObject) -> tuple[DrawnText, ...]:
        """What is drawn into the pixels of an object."""
        return tuple(
            DrawnText(each.object, self.fill(each.text, thing.study), each.x, each.y, each.height)
            for each in self.drawn
            if each.object == thing.name
        )


@cache
def read_recipe() -> Recipe:
    """The shipped recipe, resources/demo.toml."""
    raw = tomllib.loads(resource("demo.toml").read_text(encoding="utf-8"))
    studies = {key: DemoStudy(key, **values) for key, values in raw["studies"].items()}
    return Recipe(
        raw["seed"],
        raw["uid_root"],
        _words(raw),
        raw["people"],
        raw["patient"]["sex"],
        raw["patient"]["age"],
        tuple(_object(each, studies, _words(raw)) for each in raw["objects"]),
        tuple(DrawnText(**each) for each in raw["drawn"]),
        tuple(_planted(each) for each in raw["planted"]),
        raw["containers"],
        raw["safe_private"],
        raw["report"],
        raw["letter"],
    )


def _words(raw: dict[str, Any]) -> dict[str, str]:
    patient: dict[str, str] = raw["patient"]
    place = raw["institution"]
    return patient | {
        "institution": place["name"],
        "institution_address": place["address"],
        "department": place["department"],
        "station": place["station"],
    }


def _object(
    raw: dict[str, Any], studies: dict[str, DemoStudy], words: dict[str, str]
) -> DemoObject:
    file = raw.get("file", f"{raw['name']}.dcm").format(**words)
    return DemoObject(**raw | {"study": studies[raw["study"]], "file": file})


def _planted(raw: dict[str, Any]) -> PlantedAttribute:
    lists = {key: tuple(value) for key, value in raw.items() if isinstance(value, list)}
    return PlantedAttribute(**raw | lists)
