"""Loss that the transfer syntax shows and the header does not admit, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from pydicom.dataset import Dataset

from viewer.authenticity.header_check import HeaderCheck, known
from viewer.authenticity.pixel_check import Measured
from viewer.model import Instance


class DeclaredLoss(HeaderCheck):
    """Compares Lossy Image Compression with the transfer syntax (PS3.3 C.7.6.1.1.5)."""

    id = "declared-loss"
    version = "1"
    title = "Loss that the header does not admit"
    finds = "images in a lossy transfer syntax whose header does not say so"
    misses = "images that were lossy once and are stored uncompressed now: see grid and values"

    def on_header(self, header: Dataset, instance: Instance) -> Iterator[Measured]:
        """At most one sign."""
        is_lossy = instance.transfer_syntax in known()["lossy"]["syntaxes"]
        if is_lossy and str(header.get("LossyImageCompression", "")) != "01":
            text = "Compressed with loss, but the header does not say so"
            yield Measured(self.id, text)


CHECK = DeclaredLoss()
