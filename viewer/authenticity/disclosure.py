"""What a file says of itself: synthetic, made or changed by a device or algorithm, lossy."""

from __future__ import annotations

from collections.abc import Iterator

from pydicom.dataset import Dataset

from viewer.authenticity.header_check import HeaderCheck
from viewer.authenticity.pixel_check import Measured
from viewer.authenticity.sign import Level
from viewer.model import Instance

_SYNTHETIC = 0x0008001C  # Synthetic Data, younger than many dictionaries


class Disclosure(HeaderCheck):
    """Reads Synthetic Data, Contributing Equipment, Derivation, Algorithm and the like."""

    id = "disclosure"
    version = "1"
    title = "What the file says about how it was made"
    finds = "declared synthetic data, algorithms, derivation, contributing devices, declared loss"
    misses = "everything that a file keeps silent about"

    def on_header(self, header: Dataset, instance: Instance) -> Iterator[Measured]:
        """One statement per attribute; coded meanings are told, free text is not."""
        if _SYNTHETIC in header and str(header[_SYNTHETIC].value) == "YES":
            yield _said(
                "synthetic", "The file declares its content to be synthetic (Synthetic Data)"
            )
        for item in header.get("ContributingEquipmentSequence") or ():
            told = _meaning(item, "PurposeOfReferenceCodeSequence") or "no stated purpose"
            yield _said("equipment", f"A device contributed to the file: {told}")
        for item in header.get("DerivationCodeSequence") or ():
            told = str(item.get("CodeMeaning", "")) or "no stated way"
            yield _said("derivation", f"The image was derived: {told}")
        if "DERIVED" in str(header.get("ImageType", "")):
            yield _said("derived", "Image Type says that the pixels were derived from other images")
        algorithms = ("AlgorithmFamilyCodeSequence", "SegmentationAlgorithmIdentificationSequence")
        if any(each in header for each in algorithms) or "AlgorithmName" in header:
            yield _said("algorithm", "An algorithm is named as a maker of the content")
        if str(header.get("ContentQualification", "")) in ("RESEARCH", "SERVICE"):
            yield _said("qualification", "Content Qualification says it is no clinical product")
        if str(header.get("LossyImageCompression", "")) == "01":
            yield _said("lossy", "The header declares that the image was compressed with loss")


def _said(kind: str, text: str) -> Measured:
    return Measured(f"disclosure.{kind}", text, level=Level.STATEMENT)


def _meaning(item: Dataset, keyword: str) -> str:
    codes = item.get(keyword) or ()
    return str(codes[0].get("CodeMeaning", "")) if codes else ""


CHECK = Disclosure()
