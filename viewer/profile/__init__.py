"""Which rule applies to which attribute, and which source says so.

In: the name of a shipped profile or the path of a profile file (TOML). Out: a ``Profile`` whose
``rule(tag)`` is X remove, Z empty, D dummy, U new UID, C clean or K keep, with its source.
Scripts, recipes and knowledge bases of other tools go in as well and come out as profile files.
The tables of PS3.15 Annex E are data in resources/standard, and their edition is part of it.
Must not know: data sets, detectors, cleaning methods.
"""

from viewer.profile.edited import EditedProfile
from viewer.profile.files import (
    delete_profile,
    is_shipped,
    list_profiles,
    load_profile,
    save_profile,
    site_profiles,
)
from viewer.profile.imported import PrivatePlace, target_of
from viewer.profile.importing import import_profile
from viewer.profile.option import Option, method_code, method_meanings
from viewer.profile.profile import Profile, Rule
from viewer.profile.tables import attribute_action, attribute_actions

__all__ = [
    "EditedProfile",
    "Option",
    "PrivatePlace",
    "Profile",
    "Rule",
    "attribute_action",
    "attribute_actions",
    "delete_profile",
    "import_profile",
    "is_shipped",
    "list_profiles",
    "load_profile",
    "method_code",
    "method_meanings",
    "save_profile",
    "site_profiles",
    "target_of",
]
