"""A shown slice view on a synthetic series."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.slice_view.builders import FakeReader, instance, series, write_header
from viewer.gui import theme
from viewer.gui.slice_view import SliceView
from viewer.model import Series

Make = Callable[..., tuple[SliceView, FakeReader, Series]]


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Make]:
    """Builds a shown view on a series of ``count`` instances with ``frames`` each."""
    theme.apply(qapp)
    views: list[SliceView] = []

    def build(
        count: int = 1, frames: int = 1, *, broken: str = "", modality: str = "CT", **more: object
    ) -> tuple[SliceView, FakeReader, Series]:
        each = [
            instance(f"i{n}", tmp_path, frames=frames, modality=modality, **more)  # type: ignore[arg-type]
            for n in range(count)
        ]
        for one in each:
            write_header(one)
        view, reader = SliceView(), FakeReader()
        reader.broken = {broken}
        qtbot.addWidget(view)
        views.append(view)
        view.resize(640, 520)
        view.show()
        shown = series(*each, modality=modality)
        view.set_series(shown, reader)  # type: ignore[arg-type]
        qtbot.waitUntil(lambda: view.canvas.scene.is_current or bool(view.canvas.scene.message))
        return view, reader, shown

    yield build
    for view in views:
        view.close_reader()
