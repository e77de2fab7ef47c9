"""What a person decided in one session is carried out by the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pydicom
import pytest
from pydicom.data import get_testdata_file

from viewer.cli import main
from viewer.detect import scan
from viewer.load import load
from viewer.model import Box
from viewer.profile import load_profile
from viewer.review import ReviewSession, accept_group, add_box, keep, write_decisions


@pytest.fixture
def study(tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    folder.mkdir()
    ds = pydicom.dcmread(str(get_testdata_file("CT_small.dcm")))
    ds.StudyDescription = "e+1 for CompressedSamples"
    ds.save_as(folder / "one.dcm")
    return folder


def test_kept_and_drawn_are_carried_out(study: Path, tmp_path: Path) -> None:
    decisions, out = tmp_path / "decisions.json", tmp_path / "out"
    write_decisions(decided(study), decisions)
    words = ["clean", str(study), "--out", str(out), "--decisions", str(decisions)]
    assert main(words) == 0
    assert main(["verify", str(out)]) == 0
    (written,) = (out / "dicom").rglob("*.dcm")
    before, after = pydicom.dcmread(study / "one.dcm"), pydicom.dcmread(written)
    assert after.InstitutionName == before.InstitutionName
    changed = before.pixel_array != after.pixel_array
    assert changed[20:30, 10:40].any()
    changed[20:30, 10:40] = False
    assert not changed.any()
    assert "Reviewed by a person" in after.DeidentificationMethod
    assert "CT scanner site" in json.dumps(json.loads((out / "provenance.json").read_text()))


def decided(study: Path) -> ReviewSession:
    """Everything accepted by a person, the institution kept, one box drawn."""
    loaded = load([study])
    session = ReviewSession(loaded, scan(loaded, load_profile("research")), "research", "reviewer")
    (series,) = loaded.series()
    session, _ = add_box(session, series, series.instances[0], None, Box(10, 20, 30, 10))
    (site,) = [each for each in session.findings if each.keyword == "InstitutionName"]
    session = keep(session, site.id, "CT scanner site is public")
    return accept_group(session, [each.id for each in session.findings])


def test_decisions_about_other_files_decide_nothing(study: Path, tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.json"
    write_decisions(decided(study), decisions)
    other = tmp_path / "other"
    other.mkdir()
    ds = pydicom.dcmread(study / "one.dcm")
    ds.SOPInstanceUID = ds.file_meta.MediaStorageSOPInstanceUID = "2.25.7"
    ds.SeriesInstanceUID = "2.25.8"
    ds.save_as(other / "two.dcm")
    words = ["clean", str(other), "--out", str(tmp_path / "out"), "--decisions", str(decisions)]
    assert main(words) == 4
    assert not (tmp_path / "out").exists()
