"""Where devices are known to print: rules of a site, imported or learned from a reviewer's boxes.

A rule proposes boxes; that a rule says nothing never means that a picture is clean.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydicom.dataset import Dataset

from viewer import paths
from viewer.errors import ScanveilError
from viewer.model import Box

_LEARNED = "learned.toml"
_TEXTS = {"modality": "Modality", "manufacturer": "Manufacturer", "model": "ManufacturerModelName"}


@dataclass(frozen=True, slots=True)
class DeviceRule:
    """Boxes (x, y, width, height) that pictures of a device and layout hold text in.

    Texts must be contained in the attribute, whatever their case; empty ones and 0 fit anything.
    """

    name: str
    modality: str = ""
    manufacturer: str = ""
    model: str = ""
    rows: int = 0
    columns: int = 0
    boxes: tuple[Box, ...] = ()

    def fits(self, header: Dataset) -> bool:
        """Whether a picture comes from the device and has the layout; never for an empty rule."""
        if not (self.modality or self.manufacturer or self.model):
            return False
        texts = all(
            wanted.casefold() in str(header.get(keyword) or "").casefold()
            for field, keyword in _TEXTS.items()
            if (wanted := getattr(self, field))
        )
        sizes = ((self.rows, header.get("Rows")), (self.columns, header.get("Columns")))
        return texts and all(not wanted or wanted == found for wanted, found in sizes)


def site_folder() -> Path:
    """The private folder of this site's rules."""
    return paths.site_folder("devices")


def device_rules() -> tuple[DeviceRule, ...]:
    """All rules of the site; raises ScanveilError for a file that is no rule."""
    return tuple(rule for path in sorted(site_folder().glob("*.toml")) for rule in _read(path))


def save_rules(rules: Iterable[DeviceRule], name: str) -> Path:
    """Write rules to a file of the site folder."""
    path = site_folder() / f"{name}.toml"
    path.write_text("\n".join(map(_toml, rules)), "utf-8")
    return path


def learn(header: Dataset, boxes: Sequence[Box]) -> DeviceRule:
    """Remember boxes for the device and layout of a picture, with those remembered before."""
    rule = DeviceRule(
        "drawn by a reviewer",
        modality=str(header.get("Modality") or ""),
        manufacturer=str(header.get("Manufacturer") or ""),
        model=str(header.get("ManufacturerModelName") or ""),
        rows=int(header.get("Rows") or 0),
        columns=int(header.get("Columns") or 0),
    )
    if not (rule.manufacturer or rule.model):
        raise ScanveilError(
            "The header does not name the device.", "Draw the box in each study instead."
        )
    path = site_folder() / _LEARNED
    known = _read(path) if path.exists() else []
    mine = [each for each in known if _device(each) == _device(rule)]
    gathered = dict.fromkeys([*(box for each in mine for box in each.boxes), *boxes])
    learned = DeviceRule(*_device(rule), tuple(gathered))
    save_rules([*(each for each in known if each not in mine), learned], path.stem)
    return learned


def forget_rule(rule: DeviceRule) -> None:
    """Take a rule out of the files of the site; raises ScanveilError for a file that is no rule."""
    for path in site_folder().glob("*.toml"):
        known = _read(path)
        if rule in known:
            save_rules([each for each in known if each != rule], path.stem)


def _device(rule: DeviceRule) -> tuple[str, str, str, str, int, int]:
    return rule.name, rule.modality, rule.manufacturer, rule.model, rule.rows, rule.columns


def _read(path: Path) -> list[DeviceRule]:
    return list(_parsed(path, path.stat().st_mtime_ns))


@lru_cache(maxsize=32)
def _parsed(path: Path, changed: int) -> tuple[DeviceRule, ...]:
    try:
        rows = tomllib.loads(path.read_text("utf-8")).get("rule", [])
        return tuple(_rule(row) for row in rows)
    except (OSError, ValueError, TypeError) as error:
        raise ScanveilError(
            f"The device rules in {path.name} cannot be read.",
            "Correct the file or take it out of the folder 'devices'.",
        ) from error


def _rule(row: dict[str, Any]) -> DeviceRule:
    boxes = tuple(Box(*(int(each) for each in box)) for box in row.pop("boxes"))
    return DeviceRule(boxes=boxes, **row)


def _toml(rule: DeviceRule) -> str:
    values = {key: value for key, value in asdict(rule).items() if value and key != "boxes"}
    lines = [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    boxes = [[box.x, box.y, box.width, box.height] for box in rule.boxes]
    return "\n".join(["[[rule]]", *lines, f"boxes = {json.dumps(boxes)}", ""])
