"""The demo study through the command line: scan, clean, verify, and what a script relies on."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from viewer.cli import main
from viewer.demo import make_demo, planted_values


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_demo(tmp_path_factory.mktemp("demo") / "study", size="small")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("one-home")


@pytest.fixture(autouse=True)
def same_home(private_home: Path, home: Path) -> Iterator[None]:
    """All tests of this file share one workstation, as a user does."""
    os.environ["SCANVEIL_HOME"] = str(home)
    yield
    os.environ["SCANVEIL_HOME"] = str(private_home)


@pytest.fixture(scope="module")
def exported(study: Path, home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    os.environ["SCANVEIL_HOME"] = str(home)
    out = tmp_path_factory.mktemp("exported") / "out"
    assert main(["clean", str(study), "--out", str(out), "--accept-proposed", "--jobs", "2"]) == 0
    return out


@pytest.fixture(scope="module")
def scanned(study: Path, home: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    os.environ["SCANVEIL_HOME"] = str(home)
    target = tmp_path_factory.mktemp("scan") / "scan.json"
    page = target.with_suffix(".html")
    words = ["scan", str(study), "--json", str(target), "--html", str(page), "--jobs", "2"]
    assert main(words) == 0
    assert survivors(page.read_bytes()) == []
    result: dict[str, Any] = json.loads(target.read_text("utf-8"))
    return result


def without_places(value: Any) -> Any:
    """The result without file names and UIDs, which say where and must be told."""
    if isinstance(value, dict):
        told = {"file", "sop_instance_uid", "study_uid", "series_uid"}
        return {key: without_places(each) for key, each in value.items() if key not in told}
    return [without_places(each) for each in value] if isinstance(value, list) else value


def test_scan_prints_no_identifying_value(scanned: dict[str, Any]) -> None:
    assert survivors(json.dumps(without_places(scanned), ensure_ascii=False).encode()) == []


def test_scan_follows_the_schema(scanned: dict[str, Any]) -> None:
    assert scanned["schema"] == "scanveil-scan/1"
    assert scanned["failures"] == []
    keys = {"id", "detector", "kind", "file", "sop_instance_uid", "attribute", "frames", "box"}
    keys |= {"text", "category", "confidence", "reason", "proposed", "keyword"}
    assert all(keys <= row.keys() for row in scanned["findings"])


def test_scan_finds_header_text_and_face(scanned: dict[str, Any]) -> None:
    kinds = {row["kind"] for row in scanned["findings"]}
    assert {"header", "private", "text", "face"} <= kinds
    assert "recognisable" in {risk["face"]["grade"] for risk in scanned["risk"]}


def test_finding_ids_are_the_same_in_the_next_run(
    scanned: dict[str, Any], study: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.json"
    assert main(["scan", str(study), "--json", str(again), "--no-text", "--no-face"]) == 0
    header = {row["id"] for row in json.loads(again.read_text())["findings"]}
    assert header
    assert header <= {row["id"] for row in scanned["findings"]}


def survivors(content: bytes) -> list[str]:
    """Where a value was planted that is in the bytes as ASCII, UTF-8 or UTF-16, in any case."""
    folded = content.lower()
    return [
        each.where
        for each in planted_values()
        for needle in each.needles
        for encoding in ("utf-8", "utf-16-le")
        if needle.reveal().lower().encode(encoding) in folded
    ]


def test_no_planted_value_leaves(exported: Path) -> None:
    content = b"".join(each.read_bytes() for each in exported.rglob("*") if each.is_file())
    names = " ".join(str(each.relative_to(exported)) for each in exported.rglob("*"))
    assert survivors(content + names.encode()) == []
    assert len(list((exported / "dicom").rglob("*.dcm"))) == 44


def test_the_search_for_survivors_can_fail(study: Path) -> None:
    content = b"".join(each.read_bytes() for each in study.rglob("*") if each.is_file())
    assert len(survivors(content)) >= 40


def test_export_verifies_here_and_with_foreign_tools(exported: Path) -> None:
    assert main(["verify", str(exported)]) == 0
    subprocess.run(
        ["sha256sum", "-c", "--quiet", "manifest-sha256.txt"], cwd=exported, check=True, timeout=60
    )
    words = "openssl cms -verify -binary -inform DER -in provenance.json.p7s -content"
    words += " provenance.json -CAfile certificate.pem -out /dev/null"
    subprocess.run(words.split(), cwd=exported, check=True, timeout=60, capture_output=True)


def test_one_flipped_bit_is_named(
    exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-r", str(exported), str(copy)], check=True)
    victim = sorted((copy / "dicom").rglob("*.dcm"))[3]
    content = bytearray(victim.read_bytes())
    content[len(content) // 2] ^= 1
    victim.write_bytes(content)
    assert main(["verify", str(copy)]) == 1
    assert victim.name in capsys.readouterr().err


def test_the_statement_says_that_nobody_looked(exported: Path) -> None:
    statement = (exported / "provenance.json").read_text("utf-8")
    assert json.loads(statement)["_type"] == "https://in-toto.io/Statement/v1"
    assert "not reviewed by a person" in statement


def test_undecided_findings_refuse_the_export(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["clean", str(study), "--out", str(out)]) == 4
    assert not out.exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["study", "study/inside"])
def test_an_output_inside_the_input_is_refused(study: Path, name: str) -> None:
    before = sorted(study.rglob("*"))
    out = study.parent / name
    assert main(["clean", str(study), "--out", str(out), "--accept-proposed"]) in (2, 4)
    assert sorted(study.rglob("*")) == before


def test_an_existing_output_is_left_alone(study: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["clean", str(study), "--out", str(tmp_path), "--accept-proposed"]) in (2, 4)
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_crosswalks_lead_back_only_through_the_vault(exported: Path, tmp_path: Path) -> None:
    assert main(["vault", "export-crosswalk", "--out", str(tmp_path)]) == 0
    for name in ("uid_crosswalk.csv", "patid_crosswalk.csv"):
        lines = (tmp_path / name).read_text("utf-8").splitlines()
        assert lines[0] == "id_old,id_new"
        assert len(lines) > 1
