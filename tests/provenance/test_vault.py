"""The vault keeps one mapping per patient, tells nobody else, and survives what can go wrong."""

from __future__ import annotations

import csv
import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest

from viewer.model import Masked
from viewer.provenance import StoredValue, Vault, VaultError, write_crosswalks

CANARY = "Zyxwonderfrau"
BORN = Masked("19340217")


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault.open(tmp_path / "v" / "vault.db", create=True)


def test_the_same_patient_gets_the_same_mapping_for_good(vault: Vault) -> None:
    first = vault.patient(Masked("H-17"), Masked("Doe^Jane"), BORN)
    vault.close()
    with Vault.open(vault.path) as again:
        assert again.patient(Masked("H-17"), Masked("DOE^JANE"), Masked("")) == first


def test_two_vaults_map_the_same_patient_differently(vault: Vault, tmp_path: Path) -> None:
    with Vault.open(tmp_path / "other.db", create=True) as other:
        mine, its = (each.patient(Masked("H-17")) for each in (vault, other))
    assert mine.patient_id != its.patient_id
    assert mine.remap_uid("1.2.3") != its.remap_uid("1.2.3")


def test_patients_of_one_vault_share_uids_but_no_pseudonym(vault: Vault) -> None:
    first, second = vault.patient(Masked("A")), vault.patient(Masked("B"))
    assert first.patient_id != second.patient_id
    assert first.remap_uid("1.2.3") == second.remap_uid("1.2.3")


def test_the_issuer_tells_equal_ids_apart(vault: Vault) -> None:
    plain = vault.patient(Masked("7"))
    assert plain != vault.patient(Masked("7"), issuer=Masked("Clinic North"))


def test_without_an_id_name_and_birth_date_count(vault: Vault) -> None:
    none = Masked("")
    first = vault.patient(none, Masked("Doe^Jane"), BORN)
    assert vault.patient(none, Masked("doe^jane^"), BORN) == first
    assert vault.patient(none, Masked("Doe^Jane"), Masked("19500101")) != first
    assert vault.patient(none, study_uid="1.2") != vault.patient(none, study_uid="1.3")


def test_shifts_go_back_in_time_and_are_never_zero(vault: Vault) -> None:
    shifts = {vault.patient(Masked(f"P{n}")).date_shift_days for n in range(60)}
    assert len(shifts) > 50
    assert max(shifts) < 0
    assert min(shifts) >= -3650


def test_pseudonyms_look_like_an_id_and_a_person_name(vault: Vault) -> None:
    mapping = vault.patient(Masked("H-17"))
    assert mapping.patient_id.startswith("SV-")
    assert len(mapping.patient_id) == 11
    assert mapping.patient_name == f"ANON^{mapping.patient_id[3:]}"


def test_the_mapping_can_be_read_from_both_sides(vault: Vault) -> None:
    mapping = vault.patient(Masked("H-17"), Masked("Doe^Jane"))
    vault.remember_uids([("1.2.3", "2.25.9")])
    vault.remember_values("accession number", [("ACC1", "K7")])
    for text in ("H-17", "Doe^Jane", mapping.patient_id, mapping.patient_name):
        (link,) = vault.lookup(text)
        assert (link.kind, link.old.reveal(), link.new) == ("patient", "H-17", mapping.patient_id)
    assert vault.lookup("2.25.9")[0].old.reveal() == "1.2.3"
    assert vault.lookup("1.2.3")[0].new == "2.25.9"
    assert vault.lookup("K7")[0].old.reveal() == "ACC1"
    assert vault.lookup("nobody") == ()


def test_a_uid_may_be_remembered_twice_but_never_shared(vault: Vault) -> None:
    vault.remember_uids([("1.2.3", "2.25.9")] * 2)
    with pytest.raises(VaultError, match="another mapping"):
        vault.remember_uids([("1.2.5", "2.25.10"), ("1.2.4", "2.25.9")])
    assert [(each.old.reveal(), each.new) for each in vault.uids()] == [("1.2.3", "2.25.9")]


def test_identifiers_belong_to_their_export(vault: Vault) -> None:
    value = StoredValue("name", "PatientName", Masked("Doe^Jane"))
    vault.begin_export("SVX-1", [value])
    vault.remember_identifiers("SVX-1", [value])
    assert vault.identifiers("SVX-1") == (value,)
    assert vault.identifiers("SVX-2") == ()
    assert vault.knows("SVX-1")
    vault.forget_export("SVX-1")
    assert not vault.knows("SVX-1")
    assert vault.info().exports == 0


def test_no_value_lies_in_plain_bytes_beside_the_vault(vault: Vault) -> None:
    vault.patient(Masked(f"{CANARY}-ID"), Masked(f"{CANARY}^Jane"), BORN)
    vault.begin_export("SVX-1", [StoredValue("name", "PatientName", Masked(CANARY))])
    vault.remember_values("accession number", [(CANARY, "K7")])
    vault.close()
    for path in vault.path.parent.iterdir():
        assert path.stat().st_mode & 0o077 == 0
        for text in (CANARY.encode(), CANARY.encode("utf-16-le"), b"SQLite format"):
            assert text not in path.read_bytes()


def test_a_wrong_passphrase_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "vault.db"
    with Vault.open(path, create=True, passphrase="right") as made:
        mapping = made.patient(Masked("H-17"))
    before = path.read_bytes()
    with pytest.raises(Exception, match="passphrase is wrong"):
        Vault.open(path, passphrase="wrong")
    assert path.read_bytes() == before
    with Vault.open(path, passphrase="right") as opened:
        assert opened.patient(Masked("H-17")) == mapping


def test_another_vaults_key_is_refused(vault: Vault, tmp_path: Path) -> None:
    other = Vault.open(tmp_path / "v" / "other.db", create=True)
    other.close()
    vault.close()
    key = vault.path.with_name("vault.db.key.json")
    key.write_bytes(vault.path.with_name("other.db.key.json").read_bytes())
    with pytest.raises(VaultError, match="cannot be opened with this key"):
        Vault.open(vault.path)


def test_a_missing_key_file_is_a_sentence(vault: Vault) -> None:
    vault.close()
    vault.path.with_name("vault.db.key.json").unlink()
    with pytest.raises(VaultError, match=r"key file vault\.db\.key\.json is missing"):
        Vault.open(vault.path)


def test_a_corrupt_page_is_a_sentence(vault: Vault, capfd: pytest.CaptureFixture[str]) -> None:
    vault.patient(Masked("H-17"))
    vault.close()
    damaged = bytearray(vault.path.read_bytes())
    damaged[100] ^= 0xFF
    vault.path.write_bytes(damaged)
    with pytest.raises(VaultError, match="backup"):
        Vault.open(vault.path)
    assert vault.path.read_bytes() == damaged
    assert capfd.readouterr().err == ""


def test_a_vault_that_is_not_there_is_only_made_on_request(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="no vault"):
        Vault.open(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_vault_never_lies_inside_an_export(tmp_path: Path) -> None:
    (tmp_path / "manifest-sha256.txt").write_text("")
    with pytest.raises(VaultError, match="inside an exported folder"):
        Vault.open(tmp_path / "dicom" / "vault.db", create=True)


def test_crosswalks_have_their_header_and_run_no_formula(vault: Vault, tmp_path: Path) -> None:
    mapping = vault.patient(Masked("=cmd|' /C calc'!A0"))
    vault.remember_uids([("1.2.3", "2.25.9")])
    uids, patients = write_crosswalks(vault, tmp_path / "out")
    with patients.open(newline="") as stream:
        assert list(csv.reader(stream)) == [
            ["id_old", "id_new"],
            ["'=cmd|' /C calc'!A0", mapping.patient_id],
        ]
    assert uids.read_text() == "id_old,id_new\n1.2.3,2.25.9\n"
    assert uids.stat().st_mode & 0o077 == 0


def _write_forever(path: Path, ready: Path) -> None:
    with Vault.open(path) as vault:
        for n in range(1_000_000):
            vault.patient(Masked(f"P{n}"))
            vault.remember_uids([(f"1.2.{n}", f"2.25.{n}")])
            if n == 3:
                ready.touch()


@pytest.mark.parametrize("delay", [0.0, 0.007, 0.019])
def test_a_kill_between_writes_tears_nothing(vault: Vault, tmp_path: Path, delay: float) -> None:
    vault.close()
    ready = tmp_path / "ready"
    writer = multiprocessing.get_context("spawn").Process(
        target=_write_forever, args=(vault.path, ready)
    )
    writer.start()
    while not ready.exists() and writer.is_alive():
        time.sleep(0.005)
    time.sleep(delay)
    assert writer.pid is not None
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    with Vault.open(vault.path) as again:
        info = again.info()
        assert 0 <= info.patients - info.uids <= 1
        assert info.patients >= 4
        assert again._connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
