"""One encrypted file to hand over: the export as a zip archive inside an age file (age v1).

Recipients are age keys (``age1...``) or a passphrase. What was written is opened again before it
counts: one more key, made for that and forgotten at once, is among the recipients.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import shutil
import tempfile
import threading
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pyrage

from viewer import paths
from viewer.errors import RefusedError, UsageError
from viewer.provenance.digests import files_below, is_inside
from viewer.provenance.locks import LockedError

SUFFIX = ".zip.age"
_DATE = (1980, 1, 1, 0, 0, 0)
_PIECE = 1 << 20
_MOST_IN_MEMORY = 1 << 30  # bytes; a passphrase can only be used on the whole content at once


def handover_recipients(given: Sequence[str]) -> tuple[Any, ...]:
    """The age keys in texts or in files that list them; raises UsageError."""
    found = []
    for each in given:
        path = Path(each)
        lines = path.read_text("utf-8").splitlines() if path.is_file() else [each]
        wanted = (line.strip() for line in lines)
        found += [_key(line) for line in wanted if line and not line.startswith("#")]
    return tuple(found)


def encrypt_folder(
    folder: Path, target: Path, recipients: Sequence[Any] = (), passphrase: str = ""
) -> None:
    """Write a folder as one encrypted archive, and open it again to be sure.

    Raises RefusedError, and leaves nothing at the target then.
    """
    partial = target.with_name(f".{target.name}.partial-{os.getpid()}")
    try:
        written = (
            _with_passphrase(folder, partial, passphrase)
            if passphrase
            else _with_keys(folder, partial, recipients)
        )
        if not written:
            raise RefusedError("The encrypted archive could not be read back.", _AGAIN)
        partial.rename(target)
    except (OSError, pyrage.EncryptError, pyrage.DecryptError):
        raise RefusedError("The encrypted archive could not be written.", _AGAIN) from None
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def opened_archive(path: Path, *, identity: str = "", passphrase: str = "") -> Iterator[Path]:
    """The folder in an encrypted archive, unpacked in the private folder and deleted afterwards.

    Raises LockedError for a key or passphrase that does not open it, UsageError for what is no
    archive of ours.
    """
    place = Path(tempfile.mkdtemp(prefix="opened-", dir=paths.user_data()))
    try:
        packed = place / "archive.zip"
        _decrypt(path, packed, identity, passphrase)
        yield _unpacked(packed, place / "export")
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _with_keys(folder: Path, partial: Path, recipients: Sequence[Any]) -> bool:
    own = pyrage.x25519.Identity.generate()
    reading, writing = os.pipe()
    with open(reading, "rb") as source, partial.open("xb") as out:  # noqa: PTH123
        packer = threading.Thread(target=_pack_into, args=(folder, writing))
        packer.start()
        counted = _Digest(source)
        pyrage.encrypt_io(counted, out, [*recipients, own.to_public()])
        packer.join()
        out.flush()
        os.fsync(out.fileno())
    back = _Digest(None)
    with partial.open("rb") as written:
        pyrage.decrypt_io(written, back, [own])
    return back.hexdigest() == counted.hexdigest()


def _with_passphrase(folder: Path, partial: Path, passphrase: str) -> bool:
    size = sum((folder / name).stat().st_size for name in files_below(folder))
    if size > _MOST_IN_MEMORY:
        raise RefusedError(
            "The export is too large to be encrypted with a passphrase.",
            "Encrypt it to an age key of the recipient.",
        )
    packed = io.BytesIO()
    _pack(folder, packed)
    with partial.open("xb") as out:
        out.write(pyrage.passphrase.encrypt(packed.getvalue(), passphrase))
        out.flush()
        os.fsync(out.fileno())
    return bool(pyrage.passphrase.decrypt(partial.read_bytes(), passphrase) == packed.getvalue())


def _pack_into(folder: Path, writing: int) -> None:
    with contextlib.suppress(BrokenPipeError), open(writing, "wb") as stream:
        _pack(folder, stream)


def _pack(folder: Path, stream: IO[bytes]) -> None:
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        for name in files_below(folder):
            info = zipfile.ZipInfo(f"{folder.name}/{name}", _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            with (folder / name).open("rb") as source, archive.open(info, "w") as packed:
                shutil.copyfileobj(source, packed, _PIECE)


class _Digest:
    """A stream that counts what is read from it or written to it into a SHA-256."""

    def __init__(self, source: IO[bytes] | None) -> None:
        self._source, self._digest = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        content = self._source.read(size) if self._source else b""
        self._digest.update(content)
        return content

    def write(self, content: bytes) -> int:
        self._digest.update(content)
        return len(content)

    def flush(self) -> None:
        """Nothing is kept back."""

    def hexdigest(self) -> str:
        return self._digest.hexdigest()


def _decrypt(path: Path, packed: Path, identity: str, passphrase: str) -> None:
    try:
        with path.open("rb") as source, packed.open("xb") as out:
            packed.chmod(0o600)
            if passphrase:
                out.write(pyrage.passphrase.decrypt(source.read(_MOST_IN_MEMORY * 2), passphrase))
            else:
                pyrage.decrypt_io(source, out, _identities(identity))
    except (pyrage.DecryptError, ValueError):
        raise _does_not_open() from None
    except OSError as error:
        if error.errno is None:  # what the age library says of a damaged file
            raise _does_not_open() from None
        raise UsageError(f"The archive cannot be read: {error.strerror}.", "Check it.") from None


def _does_not_open() -> LockedError:
    return LockedError(
        "The archive does not open with that key or passphrase, or it is damaged.",
        "Ask its sender; nothing was unpacked.",
    )


def _identities(text: str) -> list[Any]:
    lines = [line.strip() for line in text.splitlines()]
    try:
        keys = [line for line in lines if line.startswith("AGE-SECRET-KEY-")]
        return [pyrage.x25519.Identity.from_str(each) for each in keys]
    except pyrage.IdentityError:
        raise LockedError("That is no age key.", "Give the file that age-keygen wrote.") from None


def _unpacked(packed: Path, folder: Path) -> Path:
    try:
        with zipfile.ZipFile(packed) as archive:
            infos = [each for each in archive.infolist() if not each.is_dir()]
            if not infos or not all(is_inside(each.filename) for each in infos):
                raise UsageError("The archive holds names that lead elsewhere.", _SENDER)
            if sum(each.file_size for each in infos) > shutil.disk_usage(packed.parent).free:
                raise UsageError("There is not enough space to unpack it.", "Free some.")
            for each in infos:
                archive.extract(each, folder)
    except (zipfile.BadZipFile, NotImplementedError):
        raise UsageError("The archive holds no export.", _SENDER) from None
    roots = {each.filename.split("/")[0] for each in infos}
    if len(roots) != 1:
        raise UsageError("The archive holds no export.", _SENDER)
    return folder / roots.pop()


def _key(line: str) -> Any:
    try:
        return pyrage.x25519.Recipient.from_str(line)
    except pyrage.RecipientError:
        raise UsageError("That is no age key of a recipient.", "It begins with age1.") from None


_AGAIN = "Check free space and rights; the exported folder itself is whole."
_SENDER = "Ask its sender for another one; nothing was unpacked."
