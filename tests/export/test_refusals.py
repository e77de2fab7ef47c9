"""Every reason to refuse is given, and nothing is written then."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.export.builders import exported, scanned, write_study
from viewer import export, review
from viewer.errors import RefusedError
from viewer.export import Override, check_target, refusals
from viewer.export.target import check_space
from viewer.model import Action, Category, Failure, Finding, Kind, Loaded, Location, ScanResult
from viewer.profile import load_profile
from viewer.provenance import Vault


def test_undecided_findings_are_all_listed(tmp_path: Path) -> None:
    loaded, result = scanned(write_study(tmp_path / "in"))
    with Vault.open(create=True) as vault, pytest.raises(RefusedError) as refused:
        export.export(loaded, result, {}, out=tmp_path / "out", profile=load_profile(), vault=vault)
    assert refused.value.exit_status == 4
    assert len(refused.value.reasons) == len(result.findings) > 5
    assert any("PatientName" in each for each in refused.value.reasons)
    assert not (tmp_path / "out").exists()


def test_keeping_without_a_reason_refuses(tmp_path: Path) -> None:
    loaded, result = scanned(write_study(tmp_path / "in"))
    made = review.accept_proposals(result.findings)
    first = result.findings[0].id
    made[first] = replace(made[first], action=Action.KEEP, reason=" ")
    (refusal,) = refusals(loaded, result, made)
    assert refusal.finding_id == first
    assert "Kept without a reason" in refusal.text
    made[first] = replace(made[first], reason="a phantom")
    assert refusals(loaded, result, made) == ()


def test_a_crashed_detector_refuses_until_it_is_overridden_with_a_reason(tmp_path: Path) -> None:
    loaded, result = scanned(write_study(tmp_path / "in"))
    source = next(loaded.instances()).source
    failure = Failure("header.attributes", source, "KeyError")
    result, made = replace(result, failures=(failure,)), review.accept_proposals(result.findings)
    (refusal,) = refusals(loaded, result, made)
    assert refusal.source == source
    assert refusals(loaded, result, made, [Override(refusal.key, " ")]) == (refusal,)
    assert refusals(loaded, result, made, [Override(refusal.key, "looked at it myself")]) == ()


def test_an_uncertain_face_is_not_settled_by_accepting_proposals(tmp_path: Path) -> None:
    loaded, result = scanned(write_study(tmp_path / "in"))
    series = next(loaded.series())
    place = Location(series.study_uid, series.series_uid, (series.instances[0].source,))
    face = Finding(
        "f", "surface.face", "2", Kind.FACE, place, Category.FACE_PHOTO, 0.4, "", Action.REVIEW
    )
    result = replace(result, findings=(*result.findings, face))
    made = review.accept_proposals(result.findings)
    (refusal,) = refusals(loaded, result, made)
    assert refusal.finding_id == "f"
    assert "no person has looked" in refusal.text
    made["f"] = replace(made["f"], by_person=True)
    assert refusals(loaded, result, made) == ()


def test_nothing_readable_refuses() -> None:
    (refusal,) = refusals(Loaded(()), ScanResult(), {})
    assert refusal.key == "empty"


@pytest.mark.parametrize(
    ("out", "reason"),
    [
        ("full", "is not empty"),
        ("file", "is not a folder"),
        ("link", "is not a folder"),
        ("in/sub/out", "lies inside the input"),
        ("in", "lies inside the input"),
        (".", "The input lies inside the output folder"),
    ],
)
def test_a_target_that_could_do_harm_is_refused(tmp_path: Path, out: str, reason: str) -> None:
    source = write_study(tmp_path / "in")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(RefusedError) as refused:
        check_target(tmp_path / out, [source])
    assert any(reason in each for each in refused.value.reasons)
    assert sorted(tmp_path.rglob("*")) == before


def test_an_empty_folder_is_a_fine_target(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    exported(write_study(tmp_path / "in"), tmp_path / "out")
    assert (tmp_path / "out" / "manifest-sha256.txt").is_file()


def test_too_little_space_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="MB are needed"):
        check_space(tmp_path / "out", 1 << 60)


def test_a_vault_inside_the_output_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="vault lies inside"):
        exported(write_study(tmp_path / "in"), tmp_path, vault=tmp_path / "vault.db")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "cannot be written"),
        (errno.EROFS, "cannot be written"),
        (errno.EIO, "does not answer"),
    ],
)
def test_a_disk_that_fails_halfway_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    from viewer.export import work

    def fail_at_second(cleaned: object, path: Path, key: object) -> None:
        if path.name == "000002.dcm":
            raise OSError(number, os.strerror(number), str(path))
        write(cleaned, path, key)  # type: ignore[arg-type]

    write = work._write
    monkeypatch.setattr(work, "_write", fail_at_second)
    with pytest.raises(RefusedError, match=sentence) as refused:
        exported(write_study(tmp_path / "in"), tmp_path / "out")
    assert refused.value.exit_status == 4
    assert [each.name for each in tmp_path.iterdir()] == ["in"]


_EXPORT = """
import sys
from pathlib import Path
from tests.export.builders import exported
def say(done, total, text):
    print(text, done, flush=True)
exported(Path(sys.argv[1]), Path(sys.argv[2]), progress=say)
"""


@pytest.mark.parametrize(
    "moment", ["cleaning and checking 1", "cleaning and checking 9", "publish"]
)
def test_a_kill_publishes_nothing_and_the_next_export_cleans_up(
    tmp_path: Path, moment: str
) -> None:
    source, out = write_study(tmp_path / "in", instances=12), tmp_path / "out"
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _EXPORT, str(source), str(out)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        reached = any(line.startswith(moment) for line in process.stdout)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert reached
    assert not out.exists() or moment == "publish"
    if not out.exists():
        assert exported(source, out).instances == 12
    hidden = [each.name for each in tmp_path.iterdir() if each.name.startswith(".")]
    assert hidden == []
