"""The attributes a signature is made of (PS3.3 C.12.1.1.3) and which can never be signed."""

from __future__ import annotations

MAC_PARAMETERS = 0x4FFE0001
DIGITAL_SIGNATURES = 0xFFFAFFFA
SIGNATURE_TAGS = frozenset((MAC_PARAMETERS, DIGITAL_SIGNATURES))

MAC_ID = 0x04000005
TRANSFER_SYNTAX = 0x04000010
MAC_ALGORITHM = 0x04000015
ELEMENTS_SIGNED = 0x04000020
SIGNATURE_UID = 0x04000100
SIGNATURE_TIME = 0x04000105
CERTIFICATE_TYPE = 0x04000110
CERTIFICATE = 0x04000115
SIGNATURE = 0x04000120
_TIMESTAMP_TYPE, _TIMESTAMP = 0x04000305, 0x04000310

OUTSIDE_THE_MAC = frozenset((CERTIFICATE, SIGNATURE, _TIMESTAMP_TYPE, _TIMESTAMP))
CERTIFICATE_KIND = "X509_1993_SIG"

_LENGTH_TO_END = 0x00080001
_TRAILING_PADDING = 0xFFFCFFFC


def is_signable_tag(tag: int) -> bool:
    """Whether a signature can cover an attribute, as far as its tag says (PS3.5 and PS3.15 C)."""
    group, element = tag >> 16, tag & 0xFFFF
    if group < 8 or group in (0xFFFA, 0xFFFE) or not element:
        return False
    return tag not in (_LENGTH_TO_END, MAC_PARAMETERS, _TRAILING_PADDING)
