"""The disposable process that holds one engine; it answers requests until its pipe closes."""

from __future__ import annotations

import os
import sys
import time
from multiprocessing.connection import Connection

import numpy as np

from viewer.errors import ScanveilError
from viewer.ocr.barcodes import read_barcodes
from viewer.ocr.engine import Engine, Look
from viewer.ocr.models import verified_models

_NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.sendto"}


def serve(connection: Connection) -> None:
    """Answer requests such as ("detect", image, size) or ("memory",); see ``_answer``."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[variable] = "1"
    sys.addaudithook(_refuse_network)
    try:
        engine = _start(connection)
        while engine is not None:
            connection.send(("done", _answer(engine, connection.recv())))
    except KeyboardInterrupt:
        return
    except Exception:  # noqa: BLE001 - a dead worker is replaced; its trace could show pixels
        return


def peak_memory() -> int:
    """Peak resident memory of this process in bytes, 0 where it cannot be told."""
    try:
        import resource
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _start(connection: Connection) -> Engine | None:
    try:
        engine = Engine(verified_models())
        engine.detect(np.zeros((64, 64), np.uint8))
    except ScanveilError as error:
        connection.send(("refused", error.message, error.advice))
        return None
    connection.send(("ready",))
    return engine


def _answer(engine: Engine, request: tuple[object, ...]) -> object:
    match request:
        case ("detect", np.ndarray() as image, str() as size):
            return engine.detect(image, Look(size))
        case ("barcodes", np.ndarray() as image):
            return read_barcodes(image)
        case ("recognise", list() as crops):
            return engine.recognise(crops)
        case ("memory",):
            return peak_memory()
        case ("cpu",):
            return time.process_time()
    raise ValueError("an unknown request")


def _refuse_network(event: str, args: tuple[object, ...]) -> None:
    if event in _NETWORK:
        raise RuntimeError("the text reader must not use the network")
