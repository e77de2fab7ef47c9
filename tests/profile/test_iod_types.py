"""Compound actions of Table E.1-1, decided by the IOD of the instance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydicom.uid import (
    CTImageStorage,
    EncapsulatedPDFStorage,
    EnhancedCTImageStorage,
    EnhancedMRImageStorage,
    EnhancedSRStorage,
    GrayscaleSoftcopyPresentationStateStorage,
    MRImageStorage,
    PositronEmissionTomographyImageStorage,
    RTPlanStorage,
    SecondaryCaptureImageStorage,
    SegmentationStorage,
    TwelveLeadECGWaveformStorage,
    UltrasoundImageStorage,
    VLWholeSlideMicroscopyImageStorage,
)

from viewer.profile import Profile, load_profile
from viewer.profile.iod_types import attribute_type, iod_of, lists_references
from viewer.profile.tables import attribute_actions, compound_tags

CLASSES = (
    CTImageStorage,
    EnhancedCTImageStorage,
    EnhancedMRImageStorage,
    MRImageStorage,
    PositronEmissionTomographyImageStorage,
    SecondaryCaptureImageStorage,
    UltrasoundImageStorage,
    EncapsulatedPDFStorage,
    SegmentationStorage,
    EnhancedSRStorage,
    GrayscaleSoftcopyPresentationStateStorage,
    RTPlanStorage,
    TwelveLeadECGWaveformStorage,
    VLWholeSlideMicroscopyImageStorage,
)
SERIES_SEQUENCE, REQUEST = 0x00081115, 0x00400275


@pytest.fixture(scope="module")
def bare() -> Profile:
    """The profile whose options decide nothing about compound actions."""
    return load_profile("maximum")


@pytest.mark.parametrize("sop_class", CLASSES, ids=lambda uid: str(uid.name))
@pytest.mark.parametrize("tag", sorted(compound_tags()), ids=lambda tag: f"{tag:08X}")
def test_a_compound_action_follows_the_type(bare: Profile, tag: int, sop_class: str) -> None:
    action = attribute_actions()[f"{tag:08X}"].action
    kind = attribute_type(iod_of(sop_class), tag)
    rule = bare.rule(tag, sop_class_uid=sop_class)
    if "U" in action:
        stays = kind in (1, 2) or lists_references(iod_of(sop_class))
        assert rule.code == ("U" if stays else "X")
    elif kind == 1:
        assert rule.code == "D"
    elif kind == 2:
        assert rule.code == "Z"
    else:
        assert rule.code == ("X" if "X" in action else "Z")
    assert iod_of(sop_class) in rule.source
    assert action in rule.source


@pytest.mark.parametrize(
    ("tag", "sop_class", "code"),
    [
        (0x00080012, CTImageStorage, "X"),
        (0x00080021, CTImageStorage, "X"),
        (0x00080021, PositronEmissionTomographyImageStorage, "D"),
        (0x00080022, CTImageStorage, "X"),
        (0x00080022, PositronEmissionTomographyImageStorage, "Z"),
        (0x00080023, CTImageStorage, "Z"),
        (0x00080023, EnhancedSRStorage, "D"),
        (0x0008002A, EnhancedCTImageStorage, "D"),
        (0x00080080, MRImageStorage, "X"),
        (0x00081070, RTPlanStorage, "Z"),
        (0x00081111, EnhancedMRImageStorage, "D"),
        (0x00081140, CTImageStorage, "U"),
        (0x00081140, EnhancedSRStorage, "X"),
        (0x00100020, CTImageStorage, "Z"),
        (0x00181000, CTImageStorage, "X"),
        (0x00181000, EnhancedMRImageStorage, "D"),
        (0x00181000, SegmentationStorage, "D"),
        (0x00181030, EnhancedMRImageStorage, "X"),
        (0x300A0006, RTPlanStorage, "Z"),
        (0x00400555, EnhancedCTImageStorage, "Z"),
        (0x0040B020, TwelveLeadECGWaveformStorage, "D"),
        (0x00700084, GrayscaleSoftcopyPresentationStateStorage, "Z"),
    ],
)
def test_what_the_standard_says_of_known_attributes(
    bare: Profile, tag: int, sop_class: str, code: str
) -> None:
    assert bare.rule(tag, sop_class_uid=sop_class).code == code


def test_the_place_in_a_sequence_counts(bare: Profile) -> None:
    state = GrayscaleSoftcopyPresentationStateStorage
    images = bare.rule(0x00081140, sop_class_uid=state, within=(SERIES_SEQUENCE,))
    assert images.code == "U", "the images a presentation state is for are Type 1"
    request = bare.rule(0x00081110, sop_class_uid=CTImageStorage, within=(REQUEST,))
    assert request.code == "X"
    assert bare.rule(0x00081030, sop_class_uid=state, within=(SERIES_SEQUENCE,)).code == "X"


def test_references_stay_where_they_are_listed_twice(bare: Profile) -> None:
    derivation = 0x00089124
    sources = bare.rule(0x00082112, sop_class_uid=SegmentationStorage, within=(derivation,))
    assert sources.code == "U"
    assert sources.source.endswith("X/Z/U*, Type 2 in Segmentation")


def test_only_the_sequence_around_it_counts(bare: Profile) -> None:
    deep = (0x00081110, SERIES_SEQUENCE)
    state = GrayscaleSoftcopyPresentationStateStorage
    flat = bare.rule(0x00081140, sop_class_uid=state, within=(SERIES_SEQUENCE,))
    assert bare.rule(0x00081140, sop_class_uid=state, within=deep) == flat


@pytest.mark.parametrize("tag", sorted(compound_tags()), ids=lambda tag: f"{tag:08X}")
def test_where_nothing_is_known_nothing_goes_missing(bare: Profile, tag: int) -> None:
    strange = 0x00400260
    assert bare.rule(tag).code != "X"
    assert bare.rule(tag, sop_class_uid="1.2.3.4") == bare.rule(tag)
    assert bare.rule(tag, sop_class_uid=CTImageStorage, within=(strange,)) == bare.rule(tag)


def test_unknown_classes_do_not_fill_the_memory() -> None:
    profile = load_profile()
    for number in range(50):
        profile.rule(0x00100020, sop_class_uid=f"1.2.3.{number}")
    assert len(profile._cache) == 1


def test_a_site_cannot_remove_what_an_iod_demands(bare: Profile) -> None:
    site = replace(bare, name="site", rules={0x00181000: "X", 0x00080080: "K"}, _cache={})
    demanded = site.rule(0x00181000, sop_class_uid=EnhancedMRImageStorage)
    assert (demanded.code, demanded.source) == (
        "D",
        "profile site: X, but Type 1 in Enhanced MR Image",
    )
    assert site.rule(0x00181000, sop_class_uid=CTImageStorage).code == "X"
    assert site.rule(0x00181000).code == "X"
    assert site.rule(0x00080080, sop_class_uid=CTImageStorage).code == "K"


def test_options_come_before_the_type() -> None:
    keep = load_profile("keep-dates")
    assert keep.rule(0x00080012, sop_class_uid=CTImageStorage, vr="DA").code == "K"
    assert load_profile().rule(0x00181030, sop_class_uid=CTImageStorage, vr="LO").code == "C"


def test_other_attributes_do_not_depend_on_the_class(bare: Profile) -> None:
    for tag in (0x00100010, 0x0020000D, 0x00280010, 0x00080020):
        assert bare.rule(tag, sop_class_uid=CTImageStorage) == bare.rule(tag)
