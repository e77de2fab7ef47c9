"""Who made the identifiers: a scanner of the named maker, or software."""

from __future__ import annotations

from collections.abc import Iterator

from pydicom.dataset import Dataset

from viewer.authenticity.header_check import HeaderCheck, known, maker_of
from viewer.authenticity.pixel_check import Measured
from viewer.authenticity.sign import Level
from viewer.model import Instance


class UidRoots(HeaderCheck):
    """Facts only: every de-identified or converted scan shows them."""

    id = "uid-roots"
    version = "1"
    title = "The UIDs were not made by the scanner"
    finds = "SOP Instance UIDs made by a program, or not under a root of the maker that is named"
    misses = "files whose UIDs were left as they were"

    def on_header(self, header: Dataset, instance: Instance) -> Iterator[Measured]:
        """At most one fact."""
        uid = instance.sop_instance_uid
        for each in known()["software"]:
            if _is_under(uid, each["root"]):
                text = f"The SOP Instance UID was made by {each['name']}, not by a scanner"
                yield Measured("uid-roots.software", text, level=Level.FACT)
                return
        maker = maker_of(header)
        if uid and maker and not any(_is_under(uid, root) for root in maker["roots"]):
            text = "The SOP Instance UID does not begin with a root of the maker that is named"
            yield Measured("uid-roots.maker", text, level=Level.FACT)


def _is_under(uid: str, root: str) -> bool:
    return uid.startswith(root + ".")


CHECK = UidRoots()
