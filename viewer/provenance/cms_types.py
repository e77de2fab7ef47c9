"""The ASN.1 of a detached CMS signature, RFC 5652, as strict DER and no more than we accept."""

from typing import Annotated

from cryptography import x509
from cryptography.hazmat import asn1


@asn1.sequence
class Algorithm:
    """AlgorithmIdentifier with absent or NULL parameters."""

    algorithm: x509.ObjectIdentifier
    parameters: asn1.Null | None


@asn1.sequence
class Attribute:
    """A signed or unsigned attribute, its values still encoded."""

    type: x509.ObjectIdentifier
    values: asn1.SetOf[asn1.TLV]


@asn1.sequence
class Signer:
    """IssuerAndSerialNumber."""

    issuer: x509.Name
    serial_number: int


@asn1.sequence
class SignerInfo:
    """Section 5.3; ``signed`` is what the signature covers, encoded as a SET OF."""

    version: int
    signer: Signer
    digest: Algorithm
    signed: Annotated[asn1.SetOf[Attribute] | None, asn1.Implicit(0)]
    algorithm: Algorithm
    signature: bytes
    unsigned: Annotated[asn1.SetOf[Attribute] | None, asn1.Implicit(1)]


@asn1.sequence
class DetachedContent:
    """EncapsulatedContentInfo without content."""

    type: x509.ObjectIdentifier


@asn1.sequence
class SignedData:
    """Section 5.1, without revocation lists."""

    version: int
    digests: asn1.SetOf[Algorithm]
    content: DetachedContent
    certificates: Annotated[asn1.SetOf[x509.Certificate] | None, asn1.Implicit(0)]
    signers: asn1.SetOf[SignerInfo]


@asn1.sequence
class ContentInfo:
    """Section 3."""

    type: x509.ObjectIdentifier
    content: Annotated[SignedData, asn1.Explicit(0)]
