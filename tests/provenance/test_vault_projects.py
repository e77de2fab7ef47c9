"""A patient is deleted for good; projects are split and merged; every look-up has its reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from viewer.cli import main
from viewer.errors import UsageError
from viewer.model import Masked, PatientMapping
from viewer.provenance import (
    AuditLog,
    StoredValue,
    Vault,
    VaultError,
    default_vault,
    delete_patient,
    look_up,
    merge_vault,
    split_vault,
)

REASON = "the radiologist found a finding to report"


@pytest.fixture
def vault() -> Vault:
    return Vault.open(create=True)


def _add(vault: Vault, number: str, uids: tuple[str, ...]) -> PatientMapping:
    mapping = vault.patient(Masked(number), Masked(f"{number}^Jane"))
    vault.remember_uids([(each, mapping.remap_uid(each)) for each in uids], mapping.patient_id)
    vault.remember_values("AccessionNumber", [(f"A-{number}", f"K{number}")], mapping.patient_id)
    value = StoredValue("name", "PatientName", Masked(f"{number}^Jane"), mapping.patient_id)
    vault.begin_export("SVX-1", [value])
    return mapping


def test_a_deleted_patient_is_known_by_nothing(vault: Vault) -> None:
    gone, stays = _add(vault, "H-1", ("1.2.1", "1.2.9")), _add(vault, "H-2", ("1.2.2", "1.2.9"))
    done = delete_patient(vault, gone.patient_id)
    assert (done.patients, done.uids, done.values) == (1, 1, 1)
    sides = ("H-1", "H-1^Jane", gone.patient_id, "1.2.1", gone.remap_uid("1.2.1"), "A-H-1", "KH-1")
    assert [each for each in sides if vault.lookup(each)] == []
    assert vault.lookup("1.2.9")[0].new == stays.remap_uid("1.2.9")
    assert vault.lookup("A-H-2")
    assert [each.value.reveal() for each in vault.identifiers("SVX-1")] == ["H-2^Jane"]
    assert vault.patient(Masked("H-1")).patient_id != gone.patient_id
    with pytest.raises(VaultError, match="does not know that pseudonym"):
        delete_patient(vault, gone.patient_id)


def test_a_split_vault_maps_its_patients_alike_and_knows_no_other(
    vault: Vault, tmp_path: Path
) -> None:
    moved, other = _add(vault, "H-1", ("1.2.1", "1.2.9")), _add(vault, "H-2", ("1.2.2", "1.2.9"))
    done = split_vault(vault, [moved.patient_id], tmp_path / "b.db")
    assert (done.patients, done.uids, done.values) == (1, 2, 1)
    with Vault.open(tmp_path / "b.db") as new:
        assert new.patient(Masked("H-1")) == moved
        assert not any(map(new.lookup, ("H-2", other.patient_id, "1.2.2", "A-H-2")))
        assert [each.patient for each in new.identifiers("SVX-1")] == [moved.patient_id]
    assert vault.info().patients == 2
    with pytest.raises(VaultError, match="already"):
        split_vault(vault, [moved.patient_id], tmp_path / "b.db")


def test_after_a_merge_both_pseudonyms_lead_to_the_patient(vault: Vault, tmp_path: Path) -> None:
    mine = _add(vault, "H-1", ("1.2.1",))
    with Vault.open(tmp_path / "b.db", create=True) as other:
        theirs, alone = _add(other, "H-1", ("1.2.1",)), _add(other, "H-3", ("1.2.3",))
        before = (tmp_path / "b.db").read_bytes()
        done = merge_vault(vault, other)
        assert (tmp_path / "b.db").read_bytes() == before
    assert (done.patients, done.twice) == (1, 1)
    assert vault.patient(Masked("H-1")).patient_id == mine.patient_id
    for pseudonym in (mine.patient_id, theirs.patient_id):
        assert vault.lookup(pseudonym)[0].old.reveal() == "H-1"
    for made in (mine, theirs):
        assert vault.lookup(made.remap_uid("1.2.1"))[0].old.reveal() == "1.2.1"
    assert vault.lookup(alone.patient_id)
    assert merge_vault(vault, vault).patients == 0


def test_a_look_up_is_logged_before_it_is_told(vault: Vault) -> None:
    mapping = _add(vault, "H-1", ("1.2.1",))
    (link,) = look_up(vault, mapping.patient_id, REASON)
    assert link.old.reveal() == "H-1"
    last = json.loads(AuditLog().path.read_bytes().splitlines()[-1])
    assert (last["event"], last["reason"], last["found"]) == ("vault looked up", REASON, 1)
    AuditLog().path.unlink()
    AuditLog().path.mkdir()
    with pytest.raises(Exception, match="audit log cannot be written"):
        look_up(vault, mapping.patient_id, REASON)


@pytest.mark.parametrize("reason", ["", "because", "we must call H-1 back today", "x" * 300])
def test_a_reason_is_none_if_it_is_missing_or_tells_the_patient(vault: Vault, reason: str) -> None:
    mapping = _add(vault, "H-1", ("1.2.1",))
    with pytest.raises(UsageError, match="reason"):
        look_up(vault, mapping.patient_id, reason)
    assert AuditLog().last_event() != "vault looked up"


def test_an_earlier_vault_gets_what_is_new(vault: Vault) -> None:
    vault.patient(Masked("H-1"))
    with vault.writing() as connection:
        connection.execute("DROP TABLE holder")
        connection.execute("PRAGMA user_version = 1")
    vault.close()
    with Vault.open() as again:
        assert delete_patient(again, again.patients()[0].new).patients == 1


def test_the_commands_look_up_delete_split_and_merge(
    vault: Vault, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = _add(vault, "H-1", ("1.2.1",)), _add(vault, "H-2", ("1.2.2",))
    vault.close()
    asked = ["vault", "lookup", first.patient_id, "--reason", REASON]
    assert main(asked) == 0
    assert "H-1" not in capsys.readouterr().out
    assert main([*asked, "--show-values"]) == 0
    assert f"patient: H-1 = {first.patient_id}" in capsys.readouterr().out
    assert main(["vault", "lookup", "H-1"]) == 2
    assert main(["vault", "split", second.patient_id, "--to", str(tmp_path / "b.db")]) == 0
    assert main(["vault", "delete", second.patient_id, "--reason", "moved to its project"]) == 0
    assert main(["vault", "info"]) == 0
    assert "patients 1," in capsys.readouterr().out
    assert main(["vault", "merge", "--from", str(tmp_path / "b.db")]) == 0
    assert main(["vault", "patients"]) == 0
    assert capsys.readouterr().out.count("SV-") == 2
    assert default_vault().exists()
    assert main(["audit", "verify"]) == 0
