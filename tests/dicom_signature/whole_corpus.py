"""``python -m tests.dicom_signature.whole_corpus FOLDER``: every file there, against dcmsign.

Exports the folder with every proposal taken and asks dcmsign about each file; then about each with
one bit of its pixels flipped, one of its header, an attribute deleted and the certificate swapped.
Then dcmsign signs every source with each kind of key and digest and we verify; ``theirs`` as second
word does only that, with the kinds of keys named after it. Prints counts and names of files, never
a value.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding
from pydicom.dataset import Dataset

from tests.dicom_signature.builders import accepts, checked, resave, signed_by_dcmsign
from tests.dicom_signature.foreign_keys import DIGESTS, KEYS, pem_files
from viewer.dicom.dataset import parse_safely
from viewer.errors import ScanveilError, UnreadableError
from viewer.provenance import Identity, workstation_identity

Answer = tuple[str, bool]


def main(folder: Path, only: Sequence[str] = ()) -> int:
    """Print the counts; status 1 when anything is not as it should be."""
    with tempfile.TemporaryDirectory(prefix="scanveil-corpus-") as scratch:
        os.environ["SCANVEIL_HOME"] = str(Path(scratch) / "home")
        os.environ.setdefault("SCANVEIL_PASSPHRASE", "of this run")
        ours = () if only else _ours(folder, Path(scratch))
        wrong = [*ours, *_theirs(folder, Path(scratch), only[1:] or tuple(KEYS))]
    print("\n".join(wrong))
    return 1 if wrong else 0


def _ours(folder: Path, scratch: Path) -> Iterator[str]:
    out = _exported(folder, scratch / "out")
    files = sorted((out / "dicom").rglob("*.dcm"))
    other = workstation_identity(scratch / "other")
    pem = out / "certificate.pem"
    with ThreadPoolExecutor(2) as threads:
        found = list(threads.map(lambda path: _judge(path, pem, other, scratch), files))
    counts: Counter[str] = Counter()
    for path, outcomes in zip(files, found, strict=True):
        for what, right in outcomes:
            counts[what] += right
            if not right:
                yield f"{what}: not so for {path.relative_to(out)}"
    print(f"exported: {len(files)} files")
    for what, count in counts.items():
        print(f"{what}: {count}")


def _exported(folder: Path, out: Path) -> Path:
    from tests.export.builders import exported

    return exported(folder, out, jobs=2).out


def _judge(path: Path, pem: Path, other: Identity, scratch: Path) -> list[Answer]:
    found = [("dcmsign accepts it", accepts(path, pem))]
    (own,) = checked(path)
    found.append(("we accept it, nothing was added", own.holds and not own.added))
    copy = scratch / f"{path.parent.name}-{path.name}"
    for what, change in _CHANGES.items():
        if change(path, copy, other):
            found.append((f"dcmsign rejects {what}", not accepts(copy, pem)))
            found.append((f"we reject {what}", not all(each.holds for each in checked(copy))))
    copy.unlink(missing_ok=True)
    return found


def _flip(path: Path, copy: Path, at: int) -> bool:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    copy.write_bytes(content)
    return True


def _pixel(path: Path, copy: Path, _: Identity) -> bool:
    layout = parse_safely(path.read_bytes()).layout
    if layout.pixels is None or layout.pixels.end - layout.pixels.start < 40:
        return False
    length = layout.pixels.end - layout.pixels.start
    return _flip(path, copy, layout.pixels.start + max(length // 2, 24))


def _header(path: Path, copy: Path, _: Identity) -> bool:
    element = parse_safely(path.read_bytes()).layout.elements[0x00120062]
    return _flip(path, copy, element.start)


def _deleted(path: Path, copy: Path, _: Identity) -> bool:
    return _rewritten(path, copy, lambda dataset: delattr(dataset, "PatientIdentityRemoved"))


def _swapped(path: Path, copy: Path, other: Identity) -> bool:
    der = other.certificate.public_bytes(Encoding.DER)
    item = "DigitalSignaturesSequence"
    return _rewritten(
        path, copy, lambda dataset: setattr(dataset[item].value[0], "CertificateOfSigner", der)
    )


def _rewritten(path: Path, copy: Path, change: Callable[[Dataset], None]) -> bool:
    resave(path, copy, edit=change)
    return True


_CHANGES = {
    "a bit of the pixels flipped": _pixel,
    "a bit of the header flipped": _header,
    "an attribute deleted": _deleted,
    "the certificate swapped": _swapped,
}


def _theirs(folder: Path, scratch: Path, kinds: Sequence[str]) -> Iterator[str]:
    """Every kind of key and digest; what dcmsign accepts must verify, the rest is listed."""
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    counts: Counter[str] = Counter()
    reasons: dict[str, str] = {}
    for kind in kinds:
        keys = pem_files(KEYS[kind](), scratch)
        for digest, option in DIGESTS.items():
            for path in files:
                verdict, is_right = _theirs_judged(path, scratch / "theirs.dcm", *keys, option)
                name = str(path.relative_to(folder))
                counts[f"{kind}, {digest}: {verdict}"] += 1
                if verdict != _VERIFIED:
                    reasons[name] = verdict
                if not is_right:
                    yield f"{kind}, {digest}: {verdict}: {name}"
    for what, count in sorted(counts.items()):
        print(f"{what}: {count}")
    for name, reason in sorted(reasons.items()):
        print(f"  {name}: {reason}")


def _theirs_judged(path: Path, target: Path, key: Path, pem: Path, option: str) -> Answer:
    """What comes of signing a file by dcmsign, and whether we and dcmsign say the same."""
    target.unlink(missing_ok=True)
    try:
        signed_by_dcmsign(path, target, key, pem, option)
        found = checked(target)
    except subprocess.CalledProcessError:
        return "dcmsign does not sign it", True
    except UnreadableError as error:
        return f"we cannot read it: {error}", not accepts(target, pem)
    if not found:
        return "dcmsign left no signature in it", not accepts(target, pem)
    if all(each.holds for each in found):
        return _VERIFIED, accepts(target, pem)
    said = f"we: {found[0].outcome}. {found[0].reason}"
    is_accepted = accepts(target, pem)
    return f"{said} dcmsign: {'accepted' if is_accepted else 'rejected'}", not is_accepted


_VERIFIED = "verified by both"


if __name__ == "__main__":
    try:
        raise SystemExit(main(Path(sys.argv[1]), sys.argv[2:]))
    except ScanveilError as error:
        raise SystemExit(str(error)) from None
