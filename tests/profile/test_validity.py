"""What a profile leaves is no less valid than what came: dciodvfy and dcentvfy are asked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.profile.validators import cleaned_pairs, new_entity_errors, new_errors
from viewer.load import load
from viewer.profile import list_profiles, load_profile

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("dciodvfy") and shutil.which("dcentvfy")),
        reason="the validators of dicom3tools are not installed",
    ),
]

WHOLE = ("breadth", "sr_seg_pdf")
FIRST = ("charset", "deid_tagged", "head_ct", "head_mr", "private_nested", "xray")
SINGLE = (
    "corrupt/pydicom__meta_missing_tsyntax.dcm",
    "transfer_syntax/pydicom-data__liver_nonbyte_aligned_rle.dcm",
    "transfer_syntax/pydicom-data__emri_small_jpeg_2k_lossless.dcm",
)


def sample(data: Path) -> list[Path]:
    """Every kind of object, and two files of each folder that holds many alike."""
    whole = [data / each for each in WHOLE]
    first = [path for each in FIRST for path in sorted((data / each).rglob("*.dcm"))[:2]]
    return [*whole, *first, *(data / each for each in SINGLE)]


@pytest.mark.parametrize("name", [each.name for each in list_profiles()])
def test_no_new_error(name: str, shared_data: Path, tmp_path: Path) -> None:
    pairs = list(cleaned_pairs(load(sample(shared_data)), load_profile(name), tmp_path))
    assert len(pairs) > 30
    worse = {each.source.name: found for each in pairs if (found := new_errors(each))}
    assert not worse
    assert not new_entity_errors(pairs)


def test_the_validators_are_seen_to_object(shared_data: Path, tmp_path: Path) -> None:
    path = tmp_path / "careless.toml"
    path.write_text(
        'name = "careless"\ntitle = "Careless"\nversion = "1"\noptions = []\n'
        '[rules]\n"(0008,0060)" = "X"\n"(0008,0022)" = "X"\n'
    )
    one = sorted((shared_data / "head_ct").rglob("*.dcm"))[:1]
    (pair,) = cleaned_pairs(load(one), load_profile(path), tmp_path)
    assert any("Modality" in line for line in new_errors(pair))
