"""What maps a shared study back to its patient, encrypted; never inside an exported folder."""

from viewer.provenance.vault.crosswalk import write_crosswalks
from viewer.provenance.vault.errors import VaultError
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
    "StoredValue",
    "Vault",
    "VaultError",
    "VaultInfo",
    "default_vault",
    "write_crosswalks",
]
