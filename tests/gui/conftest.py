"""What tests of dialogs share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer import access
from viewer.provenance import master


@pytest.fixture
def nobody() -> Iterator[None]:
    """Keys are closed, and nobody is logged in afterwards."""
    master.lock_again()
    yield
    access.log_out()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for dialogs to belong to."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made
