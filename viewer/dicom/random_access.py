"""Bytes at an offset, from a file or from memory."""

from __future__ import annotations

import os
from typing import Protocol

from viewer.dicom.encoding import Buffer


class RandomAccess(Protocol):
    """Something with a size that can be read anywhere."""

    @property
    def size(self) -> int:
        """Bytes in all."""

    def read(self, offset: int, length: int) -> bytes:
        """At most ``length`` bytes from ``offset``."""


class InMemory:
    """Bytes that are there already."""

    def __init__(self, content: Buffer) -> None:
        self._content = content
        self.size = len(content)

    def read(self, offset: int, length: int) -> bytes:
        """Bytes from the content; the whole of it is not copied."""
        if offset == 0 and length >= self.size and isinstance(self._content, bytes):
            return self._content
        return bytes(self._content[offset : offset + length])


class OpenFile:
    """An open file descriptor, which it does not own."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.size = os.fstat(descriptor).st_size

    def read(self, offset: int, length: int) -> bytes:
        """Bytes from the file; raises OSError."""
        os.lseek(self._descriptor, offset, os.SEEK_SET)
        parts: list[bytes] = []
        while length > 0 and (part := os.read(self._descriptor, length)):
            parts.append(part)
            length -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)
