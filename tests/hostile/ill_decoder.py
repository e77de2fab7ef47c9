"""The decode worker with a codec that crashes or hangs, as the name of the file asks."""

from __future__ import annotations

import os
import signal
import time

from viewer.dicom import decode_worker
from viewer.dicom.encoding import Buffer
from viewer.model import Source

_read = decode_worker._buffer


def _ill(source: Source) -> Buffer:
    if source.path.name == "crash.dcm":
        os.kill(os.getpid(), signal.SIGSEGV)
    if source.path.name == "hang.dcm":
        time.sleep(60)
    return _read(source)


if __name__ == "__main__":
    decode_worker._buffer = _ill
    decode_worker.main()
