"""The handbook is there on the terminal, as HTML, and in the window, and says what is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from viewer.cli import main
from viewer.gui.dialogs.handbook import HandbookDialog
from viewer.handbook import pages
from viewer.paths import resource
from viewer.profile.option import Option


def test_every_page_is_listed_and_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    listed = capsys.readouterr().out
    for page in pages():
        assert page.name in listed
        assert main(["help", page.name]) == 0
        assert page.title in capsys.readouterr().out


def test_an_unknown_page_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "nothing"]) == 2
    assert "quick-start" in capsys.readouterr().err


def test_the_pages_become_html_files_that_link_nowhere_else(tmp_path: Path) -> None:
    assert main(["help", "--html", str(tmp_path / "book")]) == 0
    written = sorted((tmp_path / "book").glob("*.html"))
    assert len(written) == len(pages()) + 1
    for path in written:
        text = path.read_text("utf-8")
        assert "<h1>" in text and "{{" not in text
        assert not re.search(r"(src|href)=[\"']\w+:", text)
        for picture in re.findall(r'src="([^"]+)"', text):
            assert (path.parent / picture).is_file()


def test_the_quick_start_has_ten_pictures_that_are_there_and_small() -> None:
    page = next(each for each in pages() if each.name == "quick-start")
    named = re.findall(r"!\[[^\]]{10,}\]\((pictures/[\w.-]+)\)", page.text)
    there = sorted(resource("help/pictures").iterdir())
    assert len(named) == 10
    assert [resource("help") / each for each in named] == there
    assert sum(each.stat().st_size for each in there) < 2_000_000
    assert "![" not in page.plain()


def test_the_page_about_profiles_names_every_option() -> None:
    text = next(page.text for page in pages() if page.name == "profiles")
    assert [option.value for option in Option if f"`{option.value}`" not in text] == []


def test_the_window_shows_each_page(qtbot: QtBot) -> None:
    dialog = HandbookDialog()
    qtbot.addWidget(dialog)
    for row, page in enumerate(pages()):
        dialog.topics.setCurrentRow(row)
        assert dialog.text.toPlainText().startswith(page.title)
        for picture in re.findall(r"\((pictures/[\w.-]+)\)", page.text):
            image = dialog.text.loadResource(
                QTextDocument.ResourceType.ImageResource.value, QUrl(picture)
            )
            assert QImage.fromData(image).width() > 100
