"""Facts of the header and the pixels that do not fit each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from pydicom.dataset import Dataset

from viewer.authenticity.look import Sign
from viewer.dicom import FrameReader, read_dataset
from viewer.model import Instance

_LOSSY = {
    "1.2.840.10008.1.2.4.50",
    "1.2.840.10008.1.2.4.51",
    "1.2.840.10008.1.2.4.81",
    "1.2.840.10008.1.2.4.91",
    "1.2.840.10008.1.2.4.203",
}
_EXPECTED = {
    "CT": ("KVP", "ConvolutionKernel", "RescaleIntercept", "ImagePositionPatient"),
    "MR": ("EchoTime", "RepetitionTime", "MagneticFieldStrength", "ImagePositionPatient"),
}
_EIGHT_BIT = 256


class HeaderFacts:
    """Compares what the header claims with itself and with the values of the first frame."""

    id = "header-facts"
    version = "1"
    title = "The header does not fit the image"
    finds = "8-bit values in deep images, missing acquisition attributes, undeclared lossy history"
    misses = "every edit that leaves header and value range as they were"

    def look(self, instance: Instance, reader: FrameReader) -> Iterable[Sign]:
        """One sign per fact; uses the first frame."""
        if not instance.has_pixels:
            return
        header = read_dataset(instance.source, pixels=False)
        for measured, genuine in (*_facts(instance, header), *_values(instance, reader, header)):
            yield Sign(self.id, instance.source, 0, measured, genuine)


def _facts(instance: Instance, header: Dataset) -> Iterator[tuple[str, str]]:
    lossy = str(header.get("LossyImageCompression", ""))
    if instance.transfer_syntax in _LOSSY and lossy != "01":
        yield "compressed with loss, but the header does not say so", "Seen in old archives too."
    wanted = _EXPECTED.get(instance.modality, ())
    is_original = "ORIGINAL" in str(header.get("ImageType", ""))
    missing = [keyword for keyword in wanted if keyword not in header]
    if is_original and "SharedFunctionalGroupsSequence" not in header and len(missing) > 1:
        text = f"an original {instance.modality} image without {', '.join(missing)}"
        yield text, "De-identified and converted scans can lack them too."
    if str(header.get("SyntheticData", "")) == "YES":
        yield "the header declares synthetic data", "This is the file's own statement."


def _values(instance: Instance, reader: FrameReader, header: Dataset) -> Iterator[tuple[str, str]]:
    stored = int(header.get("BitsStored", 0) or 0)
    if stored <= 8 or instance.samples != 1:
        return
    values = np.unique(reader.frame(instance.source, 0).array)
    span = int(values[-1]) - int(values[0])
    if len(values) <= _EIGHT_BIT and span > 4 * _EIGHT_BIT:
        yield (
            f"only {len(values)} different values over a range of {span}: an 8-bit history",
            "Small or very smooth genuine images can show it.",
        )


CHECK = HeaderFacts()
