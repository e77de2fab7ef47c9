"""What else an instance says once its pixels were changed, after the whole of cleaning."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from pydicom.dataset import Dataset, FileDataset
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence
from pydicom.uid import JPEGBaseline8Bit

from tests.clean.pixels.build import image, saved
from viewer.clean import CleanContext, InstancePlan, clean_instance
from viewer.model import Box, Brush, Ellipse, Polygon
from viewer.profile import Option

BOX = Box(5, 4, 20, 8)


def cleaned(ds: FileDataset, folder: Path, context: CleanContext, **more: Any) -> FileDataset:
    source = saved(ds, folder)
    plan = InstancePlan(source, "1.2", **{"boxes": ((BOX, None),), **more})
    return clean_instance(plan, context).dataset


def grey(frames: int = 0) -> np.ndarray[Any, Any]:
    shape = (frames, 40, 60) if frames else (40, 60)
    return np.random.default_rng(2).integers(10, 250, shape).astype("u1")


def test_a_derived_image_is_told_once_and_gets_a_uid_of_its_own(
    tmp_path: Path, context: CleanContext
) -> None:
    ds = image(grey(), DerivationDescription="Cropped")
    copy = cleaned(ds, tmp_path, context)
    assert list(copy.ImageType) == ["DERIVED", "PRIMARY"]
    assert [each.CodeValue for each in copy.DerivationCodeSequence] == ["113047"]
    assert copy.DerivationDescription.endswith("Pixels blanked")
    assert copy.SOPInstanceUID != ds.SOPInstanceUID


def test_retained_uids_do_not_hold_for_another_image(tmp_path: Path, context: CleanContext) -> None:
    profile = replace(context.profile, options=context.profile.options | {Option.RETAIN_UIDS})
    context = replace(context, profile=profile)
    ds = image(grey())
    assert cleaned(ds, tmp_path, context, boxes=()).SOPInstanceUID == ds.SOPInstanceUID
    assert cleaned(ds, tmp_path, context).SOPInstanceUID != ds.SOPInstanceUID


def test_text_that_was_looked_for_is_no_longer_burned_in(
    tmp_path: Path, context: CleanContext
) -> None:
    ds = image(grey(), BurnedInAnnotation="YES")
    assert cleaned(ds, tmp_path, context, text_checked=True).BurnedInAnnotation == "NO"
    assert cleaned(ds, tmp_path, context).BurnedInAnnotation == "YES"


def test_extremes_of_frames_follow_or_go_and_padding_stays(
    tmp_path: Path, context: CleanContext
) -> None:
    nested = Dataset()
    nested.SmallestImagePixelValue, nested.LargestImagePixelValue = 1, 2
    groups = Dataset()
    groups.FrameVOILUTSequence = Sequence([nested])
    ds = image(
        grey(3),
        SmallestImagePixelValue=3,
        LargestImagePixelValue=255,
        SmallestPixelValueInSeries=3,
        PixelPaddingValue=7,
        PerFrameFunctionalGroupsSequence=Sequence([groups]),
    )
    copy = cleaned(ds, tmp_path, context, boxes=((BOX, (1,)),))
    values = np.frombuffer(copy.PixelData, "u1")
    extremes = copy.SmallestImagePixelValue, copy.LargestImagePixelValue
    assert extremes == (values.min(), values.max())
    assert "SmallestPixelValueInSeries" not in copy
    assert "SmallestImagePixelValue" not in str(copy.PerFrameFunctionalGroupsSequence[0])
    assert copy.PixelPaddingValue == 7


def test_a_lossy_ratio_and_method_are_kept(tmp_path: Path, context: CleanContext) -> None:
    more = {"LossyImageCompression": "01", "LossyImageCompressionRatio": 12.5}
    ds = image(grey(), LossyImageCompressionMethod="ISO_10918_1", **more)
    copy = cleaned(ds, tmp_path, context)
    assert (copy.LossyImageCompression, copy.LossyImageCompressionRatio) == ("01", 12.5)
    assert copy.LossyImageCompressionMethod == "ISO_10918_1"


def test_outlines_blank_what_they_touch_and_no_more(tmp_path: Path, context: CleanContext) -> None:
    before = grey()
    for outline in (
        Ellipse(Box(5, 5, 30, 20)),
        Polygon(((2.0, 2.0), (50.5, 8.0), (20.0, 38.0))),
        Brush(((3, 1, 9), (4, 55, 70), (39, 0, 60), (45, 0, 5))),
    ):
        copy = cleaned(image(before), tmp_path, context, boxes=((outline, None),))
        after = np.frombuffer(copy.PixelData, "u1").reshape(40, 60)
        mask = np.zeros((46, 80), bool)
        for row, first, end in outline.runs():
            mask[row, first:end] = True
        mask = mask[:40, :60]
        assert (after[mask] == before.min()).all()
        assert (after[~mask] == before[~mask]).all()


def test_frames_without_a_box_keep_their_bytes(tmp_path: Path, context: CleanContext) -> None:
    ds = image(grey(4))
    copy = cleaned(ds, tmp_path, context, boxes=((BOX, (2,)),))
    size = 40 * 60
    for index in (0, 1, 3):
        span = slice(index * size, (index + 1) * size)
        assert copy.PixelData[span] == ds.PixelData[span]


def test_a_preview_of_the_header_is_what_cleaning_writes_without_its_pixels(
    tmp_path: Path, context: CleanContext
) -> None:
    ds = image(grey(), PatientName="Quastenflosser^Ottilie", StudyDescription="CT of Ottilie")
    plan = InstancePlan(saved(ds, tmp_path), "1.2", text_checked=True)
    whole = clean_instance(plan, context).dataset
    preview = clean_instance(plan, context, header_only=True).dataset
    assert preview.PixelData == b""
    del whole.PixelData, preview.PixelData
    assert preview == whole
    assert preview.file_meta == whole.file_meta


def test_a_preview_of_compressed_frames_does_not_look_into_them(
    tmp_path: Path, context: CleanContext
) -> None:
    ds = image(grey())
    ds.file_meta.TransferSyntaxUID = JPEGBaseline8Bit
    ds.PixelData = encapsulate([b"\xff\xd8 no picture \xff\xd9"])
    ds["PixelData"].is_undefined_length = True
    plan = InstancePlan(saved(ds, tmp_path), "1.2")
    assert clean_instance(plan, context, header_only=True).dataset.PixelData == b""
