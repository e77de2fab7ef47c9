"""A site's word lists make text harmless where nothing speaks against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ocr.test_classify import KNOWN, reading
from viewer.errors import ScanveilError
from viewer.ocr.classify import classify
from viewer.ocr.site_words import add_entries, site_entries, site_folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCANVEIL_HOME", str(tmp_path / "home"))


def is_kept(text: str) -> bool:
    return classify(reading(text), KNOWN, "US").benign


def test_words_and_whole_lines_of_a_list_are_harmless_and_say_why() -> None:
    assert not is_kept("Quorvex")
    assert not is_kept("Plan B: Zyglofant 4 x 2")
    assert add_entries(["# scanner", "Quorvex", "", "PLAN B, Zyglofant 4 x 2"], "our scanners") == 2
    assert is_kept("QUORVEX")
    assert is_kept("Quorvex quorvex")
    assert is_kept("plan B: Zyglofant 4 x 2")
    assert not is_kept("Zyglofant 4")
    assert "word lists" in classify(reading("Quorvex"), KNOWN, "US").reason
    assert "word lists" not in classify(reading("MI 1.2"), KNOWN, "US").reason


def test_a_list_never_hides_what_identifies() -> None:
    add_entries(["Rosenthal", "12.03.1967", "Name", "Quorvex"], "bad idea")
    assert not is_kept("ROSENTHAL")
    assert not is_kept("12.03.1967")
    assert not is_kept("Name: Quorvex")


def test_a_new_list_replaces_the_one_of_its_name_and_a_wrong_one_changes_nothing() -> None:
    add_entries(["alpha"], "list")
    add_entries(["beta"], "list")
    assert site_entries() == {"beta"}
    for wrong in ([], ["   ", "# nothing"], ["x" * 200]):
        with pytest.raises(ScanveilError, match="not a list"):
            add_entries(wrong, "list")
    assert site_entries() == {"beta"}


def test_a_damaged_list_is_named() -> None:
    (site_folder() / "broken.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ScanveilError, match=r"broken\.txt"):
        is_kept("Quorvex")
