"""Hands what was removed to a recipient, encrypted, inside the file itself (PS3.15 E.1.2)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from pydicom.dataelem import DataElement, RawDataElement
from pydicom.dataset import Dataset
from pydicom.filebase import DicomIO
from pydicom.filewriter import write_dataset
from pydicom.uid import ExplicitVRLittleEndian

from viewer.clean.change_log import ChangeLog
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.dicom import read_dataset
from viewer.model import Change
from viewer.provenance import enveloped

_SEQUENCE = 0x04000500
_PIXELS = (0x5400, 0x7FE0)
_LARGEST = 64 * 1024  # bytes of one value


@dataclass(frozen=True, slots=True)
class EncryptedOriginals:
    """Encrypted Attributes Sequence (0400,0500) with the original values, for recipients only."""

    id: str = "header.encrypted-originals"
    version: str = "1"
    title: str = "Original values for a recipient"
    cleans: str = "nothing; on request it adds the original header, encrypted to a certificate"
    cannot: str = "bring back pixels, values over 64 KiB, or what cannot be read in the source"
    order: int = 920

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Add the sequence when the export names recipients."""
        if not context.recipients:
            return []
        original = read_dataset(plan.source, pixels=False)
        item = Dataset()
        item.EncryptedContentTransferSyntaxUID = ExplicitVRLittleEndian
        item.EncryptedContent = _even(enveloped(_encoded(original, ds), context.recipients))
        ds.EncryptedAttributesSequence = [item]
        log = ChangeLog(self.id)
        what = f"original values, encrypted to {len(context.recipients)} recipients"
        log.add("added", what, (_SEQUENCE,))
        return log.changes()


def _encoded(original: Dataset, cleaned: Dataset) -> bytes:
    """The Encrypted Attributes data set: one Modified Attributes item with what was changed."""
    modified, outer = Dataset(), Dataset()
    for element in _changed(original, cleaned):
        modified.add(element)
    for each in (modified, outer):
        if "SpecificCharacterSet" in original:
            each.SpecificCharacterSet = original.SpecificCharacterSet
    outer.ModifiedAttributesSequence = [modified]
    content = io.BytesIO()
    stream = DicomIO(content)
    stream.is_little_endian, stream.is_implicit_VR = True, False
    write_dataset(stream, outer)
    return content.getvalue()


def _changed(original: Dataset, cleaned: Dataset) -> Iterator[DataElement]:
    for tag in sorted(original.keys()):
        if tag.group <= 2 or tag.group in _PIXELS or tag.element == 0 or _is_large(original, tag):
            continue
        try:
            element = original[tag]
            kept = tag in cleaned and cleaned[tag] == element
        except Exception:  # noqa: BLE001 - a damaged value cannot be handed on
            continue
        if not kept:
            yield element


def _is_large(original: Dataset, tag: int) -> bool:
    found = original._dict[tag]  # type: ignore[index]
    return isinstance(found, RawDataElement) and len(found.value or b"") > _LARGEST


def _even(content: bytes) -> bytes:
    return content + b"\0" * (len(content) % 2)


METHOD = EncryptedOriginals()
