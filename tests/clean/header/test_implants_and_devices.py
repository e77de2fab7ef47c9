"""Serial numbers of devices and implants, wherever a header names them, and very high ages."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydicom.dataset import Dataset

from tests.clean.header.builders import ct, save
from tests.clean.header.torture_run import clean_all
from viewer.profile import list_profiles

_SERIAL = "SN7788123X"


def _item(**values: str) -> Dataset:
    item = Dataset()
    for keyword, value in values.items():
        setattr(item, keyword, value)
    return item


def _device() -> Dataset:
    return _item(
        UniqueDeviceIdentifier=f"(01)00844588003288(21){_SERIAL}",
        DeviceDescription=f"hip stem {_SERIAL}",
    )


def _scan() -> Dataset:
    ds = ct(DeviceSerialNumber=_SERIAL, GantryID=_SERIAL, DetectorID=_SERIAL, PlateID=_SERIAL)
    ds.CassetteID = ds.GeneratorID = ds.XRaySourceID = _SERIAL
    ds.UDISequence = [_device()]
    ds.StudyComments = f"implant {_SERIAL} in place"
    ds.ContributingEquipmentSequence = [_item(DeviceSerialNumber=_SERIAL, Manufacturer="ACME")]
    inner = _item(DeviceSerialNumber=_SERIAL, ManufacturerModelName="M1")
    inner.UDISequence = [_device()]
    ds.DeviceSequence = [inner]
    ds.SourceImageSequence = [_item(DetectorID=_SERIAL)]
    return ds


@pytest.mark.parametrize("name", [each.name for each in list_profiles()])
def test_no_serial_number_is_left_at_any_depth(tmp_path: Path, name: str) -> None:
    run = clean_all([save(_scan(), tmp_path / "in")], tmp_path / "out", name)
    [path] = run.files.values()
    assert _SERIAL.encode() not in path.read_bytes()
    assert b"00844588003288" not in path.read_bytes()


@pytest.mark.parametrize("name", [each.name for each in list_profiles()])
@pytest.mark.parametrize("age", ["090Y", "094Y", "103Y"])
def test_no_age_over_89_is_left(tmp_path: Path, name: str, age: str) -> None:
    source = ct(PatientAge=age, PatientComments=f"{age} patient")
    run = clean_all([save(source, tmp_path / "in")], tmp_path / "out", name)
    [done] = run.cleaned.values()
    assert done.dataset.get("PatientAge", "") in ("090Y", "", None)
    assert age not in str(done.dataset.get("PatientComments", ""))
