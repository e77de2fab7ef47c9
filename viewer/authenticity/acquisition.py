"""Acquisition attributes that a scanner writes and a converter forgets."""

from __future__ import annotations

from collections.abc import Iterator

from pydicom.dataset import Dataset

from viewer.authenticity.header_check import HeaderCheck, is_original, known, maker_of
from viewer.authenticity.pixel_check import Measured
from viewer.authenticity.sign import Level
from viewer.model import Instance


class Acquisition(HeaderCheck):
    """Looks whether an original image tells how it was acquired."""

    id = "acquisition"
    version = "1"
    title = "The acquisition is not described"
    finds = "original images without the attributes of their modality, or of their maker"
    misses = "edited pixels in an untouched header, headers copied from another scan"

    def on_header(self, header: Dataset, instance: Instance) -> Iterator[Measured]:
        """A sign for missing acquisition attributes, a fact for missing private groups."""
        if not is_original(header):
            return
        wanted = known()["acquisition"].get(instance.modality)
        if wanted:
            missing = [each for each in wanted["keywords"] if each not in header]
            if len(missing) > wanted["allowed"] and "LOCALIZER" not in str(header.ImageType):
                text = f"An original {instance.modality} image without {', '.join(missing)}"
                yield Measured("acquisition.missing", text)
        maker = maker_of(header)
        if maker and maker["groups"] and instance.modality in ("CT", "MR"):
            groups = {element.tag.group for element in header if element.tag.is_private}
            if not groups & set(maker["groups"]):
                text = "None of the private groups that this maker's scanners write"
                yield Measured("acquisition.private-groups", text, level=Level.FACT)


CHECK = Acquisition()
