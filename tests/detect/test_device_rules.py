"""Rules for devices propose boxes; they come from files, other tools and a reviewer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pydicom.dataset import Dataset

from tests.clean.pixels.build import image
from tests.detect.pixels.looking import looked_at, save_all
from viewer.detect import device_formats
from viewer.detect.device_rules import DeviceRule, device_rules, learn, save_rules, site_folder
from viewer.detect.pixels.devices import DETECTOR
from viewer.errors import ScanveilError
from viewer.model import Action, Box, Finding

CTP = """
{ Modality.equals("US") * Manufacturer.containsIgnoreCase("acme") * Rows.equals("200") }
(0,0,300,20) (10,180,50,15)
{ Modality.equals("CT") + Modality.equals("MR") }
(0,0,9,9)
"""
DEID = """FORMAT dicom

%filter graylist

LABEL Acme screens # (site)
contains Manufacturer acme
+ contains ManufacturerModelName Echo 5
  coordinates 0,0,300,20
  ctpcoordinates 10,180,50,15

LABEL Something else
missing Modality
  coordinates 0,0,10,10
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANVEIL_HOME", str(tmp_path / "home"))


def header(**more: object) -> Dataset:
    ds = Dataset()
    ds.Modality, ds.Manufacturer, ds.ManufacturerModelName = "US", "ACME Corp", "Echo 5 Pro"
    ds.Rows, ds.Columns = 200, 300
    for keyword, value in more.items():
        setattr(ds, keyword, value)
    return ds


def test_a_rule_fits_device_and_layout_and_an_empty_one_nothing() -> None:
    rule = DeviceRule("x", "US", "acme", "echo", 200, 300)
    assert rule.fits(header())
    assert not rule.fits(header(Rows=201))
    assert not rule.fits(header(Manufacturer="Other"))
    assert not DeviceRule("x", rows=200).fits(header())


def test_a_reviewers_box_is_proposed_in_the_next_study(tmp_path: Path) -> None:
    learn(header(), [Box(5, 5, 60, 12)])
    learn(header(), [Box(5, 5, 60, 12), Box(5, 30, 60, 12)])
    made = image(np.zeros((2, 200, 300), np.uint8))
    made.Manufacturer, made.ManufacturerModelName = "ACME Corp", "Echo 5 Pro"
    found = looked_at(DETECTOR, save_all(tmp_path, made))
    findings = [each for each in found if isinstance(each, Finding)]
    assert [each.location.box for each in findings] == [Box(5, 5, 60, 12), Box(5, 30, 60, 12)]
    assert {each.proposed for each in findings} == {Action.BLANK}
    assert findings[0].location.frames == (0, 1)
    made.Manufacturer = "Other"
    assert looked_at(DETECTOR, save_all(tmp_path, made)) == []


def test_a_picture_without_a_device_teaches_nothing() -> None:
    with pytest.raises(ScanveilError, match="does not name the device"):
        learn(header(Manufacturer="", ManufacturerModelName=""), [Box(0, 0, 5, 5)])


def test_a_ctp_script_comes_in_and_what_cannot_is_told() -> None:
    rules, notes = device_formats.read_ctp_pixel_script(CTP)
    assert rules == [
        DeviceRule(
            "CTP area 1", "US", "acme", rows=200, boxes=(Box(0, 0, 300, 20), Box(10, 180, 50, 15))
        )
    ]
    assert notes == ["area 2: its condition is not one of device, modality and size"]


def test_a_deid_recipe_comes_in_and_what_cannot_is_told() -> None:
    rules, notes = device_formats.read_deid_recipe(DEID)
    boxes = (Box(0, 0, 300, 20), Box(10, 180, 50, 15))
    assert rules == [DeviceRule("Acme screens", "", "acme", "Echo 5", boxes=boxes)]
    assert notes == ["Something else: its condition is not one of device, modality and size"]


def test_rules_survive_the_way_out_and_back() -> None:
    rule = DeviceRule("CTP area 1", "US", "acme", "echo", 200, 300, (Box(1, 2, 30, 4),))
    save_rules([rule], "site")
    assert device_rules() == (rule,)
    script, recipe = device_formats.ctp_pixel_script([rule]), device_formats.deid_recipe([rule])
    assert device_formats.read_ctp_pixel_script(script) == ([rule], [])
    assert device_formats.read_deid_recipe(recipe) == ([rule], [])


def test_a_damaged_file_of_rules_is_told_by_name() -> None:
    (site_folder() / "mine.toml").write_text("[[rule]]\nboxes = 7")
    with pytest.raises(ScanveilError, match=r"mine\.toml"):
        device_rules()
