"""Digests, keys, signatures, the vault and the audit log, shared by export and verify.

In: bytes, digests and identifying values wrapped as Masked. Out: signed statements, manifests, a
mapping per patient, a chained log. It knows nothing of DICOM, of cleaning or of checking an export.
An export is checked without anything of ours by

    sha256sum -c manifest-sha256.txt
    openssl cms -verify -binary -inform DER -in provenance.json.p7s -content provenance.json
            -CAfile certificate.pem -out /dev/null
"""

from viewer.provenance.audit import AuditCheck, AuditHead, AuditLog, act_as, acting
from viewer.provenance.audit_head import AuditReport, check_log, sign_head
from viewer.provenance.audit_message import audit_messages, known_events
from viewer.provenance.cms import SignatureProblem, sign_detached, verify_detached
from viewer.provenance.digests import (
    MANIFEST,
    files_below,
    format_manifest,
    is_inside,
    parse_manifest,
    sha256_file,
)
from viewer.provenance.dsse import envelope, open_envelope
from viewer.provenance.durable import sync_folder, sync_tree, write_private
from viewer.provenance.handover import encrypt_folder, handover_recipients, opened_archive
from viewer.provenance.identity import (
    Identity,
    days_left,
    fingerprint,
    key_id,
    own_certificates,
    rotate_identity,
    workstation_certificate,
    workstation_identity,
)
from viewer.provenance.locks import LockedError
from viewer.provenance.master import PASSPHRASE_VARIABLE, Protection, derived, protection_state
from viewer.provenance.needles import Needles
from viewer.provenance.recipients import enveloped, recipient_certificate
from viewer.provenance.signers import (
    Signer,
    Standing,
    fingerprint_words,
    known_signers,
    pin,
    revoke,
    standing,
    unpin,
)
from viewer.provenance.statement import (
    CERTIFICATE,
    ENVELOPE,
    PREDICATE_TYPE,
    SIGNATURE,
    STATEMENT,
    STATEMENT_TYPE,
    encode_statement,
)
from viewer.provenance.throwaway import throw_away_workstation
from viewer.provenance.vault import (
    Link,
    Moved,
    StoredValue,
    Vault,
    VaultError,
    VaultInfo,
    checked_reason,
    default_vault,
    delete_patient,
    look_up,
    merge_vault,
    split_vault,
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
    "AuditReport",
    "Identity",
    "Link",
    "LockedError",
    "Moved",
    "Needles",
    "Protection",
    "SignatureProblem",
    "Signer",
    "Standing",
    "StoredValue",
    "Vault",
    "VaultError",
    "VaultInfo",
    "act_as",
    "acting",
    "audit_messages",
    "check_log",
    "checked_reason",
    "days_left",
    "default_vault",
    "delete_patient",
    "derived",
    "encode_statement",
    "encrypt_folder",
    "envelope",
    "enveloped",
    "files_below",
    "fingerprint",
    "fingerprint_words",
    "format_manifest",
    "handover_recipients",
    "is_inside",
    "key_id",
    "known_events",
    "known_signers",
    "look_up",
    "merge_vault",
    "open_envelope",
    "opened_archive",
    "own_certificates",
    "parse_manifest",
    "pin",
    "protection_state",
    "recipient_certificate",
    "revoke",
    "rotate_identity",
    "sha256_file",
    "sign_detached",
    "sign_head",
    "split_vault",
    "standing",
    "sync_folder",
    "sync_tree",
    "throw_away_workstation",
    "unpin",
    "verify_detached",
    "workstation_certificate",
    "workstation_identity",
    "write_crosswalks",
    "write_private",
]
