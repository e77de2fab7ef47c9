"""A value that identifies somebody shows only its shape, wherever it is printed."""

from __future__ import annotations

import pickle
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from viewer.model import Masked, PatientMapping, Source


def test_shape_is_shown_and_length_is_told() -> None:
    assert str(Masked("Doe^Jane-7")) == "Xxx^Xxxx-9 (10)"
    assert f"{Masked('Doe'):>10}" == "   Xxx (3)"


@given(st.text(st.characters(categories=["L", "N"]), min_size=3))
def test_no_letter_or_digit_of_the_value_survives(text: str) -> None:
    shown = repr(Masked(text)).removeprefix("Masked(").split(" (")[0]
    assert set(shown) <= set("Xx9?")


def test_value_travels_between_processes() -> None:
    assert pickle.loads(pickle.dumps(Masked("Doe"))).reveal() == "Doe"  # noqa: S301


def test_file_names_do_not_show_in_a_traceback() -> None:
    assert "jane" not in repr(Source(Path("/scans/jane.dcm"), "doe/1")).lower()


def test_secret_key_does_not_show() -> None:
    mapping = PatientMapping("SV-1", "ANON^1", -20, b"k" * 32)
    assert "kkk" not in repr(mapping)
