"""Values in compressed or encoded bytes are found; suspicious texts are listed, worst first."""

from __future__ import annotations

import base64
import gzip
import io
import json
import zipfile
import zlib
from pathlib import Path

import pydicom
import pytest
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.tag import BaseTag

from tests.export.builders import NAME, exported, scanned, write_study
from viewer.cli import main
from viewer.export import export
from viewer.model import Action, Decision, Masked
from viewer.profile import load_profile
from viewer.provenance import Needles, StoredValue, Vault
from viewer.verify import verify
from viewer.verify.layers import layers_of
from viewer.verify.suspicion import Suspicions

FAMILY, GIVEN = NAME.split("^")
FIRST = "dicom/S0001/000001.dcm"


def _zipped(content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("a.txt", content)
    return stream.getvalue()


@pytest.mark.parametrize(
    "hidden",
    [
        zlib.compress(FAMILY.encode()),
        zlib.compress(FAMILY.encode("utf-16-le")),
        gzip.compress(FAMILY.encode()),
        _zipped(FAMILY.encode()),
        base64.b64encode(f"a {FAMILY}".encode()),
        base64.b64encode(f"an {FAMILY}.".encode()),
        base64.b64encode(zlib.compress(f"{FAMILY}; ".encode() * 3)),
        zlib.compress(base64.b64encode(FAMILY.encode())),
        zlib.compress(FAMILY.encode() + b" x" * 9000)[:-6],
    ],
    ids=range(9),
)
def test_a_value_in_a_private_blob_is_found(tmp_path: Path, hidden: bytes) -> None:
    out = exported(write_study(tmp_path / "in", instances=1), tmp_path / "out").out
    dataset = pydicom.dcmread(out / FIRST)
    block = dataset.private_block(0x0029, "ACME", create=True)
    block.add_new(0x10, "OB", b"\x01\x02 " + hidden + b" \x03" + b"\0" * (len(hidden) % 2))
    dataset.save_as(out / FIRST)
    with Vault.open() as vault:
        (residual,) = [each for each in verify(out, vault=vault).checks if each.id == "residual"]
    assert residual.files == (FIRST,)


def test_unpacking_is_bounded() -> None:
    bomb = zlib.compress(zlib.compress(bytes(200 << 20), 9), 9)
    layers = list(layers_of(bomb))
    assert len(layers) < 600
    assert max(map(len, layers)) <= 32 << 20
    assert len(list(layers_of(b"x\x9c" * 5000))) < 600


@pytest.mark.parametrize(
    ("value", "text", "codec"),
    [
        ("山田^太郎", "山田 太郎", "iso2022_jp"),
        ("山田^太郎", "山田 太郎", "shift_jis"),
        ("山田^太郎", "山田 太郎", "euc_jp"),
        ("김희중", "김희중", "euc_kr"),
        ("Люксембург", "Люксембург", "iso8859-5"),
        ("Διονυσιος", "Διονυσιος", "iso8859-7"),
        ("שרון דבורה", "שרון דבורה", "iso8859-8"),
        ("قباني^لنزار", "قباني لنزار", "iso8859-6"),
        ("王小東", "王小東", "gb18030"),
    ],
)
def test_raw_bytes_are_searched_in_every_character_set(value: str, text: str, codec: str) -> None:
    searched = Needles([StoredValue("name", "", Masked(value))])
    assert searched.in_bytes(b"ab\0" + text.encode(codec) + b"\0cd") == {"name"}
    assert searched.in_bytes(b"ab\0 nobody at all \0cd") == set()


def test_what_is_kept_in_one_place_is_still_searched_elsewhere(tmp_path: Path) -> None:
    folder = write_study(tmp_path / "in")
    for path in folder.iterdir():
        ds = pydicom.dcmread(path)
        ds.SeriesDescription = f"CT {FAMILY}"
        ds.save_as(path)
    loaded, result = scanned(folder)
    about = next(each for each in result.findings if each.keyword == "SeriesDescription")
    kept = Decision(about.id, Action.KEEP, "reviewer", "", True, "a made-up name")
    with Vault.open(create=True) as vault:
        out = export(
            loaded,
            result,
            {about.id: kept},
            out=tmp_path / "out",
            profile=load_profile("research"),
            vault=vault,
            accept_proposed=True,
        ).out
        assert verify(out, vault=vault).ok
        ds = pydicom.dcmread(out / FIRST)
        assert ds.SeriesDescription == f"CT {FAMILY}"
        ds.ImageComments = f"CT {FAMILY}"
        ds.save_as(out / FIRST)
        (residual,) = [each for each in verify(out, vault=vault).checks if each.id == "residual"]
    assert residual.files == (FIRST,)


def test_what_looks_suspicious_is_ranked() -> None:
    ds, item, found = Dataset(), Dataset(), Suspicions()
    ds.SeriesDescription = "CT chest with contrast"
    ds.StudyDescription = "Bodenbender Hildegunde"
    ds.ImageComments = "see 12.03.1956"
    ds.ProtocolName = "xqz"
    item.PersonName = "Somebody^Else"
    ds.ContentSequence = [item]
    ds.PatientName, ds.PatientID = "ANON^0001", "SV-7QJ2KD"
    ds.AccessionNumber, ds.RequestingService = "ABCDEFGH23", "REMOVED"
    for _ in range(3):
        found.look_at(ds)
    ranked = found.ranked()
    assert [each.keyword for each in ranked] == [
        "ImageComments",
        "StudyDescription",
        "PersonName",
        "ProtocolName",
    ]
    assert all(each.files == 3 for each in ranked)
    assert [each.score for each in ranked] == sorted((each.score for each in ranked), reverse=True)


def test_words_where_numbers_belong_are_listed_though_they_cannot_be_decoded(
    tmp_path: Path,
) -> None:
    out = exported(write_study(tmp_path / "in", instances=1), tmp_path / "out").out
    ds, found = pydicom.dcmread(out / FIRST), Suspicions()
    for tag, vr in ((0x00180050, "DS"), (0x00080031, "TM"), (0x00201208, "IS")):
        value = b"Bodenbender "
        raw = RawDataElement(BaseTag(tag), vr, len(value), value, 0, False, True)
        ds._dict[BaseTag(tag)] = raw  # type: ignore[assignment]
    found.look_at(ds)
    listed = {each.keyword for each in found.ranked()}
    assert listed == {"SliceThickness", "SeriesTime", "NumberOfStudyRelatedInstances"}


def test_the_list_is_masked_unless_values_are_asked_for(tmp_path: Path) -> None:
    out = exported(write_study(tmp_path / "in", instances=1), tmp_path / "out").out
    ds = pydicom.dcmread(out / FIRST)
    ds.StudyDescription = "Bodenbender Hildegunde"
    ds.save_as(out / FIRST)
    told = {}
    for words in ([], ["--show-values"]):
        main(["verify", str(out), "--json", str(tmp_path / "v.json"), *words])
        told[len(words)] = json.loads((tmp_path / "v.json").read_text())["suspicious"][0]
    assert told[0]["keyword"] == told[1]["keyword"] == "StudyDescription"
    assert "Bodenbender" not in json.dumps(told[0])
    assert told[1]["text"] == "Bodenbender Hildegunde"
