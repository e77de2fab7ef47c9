"""Rules of where devices print, in the formats of CTP's pixel anonymizer and of pydicom/deid."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from viewer.detect.device_rules import DeviceRule, save_rules
from viewer.errors import UsageError
from viewer.model import Box
from viewer.paths import file_stem

_FIELDS = {
    "modality": "modality",
    "manufacturer": "manufacturer",
    "manufacturermodelname": "model",
    "rows": "rows",
    "columns": "columns",
}
_KEYWORDS = {field: name for name, field in zip(
    ("Modality", "Manufacturer", "ManufacturerModelName", "Rows", "Columns"),
    _FIELDS.values(), strict=True)}  # fmt: skip
_ENTRY = re.compile(r"\{([^{}]*)\}((?:\s*\([\d\s,]+\))+)")
_BOX = re.compile(r"\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)")
_TERM = re.compile(
    r"\s*\[?(\w+)\]?\s*\.\s*(?:equals|contains)(?:IgnoreCase)?\s*\(\s*\"([^\"]*)\"\s*\)\s*"
)
_FILTER = re.compile(r"(\+?)\s*(?:contains|equals)\s+(\w+)\s+(\S.*)", re.IGNORECASE)
_AREA = re.compile(r"(ctp)?coordinates\s+([\d,\s]+)", re.IGNORECASE)

Imported = tuple[list[DeviceRule], list[str]]


def read_ctp_pixel_script(text: str) -> Imported:
    """Rules of a DicomPixelAnonymizer script, and what could not be taken over.

    Signatures that are not a plain "and" of device, modality and size are left out.
    """
    rules, notes = [], []
    for number, (signature, areas) in enumerate(_ENTRY.findall(text), 1):
        terms = [_TERM.fullmatch(each) for each in signature.split("*")]
        known = {each[1].lower(): each[2] for each in terms if each}
        if not all(terms) or not set(known) <= set(_FIELDS):
            notes.append(f"area {number}: its condition is not one of device, modality and size")
            continue
        boxes = [Box(*map(int, each)) for each in _BOX.findall(areas)]
        rules.append(_rule(f"CTP area {number}", known, boxes))
    return rules, notes


def read_deid_recipe(text: str) -> Imported:
    """Rules of the coordinates in a deid recipe, and what could not be taken over."""
    rules: list[DeviceRule] = []
    notes: list[str] = []
    for block in re.split(r"(?im)^\s*LABEL\s+", text)[1:]:
        title, _, body = block.partition("\n")
        title = title.partition("#")[0].strip()
        lines = [each.strip() for each in body.splitlines() if each.strip()]
        filters = [found for each in lines if (found := _FILTER.fullmatch(each))]
        areas = [found for each in lines if (found := _AREA.fullmatch(each))]
        if not areas:
            continue
        known = {each[2].lower(): each[3].strip() for each in filters}
        conditions = [each for each in lines if not _AREA.fullmatch(each) and each[0] != "%"]
        if len(filters) != len(conditions) or not set(known) <= set(_FIELDS) or not known:
            notes.append(f"{title}: its condition is not one of device, modality and size")
            continue
        rules.append(_rule(title, known, [_deid_box(each) for each in areas]))
    return rules, notes


def ctp_pixel_script(rules: Iterable[DeviceRule]) -> str:
    """The rules as a DicomPixelAnonymizer script."""
    return "\n".join(
        "{ "
        + " * ".join(f'{key}.{_test(key)}("{value}")' for key, value in _conditions(rule))
        + " }\n"
        + "\n".join(f"({box.x},{box.y},{box.width},{box.height})" for box in rule.boxes)
        + "\n"
        for rule in rules
    )


def deid_recipe(rules: Iterable[DeviceRule]) -> str:
    """The rules as coordinates of a deid recipe."""
    lines = ["FORMAT dicom", "", "%filter graylist"]
    for rule in rules:
        lines += ["", f"LABEL {rule.name}"]
        for number, (key, value) in enumerate(_conditions(rule)):
            lines.append(f"{'+ ' if number else ''}{_test(key, 'contains')} {key} {value}")
        lines += [f"  coordinates {box.x},{box.y},{box.right},{box.bottom}" for box in rule.boxes]
    return "\n".join([*lines, ""])


def _conditions(rule: DeviceRule) -> list[tuple[str, str]]:
    values = ((keyword, getattr(rule, field)) for field, keyword in _KEYWORDS.items())
    return [(keyword, str(value)) for keyword, value in values if value]


def _test(keyword: str, text: str = "containsIgnoreCase") -> str:
    return "equals" if keyword in ("Rows", "Columns") else text


def _rule(name: str, known: dict[str, str], boxes: list[Box]) -> DeviceRule:
    values = {_FIELDS[key]: value for key, value in known.items()}
    sizes = {key: int(values.pop(key, 0)) for key in ("rows", "columns")}
    return DeviceRule(name, **values, **sizes, boxes=tuple(boxes))  # type: ignore[arg-type]


def _deid_box(area: re.Match[str]) -> Box:
    x, y, third, fourth = (int(each) for each in area[2].split(","))
    return Box(x, y, third, fourth) if area[1] else Box(x, y, third - x, fourth - y)


def import_rules(path: Path) -> Imported:
    """Take rules of a CTP script or deid recipe into the site; with notes on what was left out.

    Raises UsageError when nothing in the file can be taken over.
    """
    try:
        text = path.read_text("utf-8", "replace")
    except OSError as error:
        raise UsageError("The file of rules cannot be read.", "Name another file.") from error
    read = read_deid_recipe if re.search(r"(?im)^\s*LABEL\s", text) else read_ctp_pixel_script
    rules, notes = read(text)
    if not rules:
        raise UsageError(
            "The file holds no rule that can be taken over.",
            "It should be a CTP pixel anonymizer script or a deid recipe with coordinates.",
        )
    save_rules(rules, file_stem(path.stem, "imported"))
    return rules, notes
