"""Between a scan and its export files change, and decisions do not stretch to what nobody saw."""

from __future__ import annotations

import os
from pathlib import Path

import pydicom

from tests.export.builders import scanned, write_study
from viewer import export
from viewer.cli import main
from viewer.model import Action, Decision
from viewer.profile import load_profile
from viewer.provenance import Vault
from viewer.review import accept_proposals


def test_a_file_that_changed_after_the_scan_is_held_back(tmp_path: Path) -> None:
    source = write_study(tmp_path / "in")
    loaded, result = scanned(source)
    victim = sorted(source.iterdir())[0]
    moved = victim.stat().st_mtime_ns + 1_000_000_000
    os.utime(victim, ns=(moved, moved))
    with Vault.open(tmp_path / "vault.db", create=True) as vault:
        report = export.export(
            loaded,
            result,
            {},
            out=tmp_path / "out",
            profile=load_profile("research"),
            vault=vault,
            accept_proposed=True,
        )
    assert report.instances == 2
    assert [each.source.path for each in report.unreadable] == [victim]
    assert "changed" in report.unreadable[0].reason


def test_a_decision_does_not_hold_for_a_value_that_came_later(tmp_path: Path) -> None:
    source = write_study(tmp_path / "in")
    _, before = scanned(source)
    (site,) = [each for each in before.findings if each.keyword == "InstitutionName"]
    kept = Decision(site.id, Action.KEEP, "reviewer", "2026-01-01T00:00:00Z", True, "public")
    late = sorted(source.iterdir())[-1]
    ds = pydicom.dcmread(late)
    ds.InstitutionName = "Praxis Lindenweg"
    ds.save_as(late)
    _, after = scanned(source)
    ids = {each.id for each in after.findings}
    assert kept.finding_id not in ids
    assert ids & set(accept_proposals(before.findings))


def test_verify_with_the_wrong_vault_is_no_success(tmp_path: Path) -> None:
    source, out = write_study(tmp_path / "in"), tmp_path / "out"
    words = ["--vault", str(tmp_path / "right.db")]
    assert main(["clean", str(source), "--out", str(out), "--accept-proposed", *words]) == 0
    assert main(["vault", "init", "--vault", str(tmp_path / "wrong.db")]) == 0
    assert main(["verify", str(out), "--vault", str(tmp_path / "wrong.db")]) == 1
    assert main(["verify", str(out), *words]) == 0
