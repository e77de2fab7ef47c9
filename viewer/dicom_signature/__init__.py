"""DICOM Digital Signatures (PS3.15 Annex C): one made by us for a file, and any made by others.

In: the encoded elements of a data set with a key, or the bytes of any file. Out: the same elements
with a signature among them, or for every signature in a file whether it holds, what it leaves
out and who made it. It trusts nobody: whether a signer is known is asked elsewhere. A file of ours
is checked without anything of ours by

    dcmsign --verify +rg +cf certificate.pem file.dcm
"""

from viewer.dicom_signature.checking import SignatureCheck, check_signatures
from viewer.dicom_signature.form import UnsignableError, is_signable, signed_form
from viewer.dicom_signature.outcome import Outcome
from viewer.dicom_signature.signing import SignedParts, SigningKey, sign_elements
from viewer.dicom_signature.tags import DIGITAL_SIGNATURES, MAC_PARAMETERS, SIGNATURE_TAGS

__all__ = [
    "DIGITAL_SIGNATURES",
    "MAC_PARAMETERS",
    "SIGNATURE_TAGS",
    "Outcome",
    "SignatureCheck",
    "SignedParts",
    "SigningKey",
    "UnsignableError",
    "check_signatures",
    "is_signable",
    "sign_elements",
    "signed_form",
]
