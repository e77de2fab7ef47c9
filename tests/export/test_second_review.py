"""A project that requires two reviewers gets no export before both agree, and says who did."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.export.builders import scanned, write_study
from tests.export.test_statement import SCHEMA
from tests.review.builders import header_finding
from viewer import export, review
from viewer.cli import main, run
from viewer.errors import RefusedError
from viewer.export import second_review_refusals
from viewer.model import ScanResult
from viewer.profile import EditedProfile, Profile, load_profile, save_profile
from viewer.provenance import AuditLog, Vault
from viewer.review import ReviewSession
from viewer.review.audited import log_step
from viewer.verify import certificate_page, verify


def _profile() -> Profile:
    edited = EditedProfile.of(load_profile("research")).with_two_reviewers(on=True)
    return replace(edited, name="two", title="Two").profile()


def _decided(folder: Path) -> ReviewSession:
    loaded, result = scanned(write_study(folder, instances=2))
    start = ReviewSession(loaded, result, "two", "reviewer", person="anna")
    return review.accept_group(start, [each.id for each in result.findings])


def _agreed(now: ReviewSession) -> ReviewSession:
    other = replace(now, person="bert", reviewer="second reviewer")
    return review.agree(other, [each.id for each in review.Outlook(other).waiting])


def _export(now: ReviewSession, out: Path) -> Path:
    with Vault.open(create=True) as vault:
        return export.export(
            now.loaded,
            now.result,
            now.decisions(),
            out=out,
            profile=_profile(),
            vault=vault,
            opinions=now.state.opinions,
        ).out


def test_the_switch_is_in_the_file_of_a_profile_and_in_its_digest() -> None:
    plain = EditedProfile.of(load_profile("research"))
    assert not load_profile("research").two_reviewers
    two = EditedProfile.read(plain.with_two_reviewers(on=True).text())
    assert two.two_reviewers
    assert two.profile().digest != plain.profile().digest


def test_nothing_is_exported_before_the_second_reviewer_agrees(tmp_path: Path) -> None:
    decided = _decided(tmp_path / "in")
    with pytest.raises(RefusedError, match="A second reviewer has not agreed yet"):
        _export(decided, tmp_path / "out")
    objecting = replace(decided, person="bert")
    objecting = review.object_to(objecting, [decided.findings[0].id], "not enough")
    with pytest.raises(RefusedError, match="A second reviewer objects"):
        _export(_agreed(objecting), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_both_reviewers_are_in_statement_report_and_verification(tmp_path: Path) -> None:
    out = _export(_agreed(_decided(tmp_path / "in")), tmp_path / "out")
    told = json.loads((out / "provenance.json").read_bytes())
    Draft202012Validator(SCHEMA).validate(told)
    second = told["predicate"]["review"]["second_reviewer"]
    first, other = second["people"]
    assert second["required"]
    assert (first["person"], first["roles"], first["agreed"]) == ("P1", ["reviewer"], 0)
    assert (other["person"], other["roles"], other["decided"]) == ("P2", ["second reviewer"], 0)
    assert first["decided"] == other["agreed"] == second["agreed"] > 3
    assert "anna" not in (out / "provenance.json").read_text("utf-8")
    assert "P2 (second reviewer): decided 0, agreed with" in (out / "report.html").read_text()
    report = verify(out)
    (check,) = (each for each in report.checks if each.id == "second-reviewer")
    assert check.ok
    assert "Two different reviewers, as required. P1 (reviewer) decided" in check.detail
    assert "P2 (second reviewer) agreed with" in certificate_page(report, out)


def test_an_objection_blocks_where_one_reviewer_is_enough_and_no_account_does_not() -> None:
    one = header_finding(1)
    start = replace(ReviewSession(_LOADED, ScanResult((one,)), "research", "r"), person="a")
    made = review.accept(start, "h1")
    against = review.object_to(replace(made, person="b"), ["h1"], "no")

    def keys(now: ReviewSession, *, required: bool) -> list[str]:
        said = now.state.opinions
        found = second_review_refusals(now.result, now.decisions(), said, required)
        return [each.key for each in found]

    assert keys(made, required=False) == []
    assert keys(made, required=True) == ["second:h1"]
    assert keys(against, required=False) == keys(against, required=True) == ["objection:h1"]
    unnamed = review.accept(replace(start, person=""), "h1")
    assert keys(unnamed, required=False) == []
    assert keys(unnamed, required=True) == ["unnamed"]


def test_what_a_second_reviewer_says_is_in_the_audit_log(tmp_path: Path) -> None:
    decided = _decided(tmp_path / "in")
    log_step(AuditLog(), decided.state, _agreed(decided).state)
    (line,) = (e for e, _ in AuditLog().entries() if e["event"] == "second opinion")
    assert line["agreed"] == len(decided.findings)


def test_the_command_line_refuses_and_exports_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run.detect, "scan", partial(run.detect.scan, text=False, face=False))
    save_profile("two", replace(EditedProfile.of(_profile())).text())
    decided, saved = _decided(tmp_path / "in"), tmp_path / "decisions.json"
    words = ["clean", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--profile", "two"]
    assert main([*words, "--accept-proposed"]) == 4
    assert "two different reviewers" in capsys.readouterr().err
    review.write_decisions(decided, saved)
    assert main([*words, "--decisions", str(saved)]) == 4
    assert "has not agreed yet" in capsys.readouterr().err
    review.write_decisions(_agreed(decided), saved)
    assert main([*words, "--decisions", str(saved)]) == 0


_LOADED = scanned(Path("there is no such folder"))[0]
