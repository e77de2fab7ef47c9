"""Puts the recipe's values where they hide: nested, private, unknown VR, file meta, preamble."""

from __future__ import annotations

import re

from pydicom import Dataset
from pydicom.dataelem import DataElement
from pydicom.tag import Tag
from pydicom.uid import UID

from viewer.demo.recipe import DemoObject, PlantedAttribute, Recipe

_STEP = re.compile(r"([0-9A-F]{4}),([0-9A-F]{2}|[0-9A-F]{4}):([A-Z]{2})")
_BYTES = {"UN", "OB"}


def plant(ds: Dataset, recipe: Recipe, thing: DemoObject) -> None:
    """Put every attribute the recipe plants in this object into a data set."""
    for each in recipe.planted:
        if thing.name in each.objects:
            _put(ds, each, recipe.fill(each.value, thing.study))
    safe = recipe.safe_private
    if safe["object"] == thing.name:
        block = ds.private_block(int(safe["group"], 16), safe["creator"], create=True)
        block.add_new(int(safe["element"], 16), safe["vr"], safe["value"])


def plant_around(ds: Dataset, recipe: Recipe, thing: DemoObject) -> None:
    """Put the values that lie outside the data set: preamble and file meta."""
    texts = {key: recipe.fill(value, thing.study) for key, value in recipe.containers.items()}
    ds.preamble = texts["preamble"].encode().ljust(128, b"\0")
    ds.file_meta.SourceApplicationEntityTitle = texts["source_application_entity"]
    ds.file_meta.PrivateInformationCreatorUID = UID(texts["private_information_creator"])
    ds.file_meta.PrivateInformation = _even(texts["private_information"].encode())


def _put(ds: Dataset, planted: PlantedAttribute, value: str) -> None:
    *sequences, last = planted.path.split(">")
    for step in sequences:
        ds = _first_item(ds, step, planted.creator)
    if _STEP.fullmatch(last):
        tag, vr = _tag(ds, last, planted.creator)
        ds.add(DataElement(tag, vr, _even(value.encode(), b" ") if vr in _BYTES else value))
    else:
        setattr(ds, last, value)


def _first_item(ds: Dataset, step: str, creator: str) -> Dataset:
    if _STEP.fullmatch(step):
        tag, _ = _tag(ds, step, creator)
    else:
        tag = Tag(step)
    if tag not in ds:
        ds.add(DataElement(tag, "SQ", [Dataset()]))
    item: Dataset = ds[tag].value[0]
    return item


def _tag(ds: Dataset, step: str, creator: str) -> tuple[int, str]:
    group, element, vr = _STEP.fullmatch(step).groups()  # type: ignore[union-attr]
    if len(element) == 4:
        return Tag(int(group, 16), int(element, 16)), vr
    block = ds.private_block(int(group, 16), creator, create=True)
    return block.get_tag(int(element, 16)), vr


def _even(data: bytes, padding: bytes = b"\0") -> bytes:
    return data + padding * (len(data) % 2)
