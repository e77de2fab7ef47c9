"""All or nothing: an export grows in a hidden folder beside its target and moves in one step."""

from __future__ import annotations

import errno
import glob
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from viewer.errors import RefusedError
from viewer.provenance import sync_folder, sync_tree


@dataclass(slots=True)
class Staging:
    """A private folder (0700) that becomes the export, or disappears."""

    out: Path
    folder: Path
    moves: list[tuple[Path, Path]] = field(default_factory=list)

    def beside(self, target: Path) -> Path:
        """A hidden place for another file that is published together with the folder."""
        place = self.folder.with_name(self.folder.name + target.suffix)
        self.moves.append((place, target))
        return place

    def publish(self) -> None:
        """Sync everything to disk, then make it visible under its name; raises OSError."""
        sync_tree(self.folder)
        for place, _ in self.moves:
            sync_tree(place) if place.is_dir() else _sync(place)
        if self.out.is_dir():
            self.out.rmdir()
        for place, target in self.moves:
            place.rename(target)
        with suppress(OSError):  # some network shares have no rights to set
            self.folder.chmod(0o755)
        try:
            self.folder.rename(self.out)
        except OSError:
            for _, target in self.moves:
                target.unlink(missing_ok=True)
            raise
        with suppress(OSError):  # it is published; not every file system can sync a folder
            sync_folder(self.out.parent)


@contextmanager
def staged(out: Path) -> Iterator[Staging]:
    """A staging folder beside ``out``; whatever goes wrong inside leaves nothing behind.

    OSError becomes RefusedError with a sentence; everything else passes through.
    """
    staging: Staging | None = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _discard_abandoned(out)
        folder = out.parent / f".{out.name}.partial-{os.getpid()}-{secrets.token_hex(4)}"
        folder.mkdir(mode=0o700)
        staging = Staging(out, folder)
        yield staging
    except OSError as error:
        reason = _sentence(error)
        raise RefusedError(f"Nothing was exported. {reason}", _ADVICE, (reason,)) from None
    finally:
        if staging:
            _discard(staging)


def _discard(staging: Staging) -> None:
    shutil.rmtree(staging.folder, ignore_errors=True)
    for place, _ in staging.moves:
        place.unlink(missing_ok=True)


def _discard_abandoned(out: Path) -> None:
    """Remove what an export to the same place left when its process was killed."""
    for place in out.parent.glob(f".{glob.escape(out.name)}.partial-*"):
        owner = place.name.rpartition(".partial-")[2].split("-")[0]
        if owner.isdigit() and _is_gone(int(owner)):
            shutil.rmtree(place, ignore_errors=True)
            if place.is_file():
                place.unlink(missing_ok=True)


def _is_gone(process: int) -> bool:
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _sync(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _sentence(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "The output folder cannot be written."
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.EIO):
        return "The output folder or an input went away, or its disk does not answer."
    return f"The disk reported an error ({error.strerror})."


_ADVICE = "Free space or choose another folder; the source files were not touched."
