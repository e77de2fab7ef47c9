"""The whole way on the synthetic study: cleaned, verified, and nothing planted is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.cli import main
from viewer.demo import planted_values


@pytest.fixture(scope="module")
def cleaned(small_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, int]:
    """The exported folder, and the exit status of clean and of verify."""
    out = tmp_path_factory.mktemp("clean") / "out"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SCANVEIL_HOME", str(tmp_path_factory.mktemp("desk")))
        status = main(["clean", str(small_demo), "--out", str(out), "--accept-proposed"])
        return out, status, main(["verify", str(out)])


def test_the_study_is_cleaned_and_verified(cleaned: tuple[Path, int, int]) -> None:
    out, clean_status, verify_status = cleaned
    assert (clean_status, verify_status) == (0, 0)
    assert len(list((out / "dicom").rglob("*.dcm"))) == 44


def test_no_planted_value_is_in_any_byte_of_the_export(cleaned: tuple[Path, int, int]) -> None:
    out = cleaned[0]
    contents = [path.read_bytes().lower() for path in out.rglob("*") if path.is_file()]
    assert len(contents) > 44
    left = {
        (each.object, each.place, each.where)
        for each in planted_values()
        for needle in each.needles
        if any(needle.reveal().lower().encode() in content for content in contents)
    }
    assert left == set()


def test_no_file_of_the_export_is_named_after_the_patient(cleaned: tuple[Path, int, int]) -> None:
    names = " ".join(path.name.lower() for path in cleaned[0].rglob("*"))
    assert "thornwick" not in names
    assert "isolde" not in names
