"""Every word of the window can be translated, and the German translation is whole."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import json
import os
import string
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

_ROOT = Path(__file__).parents[2]
_FOLDER = _ROOT / "resources" / "translations"
_SAME_IN_BOTH = {"Cancel", "Close", "Scroll Left", "Scroll Right"}  # Qt's own, see app.py


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """``packaging/translations``, which has no name a module could have."""
    place = str(_ROOT / "packaging" / "translations")
    loader = importlib.machinery.SourceFileLoader("translations", place)
    spec = importlib.util.spec_from_loader("translations", loader)
    assert spec is not None
    made = importlib.util.module_from_spec(spec)
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    loader.exec_module(made)
    sys.dont_write_bytecode = before
    return made


@pytest.fixture(scope="module")
def german(tool: ModuleType) -> dict[str, str]:
    found: dict[str, str] = tool.translated(_FOLDER / "scanveil_de.ts")
    return found


def test_every_text_of_the_window_is_in_the_catalogue_and_translated(tool: ModuleType) -> None:
    assert len(tool.words()) > 900
    assert tool.missing("de") == []


def test_placeholders_and_shortcuts_survive_translation(german: dict[str, str]) -> None:
    for text, words in german.items():
        asked = sorted((name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name)
        given = sorted((name, spec) for _, name, spec, _ in string.Formatter().parse(words) if name)
        assert given == asked, text
        assert text.endswith("…") == words.endswith("…"), text


def test_what_is_compiled_is_what_was_translated(german: dict[str, str]) -> None:
    compiled = QTranslator()
    assert compiled.load(str(_FOLDER / "scanveil_de.qm"))
    assert {text: compiled.translate("window", text) for text in german} == german


def test_the_window_speaks_german_wherever_it_is_looked_at(
    german: dict[str, str], private_home: Path
) -> None:
    words = [sys.executable, "-m", "tests.translations.in_german"]
    secret = {"SCANVEIL_LANGUAGE": "de", "SCANVEIL_PASSPHRASE": "four words of mine here"}
    env = os.environ | secret
    done = subprocess.run(words, cwd=_ROOT, env=env, capture_output=True, check=True)
    shown = set(json.loads(done.stdout))
    assert {"Arbeitsliste", "&Datei", "Alle Vorschläge annehmen", "Exportieren…"} <= shown
    foreign = {text for text, other in german.items() if text != other} - set(german.values())
    left = {each.split(" (Ctrl")[0].removeprefix("&") for each in shown} & foreign
    assert left - _SAME_IN_BOTH == set()


def test_a_word_that_nobody_translated_is_told(
    tool: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {**tool.words(), "A new sentence.": "viewer/gui/new.py"}
    monkeypatch.setattr(tool, "words", lambda: found)
    assert tool.missing("de") == ["A new sentence."]
