"""The face is looked for again in the files that were written, and doubts refuse the export."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.surface.dicom_head import head_series
from viewer import detect, export, load
from viewer.export.face_proof import FaceProof
from viewer.model import FaceEdit, FaceGrade
from viewer.profile import load_profile
from viewer.provenance import Vault

CLEAR = FaceProof(
    "none", 0.0, 0.0, 0.0, 0.1, 0.8, 900, 890, 0, 0, "", 0.0, 12.0, True, False, FaceEdit()
)


def test_a_proof_without_doubt_needs_no_person() -> None:
    assert CLEAR.doubt == ""
    assert replace(CLEAR, hog=None, haar=None).doubt == ""


@pytest.mark.parametrize(
    "change",
    [
        {"hog": 0.1},
        {"haar": 0.2},
        {"skin_alike": 0.5},
        {"grade": FaceGrade.PARTIAL},
        {"confident": False},
    ],
)
def test_what_a_person_may_judge_refuses_only_without_one(change: dict[str, object]) -> None:
    doubtful = replace(CLEAR, **change)  # type: ignore[arg-type]
    assert "no person has looked" in doubtful.doubt
    assert replace(doubtful, by_person=True).doubt == ""


@pytest.mark.parametrize(
    "change", [{"outside": 1}, {"locked": 1}, {"grade": FaceGrade.RECOGNISABLE}]
)
def test_what_nobody_may_wave_through_always_refuses(change: dict[str, object]) -> None:
    assert replace(CLEAR, by_person=True, **change).doubt  # type: ignore[arg-type]


def test_an_unlocked_brain_may_change() -> None:
    unlocked = FaceEdit(unlock_reason="the tumour is wanted")
    assert replace(CLEAR, by_person=True, locked=5, edit=unlocked).doubt == ""


def test_the_statement_tells_what_was_measured_on_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viewer.surface.votes.can_draw", lambda: False)
    (tmp_path / "in").mkdir()
    head_series(tmp_path / "in", slice(None, None, 2))
    loaded, profile = load.load([tmp_path / "in"]), load_profile("research")
    result = detect.scan(loaded, profile, text=False)
    with Vault.open(create=True) as vault:
        done = export.export(
            loaded,
            result,
            {},
            out=tmp_path / "out",
            profile=profile,
            vault=vault,
            accept_proposed=True,
        )
    told = json.loads((done.out / "provenance.json").read_text())["predicate"]
    (face,) = told["faces"]
    assert (face["grade_before"], face["grade_after"]) == ("recognisable", "none")
    voxels = face["proof"]["voxels"]
    assert voxels["in_mask"] >= voxels["changed"] > 10_000
    assert voxels["changed_outside_mask"] == voxels["changed_in_brain_lock"] == 0
    assert face["proof"]["like_the_original"]["skin"] < 0.3
    assert face["proof"]["decided_by_person"] is False
    report = (done.out / "report.html").read_text()
    assert "face recognisable before, none after" in report
    assert "0 of them outside the mask" in report
    assert report.count("data:image/jpeg;base64,") == 2
    shown = face["proof"]["skin_of_each_region"]
    assert min(each["before"] for each in shown.values()) > 0.6
    assert max(shown[name]["after"] for name in ("nose", "eyes", "mouth")) < 0.1
    assert shown["forehead"]["after"] > 0.4  # above the shell
