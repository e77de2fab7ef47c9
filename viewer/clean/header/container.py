"""Cleans what lies around the data set: preamble and file meta information."""

from __future__ import annotations

from dataclasses import dataclass

from pydicom.dataset import Dataset

from viewer.clean.change_log import ChangeLog
from viewer.clean.plan import CleanContext, InstancePlan
from viewer.dicom.pixel_spec import text
from viewer.model import Change

_META = {
    0x00020013: "implementation version name",
    0x00020016: "source application entity",
    0x00020017: "sending application entity",
    0x00020018: "receiving application entity",
    0x00020026: "source presentation address",
    0x00020027: "sending presentation address",
    0x00020028: "receiving presentation address",
    0x00020100: "private information creator",
    0x00020102: "private information",
}
_SOP_INSTANCE = 0x00080018


@dataclass(frozen=True, slots=True)
class Container:
    """Zeroes the preamble and keeps only what file meta must hold."""

    id: str = "header.container"
    version: str = "1"
    title: str = "Preamble and file meta information"
    cleans: str = "the preamble, application entities and private information of the file meta"
    cannot: str = "see bytes after the data set: the writer leaves those out"
    order: int = 330

    def clean(self, ds: Dataset, plan: InstancePlan, context: CleanContext) -> list[Change]:
        """Bring preamble and file meta in line with the cleaned data set."""
        log = ChangeLog(self.id)
        preamble = getattr(ds, "preamble", None)
        if preamble and preamble.strip(b"\0"):
            log.add("emptied", "the preamble is outside the data set", ())
        ds.preamble = b"\0" * 128
        meta = getattr(ds, "file_meta", None)
        for tag in _META:
            if meta is not None and tag in meta._dict:
                del meta[tag]
                log.add("removed", f"file meta: {_META[tag]}", (tag,))
        if meta is not None and _SOP_INSTANCE in ds._dict:
            meta.MediaStorageSOPInstanceUID = text(ds, "SOPInstanceUID")
        return log.changes()


METHOD = Container()
