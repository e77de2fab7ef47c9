"""What an export looks like, and that it is all there or not there at all."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pydicom
import pytest

from tests.export.builders import BORN, CLINIC, NAME, NUMBER, exported, write_study
from viewer.errors import CancelledError, RefusedError, ScanveilError
from viewer.provenance import AuditHead, AuditLog, Vault
from viewer.verify import verify

CANARIES = (*NAME.split("^"), NUMBER, CLINIC, "ACC-99120", "Eberesche", BORN)


def _digests(folder: Path) -> dict[str, str]:
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir()}


def _appears(text: str, content: bytes) -> bool:
    lowered = content.lower()
    codecs = ("utf-8", "utf-16-le", "utf-16-be")
    return any(text.lower().encode(codec) in lowered for codec in codecs)


def test_an_export_holds_the_promised_files_and_touches_no_source(tmp_path: Path) -> None:
    source = write_study(tmp_path / "in")
    before = _digests(source)
    report = exported(source, tmp_path / "out")
    assert _digests(source) == before
    names = sorted(p.relative_to(report.out).as_posix() for p in report.out.rglob("*.*"))
    assert names == [
        "certificate.pem",
        *(f"dicom/S0001/00000{n}.dcm" for n in (1, 2, 3)),
        "manifest-sha256.txt",
        "provenance.dsse.json",
        "provenance.json",
        "provenance.json.p7s",
        "report.html",
    ]
    assert report.instances == 3
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_no_identifying_value_is_in_any_published_byte(tmp_path: Path) -> None:
    out = exported(write_study(tmp_path / "in"), tmp_path / "out", zip=True).out
    for path in (each for each in out.rglob("*") if each.is_file()):
        assert [text for text in CANARIES if _appears(text, path.read_bytes())] == []
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        for name in archive.namelist():
            assert archive.read(name) == (tmp_path / name).read_bytes()
        assert len(archive.namelist()) == 9


def test_no_identifying_value_is_in_plain_bytes_of_the_private_folder(
    tmp_path: Path, private_home: Path
) -> None:
    exported(write_study(tmp_path / "in"), tmp_path / "out")
    files = [each for each in private_home.rglob("*") if each.is_file()]
    assert {"vault.db", "audit.jsonl", "workstation-key.json"} <= {each.name for each in files}
    for path in files:
        assert [text for text in CANARIES if _appears(text, path.read_bytes())] == []


def test_tools_that_are_not_ours_accept_it(tmp_path: Path) -> None:
    out = exported(write_study(tmp_path / "in"), tmp_path / "out").out
    openssl = shutil.which("openssl") or pytest.skip("no openssl here")
    check = "cms -verify -binary -inform DER -in provenance.json.p7s -content provenance.json"
    command = [openssl, *check.split(), "-CAfile", "certificate.pem", "-out", "/dev/null"]
    assert subprocess.run(command, cwd=out, capture_output=True).returncode == 0
    listed = subprocess.run(
        ["sha256sum", "-c", "manifest-sha256.txt"], cwd=out, capture_output=True, text=True
    )
    assert listed.returncode == 0
    assert listed.stdout.count(": OK") == 8


def test_the_statement_says_what_was_done_and_who_decided(tmp_path: Path) -> None:
    out = exported(write_study(tmp_path / "in"), tmp_path / "out").out
    told = json.loads((out / "provenance.json").read_bytes())["predicate"]
    assert told["review"]["reviewed_by_person"] == "none"
    assert told["source"]["instances_exported"] == 3
    assert told["ai"] == {
        "models_that_looked": [],
        "models_that_made_pixels": [],
        "pixels_made_by_ai": False,
    }
    assert any("Nobody looked at the findings" in each for each in told["residual_risk"])
    assert any("not searched for burned-in text" in each for each in told["residual_risk"])
    assert told["changes"][0]["files"] == [f"dicom/S0001/00000{n}.dcm" for n in (1, 2, 3)]
    done = {(each["what"], each.get("attribute")) for each in told["changes"][0]["done"]}
    assert ("replaced", "(0010,0010)") in done
    lines = AuditLog().path.read_bytes().splitlines()
    pinned = hashlib.sha256(lines[told["audit"]["lines"] - 1]).hexdigest()
    assert pinned == told["audit"]["head"]
    assert AuditLog().check().ok


def test_two_patients_in_one_folder_get_a_mapping_each(tmp_path: Path) -> None:
    source = write_study(tmp_path / "in")
    write_study(source, name="Zwiebelfisch^Adam", number="MRN-5500", uid="1.2.8", instances=2)
    out = exported(source, tmp_path / "out").out
    patients = {str(pydicom.dcmread(each).PatientID) for each in sorted(out.glob("dicom/*/*.dcm"))}
    assert len(patients) == 2
    with Vault.open() as vault:
        assert {each.new for each in vault.patients()} == patients
        assert {each.old.reveal() for each in vault.patients()} == {NUMBER, "MRN-5500"}


def test_the_vault_leads_back_from_every_published_uid(tmp_path: Path) -> None:
    source = write_study(tmp_path / "in")
    out = exported(source, tmp_path / "out").out
    old = {str(pydicom.dcmread(each).SOPInstanceUID) for each in source.iterdir()}
    with Vault.open() as vault:
        for path in out.glob("dicom/*/*.dcm"):
            (link,) = vault.lookup(str(pydicom.dcmread(path).SOPInstanceUID))
            old.remove(link.old.reveal())
    assert old == set()


def test_one_uid_with_different_pixels_becomes_two_files(tmp_path: Path) -> None:
    source = write_study(tmp_path / "in", instances=1)
    (first,) = source.iterdir()
    again = pydicom.dcmread(first)
    again.PixelData = bytes(len(again.PixelData))
    again.save_as(source / "copy.dcm")
    out = exported(source, tmp_path / "out").out
    assert len(list(out.glob("dicom/*/*.dcm"))) == 2


def test_several_processes_publish_the_same(tmp_path: Path) -> None:
    source = write_study(tmp_path / "in")
    write_study(source, uid="1.2.8", instances=2)
    one = exported(source, tmp_path / "one").out
    two = exported(source, tmp_path / "two", jobs=2).out
    for path in sorted(one.glob("dicom/*/*.dcm")):
        other = pydicom.dcmread(two / path.relative_to(one))
        assert other.SOPInstanceUID == pydicom.dcmread(path).SOPInstanceUID
        assert other.PixelData == pydicom.dcmread(path).PixelData


def test_cancelling_publishes_nothing(tmp_path: Path) -> None:
    def cancel(done: int, total: int, text: str) -> None:
        if text.startswith("cleaning") and done == 2:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        exported(write_study(tmp_path / "in"), tmp_path / "out", progress=cancel)
    assert [each.name for each in tmp_path.iterdir()] == ["in"]
    with Vault.open() as vault:
        assert vault.info().exports == 0


def test_a_known_value_left_in_a_written_file_refuses_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from viewer.export import work

    def leaky(dataset: pydicom.Dataset) -> object:
        dataset.SeriesDescription = "see WILHELMINA"
        return encode(dataset)

    encode = work.encode_parts
    monkeypatch.setattr(work, "encode_parts", leaky)
    with pytest.raises(RefusedError) as refused:
        exported(write_study(tmp_path / "in"), tmp_path / "out")
    assert len(refused.value.reasons) == 3
    assert "known value is still in" in refused.value.reasons[0]
    assert "ilhelmina" not in str(refused.value).lower()
    assert [each.name for each in tmp_path.iterdir()] == ["in"]


def test_an_instance_that_cannot_be_cleaned_is_left_out_and_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from viewer.export import work

    def refuse_one(plan: object, context: object) -> object:
        done.append(plan)
        if len(done) == 2:
            raise ValueError(NAME)
        return clean_instance(plan, context)  # type: ignore[arg-type]

    done: list[object] = []
    clean_instance = work.clean_instance
    monkeypatch.setattr(work, "clean_instance", refuse_one)
    report = exported(write_study(tmp_path / "in"), tmp_path / "out")
    assert report.instances == 2
    (left_out,) = report.unreadable
    assert left_out.reason == "it could not be cleaned (ValueError)"


def _log_fails_at(monkeypatch: pytest.MonkeyPatch, events: set[str]) -> None:
    append = AuditLog.append

    def failing(log: AuditLog, event: str, **facts: str | int | bool) -> AuditHead:
        if event in events:
            raise ScanveilError("The audit log cannot be written: no space.", "Check space.")
        return append(log, event, **facts)

    monkeypatch.setattr(AuditLog, "append", failing)


def test_what_is_published_stays_known_when_the_log_fails_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _log_fails_at(monkeypatch, {"export published"})
    report = exported(write_study(tmp_path / "in"), tmp_path / "out")
    assert report.out.is_dir()
    assert "published" in report.warning
    assert "audit log cannot be written" in report.warning
    with Vault.open() as vault:
        assert vault.statement_digest(report.export_id) == report.statement_digest
        assert vault.identifiers(report.export_id)
        assert verify(report.out, vault=vault).ok
    assert AuditLog().last_event() == "export cleaned"


def test_a_log_that_fails_before_it_publishes_nothing_and_the_vault_forgets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _log_fails_at(monkeypatch, {"export cleaned", "export stopped"})
    with pytest.raises(ScanveilError, match="audit log cannot be written"):
        exported(write_study(tmp_path / "in"), tmp_path / "out")
    assert [each.name for each in tmp_path.iterdir()] == ["in"]
    with Vault.open() as vault:
        assert vault.info().exports == 0
