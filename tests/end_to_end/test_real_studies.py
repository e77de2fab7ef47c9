"""Real studies through the command line: cleaned, verified, and still valid DICOM."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
from pathlib import Path

import pydicom
import pytest

from viewer.cli import main

pytestmark = pytest.mark.slow

GROUPS = {
    "head_ct": (0, 54),
    "head_mr": (0, 35),
    "burned_in": (0, 18),
    "dicomdir": (0, 81),
    "sr_seg_pdf": (0, 5),
    "charset": (0, 17),
    "private_nested": (0, 6),
    "corrupt": (3, 4),
}
THINNED = ("head_ct",)  # every second of 108 slices: as much to go wrong, half the time
HEADS = ("head_ct", "head_mr")
CHECKED = (*HEADS, "burned_in")


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_is_cleaned_and_verifies(group: str, shared_data: Path, tmp_path: Path) -> None:
    status, instances = GROUPS[group]
    out, source = tmp_path / "out", shared_data / group
    if group in THINNED:
        source = every_second(source, tmp_path / "in")
    words = ["clean", str(source), "--out", str(out), "--accept-proposed"]
    assert main([*words, "--jobs", "2"]) == status
    written = sorted((out / "dicom").rglob("*.dcm"))
    assert len(written) == instances
    pixels = "none" if group in CHECKED else "fast"  # the export has just read them all again
    assert main(["verify", str(out), "--pixels", pixels]) == 0
    if group in HEADS:
        assert_defaced(out, written)
    if group in CHECKED and shutil.which("dciodvfy"):
        assert_no_new_error(source, written, tmp_path)


def every_second(folder: Path, to: Path) -> Path:
    """Copies of every second slice of a series, by number."""
    to.mkdir()
    for path in folder.rglob("*.dcm"):
        number = int(pydicom.dcmread(path, specific_tags=["InstanceNumber"]).InstanceNumber)
        if number % 2:
            shutil.copyfile(path, to / f"{number:04}.dcm")
    return to


def assert_defaced(out: Path, written: list[Path]) -> None:
    (face,) = json.loads((out / "provenance.json").read_text())["predicate"]["faces"]
    assert (face["grade_before"], face["grade_after"]) == ("recognisable", "none")
    codes = {
        item.CodeValue for item in pydicom.dcmread(written[0]).DeidentificationMethodCodeSequence
    }
    assert {"113100", "113101", "113102"} <= codes


def assert_no_new_error(folder: Path, written: list[Path], scratch: Path) -> None:
    assert main(["vault", "export-crosswalk", "--out", str(scratch)]) == 0
    with (scratch / "uid_crosswalk.csv").open(newline="") as file:
        old = {row["id_new"]: row["id_old"] for row in csv.DictReader(file)}
    sources = {uid(path): path for path in dicom_files(folder, scratch)}
    for path in written:
        source = sources[old.get(uid(path), "")]
        assert errors(path) <= errors(source), source.name


def dicom_files(folder: Path, scratch: Path) -> list[Path]:
    for archive in folder.rglob("*.zip"):
        shutil.unpack_archive(archive, scratch / "unpacked")
    paths = [*folder.rglob("*"), *(scratch / "unpacked").rglob("*")]
    return [each for each in paths if each.is_file() and each.suffix in ("", ".dcm")]


def uid(path: Path) -> str:
    header = pydicom.dcmread(path, force=True, specific_tags=["SOPInstanceUID"])
    return str(header.get("SOPInstanceUID", ""))


def errors(path: Path) -> set[str]:
    """What dciodvfy calls an error, without the values it quotes."""
    found = subprocess.run(["dciodvfy", path], capture_output=True, check=False, timeout=60)
    lines = (found.stdout + found.stderr).decode("latin-1").splitlines()
    return {re.sub(r"<[^>]*>", "<>", line) for line in lines if line.startswith("Error")}
