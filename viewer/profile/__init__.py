"""Which rule applies to which attribute, and which source says so.

In: the name of a shipped profile or the path of a profile file (TOML). Out: a ``Profile`` whose
``rule(tag)`` is X remove, Z empty, D dummy, U new UID, C clean or K keep, with its source.
Scripts, recipes and knowledge bases of other tools go in as well and come out as profile files.
The tables of PS3.15 Annex E are data in resources/standard, and their edition is part of it.
Must not know: data sets, detectors, cleaning methods.
"""

from viewer.profile.files import list_profiles, load_profile
from viewer.profile.importing import import_profile
from viewer.profile.option import Option, method_code
from viewer.profile.profile import Profile, Rule

__all__ = [
    "Option",
    "Profile",
    "Rule",
    "import_profile",
    "list_profiles",
    "load_profile",
    "method_code",
]
