"""Digests, keys, signatures, the vault and the audit log, shared by export and verify.

In: bytes, digests and identifying values wrapped as Masked. Out: signed statements, manifests, a
mapping per patient, a chained log. It knows nothing of DICOM, of cleaning or of checking an export.
An export is checked without anything of ours by

    sha256sum -c manifest-sha256.txt
    openssl cms -verify -binary -inform DER -in provenance.json.p7s -content provenance.json
            -CAfile certificate.pem -out /dev/null
"""

from viewer.provenance.audit import AuditCheck, AuditHead, AuditLog
from viewer.provenance.cms import SignatureProblem, sign_detached, verify_detached
from viewer.provenance.digests import (
    MANIFEST,
    files_below,
    format_manifest,
    is_inside,
    parse_manifest,
    sha256_file,
)
from viewer.provenance.dsse import envelope
from viewer.provenance.durable import sync_folder, sync_tree, write_private
from viewer.provenance.identity import (
    Identity,
    fingerprint,
    key_id,
    workstation_certificate,
    workstation_identity,
)
from viewer.provenance.needles import Needles
from viewer.provenance.protection import PASSPHRASE_VARIABLE, LockedError
from viewer.provenance.statement import (
    CERTIFICATE,
    ENVELOPE,
    PREDICATE_TYPE,
    SIGNATURE,
    STATEMENT,
    STATEMENT_TYPE,
    encode_statement,
)
from viewer.provenance.vault import (
    Link,
    StoredValue,
    Vault,
    VaultError,
    VaultInfo,
    default_vault,
    write_crosswalks,
)

__all__ = [
    "CERTIFICATE",
    "ENVELOPE",
    "MANIFEST",
    "PASSPHRASE_VARIABLE",
    "PREDICATE_TYPE",
    "SIGNATURE",
    "STATEMENT",
    "STATEMENT_TYPE",
    "AuditCheck",
    "AuditHead",
    "AuditLog",
    "Identity",
    "Link",
    "LockedError",
    "Needles",
    "SignatureProblem",
    "StoredValue",
    "Vault",
    "VaultError",
    "VaultInfo",
    "default_vault",
    "encode_statement",
    "envelope",
    "files_below",
    "fingerprint",
    "format_manifest",
    "is_inside",
    "key_id",
    "parse_manifest",
    "sha256_file",
    "sign_detached",
    "sync_folder",
    "sync_tree",
    "verify_detached",
    "workstation_certificate",
    "workstation_identity",
    "write_crosswalks",
    "write_private",
]
