"""One encrypted file to hand over, opened and verified by its recipient alone."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pyrage
import pytest

from tests.export.builders import NAME, exported, write_study
from viewer.cli import main
from viewer.errors import RefusedError, UsageError
from viewer.provenance import LockedError, files_below, sha256_file
from viewer.provenance.handover import encrypt_folder, handover_recipients, opened_archive

PHRASE = "four words of mine"


@pytest.fixture(scope="module")
def recipient() -> pyrage.x25519.Identity:
    return pyrage.x25519.Identity.generate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "export"
    (made / "dicom").mkdir(parents=True)
    (made / "dicom" / "1.dcm").write_bytes(bytes(range(256)) * 9000)
    (made / "provenance.json").write_text("{}")
    return made


def _digests(folder: Path) -> dict[str, str]:
    return {name: sha256_file(folder / name) for name in files_below(folder)}


def test_the_recipient_gets_exactly_the_folder(
    folder: Path, recipient: pyrage.x25519.Identity, tmp_path: Path, private_home: Path
) -> None:
    target = tmp_path / "out.zip.age"
    encrypt_folder(folder, target, handover_recipients([str(recipient.to_public())]))
    with opened_archive(target, identity=f"# mine\n{recipient}\n") as opened:
        assert opened.name == "export"
        assert _digests(opened) == _digests(folder)
        assert opened.parents[1].stat().st_mode & 0o077 == 0
    assert [each.name for each in private_home.iterdir() if "opened" in each.name] == []
    assert b"provenance" not in target.read_bytes()


def test_age_itself_opens_it(folder: Path, recipient: pyrage.x25519.Identity) -> None:
    target = folder.with_name("out.zip.age")
    encrypt_folder(folder, target, [recipient.to_public()])
    packed = pyrage.decrypt(target.read_bytes(), [recipient])
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["export/dicom/1.dcm", "export/provenance.json"]


def test_a_passphrase_opens_it_too(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.zip.age"
    encrypt_folder(folder, target, passphrase=PHRASE)
    with opened_archive(target, passphrase=PHRASE) as opened:
        assert _digests(opened) == _digests(folder)
    with pytest.raises(LockedError, match="does not open"), opened_archive(target, passphrase="x"):
        pass


def test_another_key_or_one_changed_bit_opens_nothing(
    folder: Path, recipient: pyrage.x25519.Identity, private_home: Path
) -> None:
    target = folder.with_name("out.zip.age")
    encrypt_folder(folder, target, [recipient.to_public()])
    other = str(pyrage.x25519.Identity.generate())
    with pytest.raises(LockedError, match="does not open"), opened_archive(target, identity=other):
        pass
    content = bytearray(target.read_bytes())
    content[-20] ^= 1
    target.write_bytes(content)
    with pytest.raises(LockedError), opened_archive(target, identity=str(recipient)):
        pass
    assert list(private_home.glob("opened-*")) == []


def test_an_archive_that_leads_elsewhere_is_not_unpacked(
    recipient: pyrage.x25519.Identity, tmp_path: Path
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("export/../../evil", "x")
    target = tmp_path / "out.zip.age"
    target.write_bytes(pyrage.encrypt(packed.getvalue(), [recipient.to_public()]))
    elsewhere = pytest.raises(UsageError, match="elsewhere")
    with elsewhere, opened_archive(target, identity=str(recipient)):
        pass


def test_what_cannot_be_written_leaves_nothing(
    folder: Path, recipient: pyrage.x25519.Identity, tmp_path: Path
) -> None:
    with pytest.raises(RefusedError, match="could not be written"):
        encrypt_folder(folder, tmp_path / "none" / "out.zip.age", [recipient.to_public()])
    with pytest.raises(UsageError, match="no age key"):
        handover_recipients(["ssh-rsa AAAA"])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["export"]


def test_verify_opens_the_archive(
    recipient: pyrage.x25519.Identity, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exported(write_study(tmp_path / "in", instances=1), tmp_path / "out")
    target, keys = tmp_path / "out.zip.age", tmp_path / "key.txt"
    encrypt_folder(tmp_path / "out", target, [recipient.to_public()])
    keys.write_text(str(recipient))
    assert main(["verify", str(target), "--identity", str(keys)]) == 0
    told = capsys.readouterr().err
    assert "Files against the manifest" in told
    assert NAME not in told
    assert main(["verify", str(target)]) == 1
