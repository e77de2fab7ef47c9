"""Takes out encapsulated documents and recorded voices; what stands there then is still valid."""

from __future__ import annotations

from dataclasses import dataclass

from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset

from viewer.clean.change_log import ChangeLog
from viewer.clean.pdf_documents import clean_pdf
from viewer.clean.places import Decided, Place
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.dicom.pixel_spec import text
from viewer.model import Action, Change
from viewer.paths import resource

_DOCUMENT = 0x00420011
_LENGTH = 0x00420015
_MIME = 0x00420012
_WAVEFORMS = 0x54000100
_WAVEFORM_DATA = 0x54001010
_VOICES = {"1.2.840.10008.5.1.4.1.1.9.4.1", "1.2.840.10008.5.1.4.1.1.9.4.2"}
_PDF = "application/pdf"
_BY_MIME = {
    _PDF: "removed.pdf",
    "text/xml": "removed.xml",
    "application/xml": "removed.xml",
    "model/stl": "removed.stl",
    "application/sla": "removed.stl",
    "model/obj": "removed.obj",
    "model/mtl": "removed.obj",
}


@dataclass(frozen=True, slots=True)
class Documents:
    """Writes a one-page document that says it was removed; silences recorded voices.

    A PDF keeps its text without what identifies where the profile asks for that.
    """

    id: str = "header.documents"
    version: str = "1"
    title: str = "Encapsulated documents"
    cleans: str = "encapsulated PDF, CDA, STL, OBJ and MTL documents, and audio waveforms"
    cannot: str = "keep the harmless part of a document, but the text of a PDF if the profile asks"
    order: int = 280

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Replace the document unless a reviewer kept it."""
        log = ChangeLog(self.id)
        source = f"PS3.15 {context.profile.edition} Table E.1-1: Encapsulated Document: D"
        place = Place(ds)
        if _DOCUMENT in ds and Decided(plan).at(place, _DOCUMENT) is Action.KEEP:
            log.add("kept", "decision of the reviewer: keep", (_DOCUMENT,))
        elif _DOCUMENT in ds and (cleaned := _cleaned_pdf(ds, context)):
            if cleaned != _content(ds):
                _put_document(ds, cleaned)
                log.add("cleaned", "the text is set anew without what identifies", (_DOCUMENT,))
        elif _DOCUMENT in ds:
            _put_document(ds, replacement_for(_mime(ds)))
            log.add("replaced", source, (_DOCUMENT,))
        if text(ds, "SOPClassUID") in _VOICES:
            for item in place.inside(_WAVEFORMS):
                _silence(item.dataset)
                log.add("emptied", "a voice is a biometric identifier", item.tags)
        return log.changes()


def replacement_for(mime: str) -> bytes:
    """An empty document of a MIME type, a PDF where the type is unknown."""
    name = _BY_MIME.get(mime.strip().lower(), "removed.pdf")
    return resource(f"documents/{name}").read_bytes()


def _cleaned_pdf(ds: Dataset, context: CleanContext) -> bytes | None:
    if not context.profile.redacts_documents or _mime(ds).strip().lower() != _PDF:
        return None
    return clean_pdf(_content(ds), context.identifiers)


def _content(ds: Dataset) -> bytes:
    """The document without the padding behind it."""
    value = bytes(ds[_DOCUMENT].value or b"")
    length = int(ds[_LENGTH].value or 0) if _LENGTH in ds else 0
    return value[:length] if 0 < length <= len(value) else value


def _mime(ds: Dataset) -> str:
    return str(ds[_MIME].value if _MIME in ds else "")


def _put_document(ds: Dataset, content: bytes) -> None:
    if _LENGTH in ds:
        ds[_LENGTH] = DataElement(_LENGTH, "UL", len(content))
    padded = content + b"\n" * (len(content) % 2)
    ds[_DOCUMENT] = DataElement(_DOCUMENT, "OB", padded)


def _silence(waveform: Dataset) -> None:
    if _WAVEFORM_DATA in waveform:
        element = waveform[_WAVEFORM_DATA]
        silent = b"\0" * len(element.value or b"")
        waveform[_WAVEFORM_DATA] = DataElement(_WAVEFORM_DATA, element.VR, silent)


METHOD = Documents()
