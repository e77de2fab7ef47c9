"""Who may do what on a shared workstation; off until the first user is added.

In: a name and a password, later an action. Out: nothing, or a NotPermittedError. Each user's
password opens the keys of the workstation (Argon2id), so that nobody without one reads vault or
decisions. The role is bound into that lock and the program keeps to it; whoever runs other
programs under the same account of the operating system is not held by it.
"""

from viewer.access.permissions import (
    NotPermittedError,
    Role,
    is_shared,
    log_in,
    log_out,
    permits,
    person,
    require,
    roles,
    user,
)
from viewer.access.users import User, add_user, remove_user, users

__all__ = [
    "NotPermittedError",
    "Role",
    "User",
    "add_user",
    "is_shared",
    "log_in",
    "log_out",
    "permits",
    "person",
    "remove_user",
    "require",
    "roles",
    "user",
    "users",
]
