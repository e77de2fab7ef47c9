"""What the demo says it plants is really there, in every kind of place."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pikepdf
import pydicom

from viewer.demo import planted_values


def _bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir())).lower()


def test_every_needle_is_in_the_bytes_of_its_object(small_demo: Path) -> None:
    contents = {folder.name: _bytes_of(folder) for folder in small_demo.iterdir()}
    missing = [
        (each.object, each.where)
        for each in planted_values()
        for needle in each.needles
        if needle.reveal().lower().encode() not in contents[each.object]
    ]
    assert missing == []


def test_every_value_has_a_needle_long_enough_to_mean_something() -> None:
    assert all(each.needles for each in planted_values())
    assert min(len(n.reveal()) for each in planted_values() for n in each.needles) > 3


def test_all_kinds_of_places_are_used() -> None:
    assert {
        "plain attribute",
        "free text with the name",
        "nested sequence",
        "two sequences down",
        "original attributes",
        "private attribute",
        "private sequence",
        "private attribute in a sequence",
        "name sent as unknown VR",
        "attribute the standard does not know",
        "overlay description",
        "trailing padding",
        "preamble",
        "file meta",
        "JPEG comment",
        "document text",
    } <= {each.place for each in planted_values()}


def test_values_do_not_show_when_printed() -> None:
    printed = repr(planted_values())
    assert "PatientName" in printed
    assert "THORNWICK" not in printed.replace("THORNWICK_", "")


def test_the_letter_is_a_sound_pdf(small_demo: Path) -> None:
    ds = pydicom.dcmread(small_demo / "letter" / "letter.dcm")
    document = pikepdf.open(io.BytesIO(ds.EncapsulatedDocument))
    assert document.check_pdf_syntax() == []
    assert "THORNWICK" in str(document.docinfo["/Title"])
    assert len(document.pages) == 1


def test_overlay_and_icon_hold_drawn_text(small_demo: Path) -> None:
    ds = pydicom.dcmread(next((small_demo / "form").iterdir()))
    assert ds.overlay_array(0x6000)[440:462, 430:].sum() > 200
    icon = np.frombuffer(ds.IconImageSequence[0].PixelData, np.uint8)
    assert (icon < 100).sum() > 40


def test_one_private_attribute_is_of_the_safe_kind(small_demo: Path) -> None:
    ds = pydicom.dcmread(small_demo / "head" / "0001.dcm")
    assert ds.private_block(0x0019, "GEMS_ACQU_01")[0x23].value == 11.25
