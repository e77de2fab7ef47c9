"""What maps a shared study back to its patient, encrypted; never inside an exported folder."""

from viewer.provenance.vault.crosswalk import write_crosswalks
from viewer.provenance.vault.errors import VaultError
from viewer.provenance.vault.lookups import checked_reason, look_up
from viewer.provenance.vault.projects import Moved, delete_patient, merge_vault, split_vault
from viewer.provenance.vault.vault import (
    KnownValue,
    Link,
    StoredValue,
    Vault,
    VaultInfo,
    default_vault,
)

__all__ = [
    "KnownValue",
    "Link",
    "Moved",
    "StoredValue",
    "Vault",
    "VaultError",
    "VaultInfo",
    "checked_reason",
    "default_vault",
    "delete_patient",
    "look_up",
    "merge_vault",
    "split_vault",
    "write_crosswalks",
]
