"""A profile as somebody edits it: an immutable value, so that every step can be undone."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from viewer.profile.files import is_shipped, list_profiles, profile_of
from viewer.profile.imported import PrivatePlace, named
from viewer.profile.option import Option
from viewer.profile.profile import Profile
from viewer.profile.tables import attribute_action

_Key = TypeVar("_Key")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATES = {Option.RETAIN_FULL_DATES, Option.RETAIN_MODIFIED_DATES}


@dataclass(frozen=True, slots=True)
class EditedProfile:
    """What a profile file holds; ``rules`` by tag, ``private`` by creator, group and element."""

    name: str
    title: str
    version: str = "1"
    description: str = ""
    options: frozenset[Option] = frozenset()
    rules: Mapping[int, str] = field(default_factory=dict)
    private: Mapping[PrivatePlace, str] = field(default_factory=dict)
    redacts_documents: bool = False
    two_reviewers: bool = False

    @classmethod
    def of(cls, profile: Profile) -> EditedProfile:
        """The editable part of a profile."""
        return cls(
            profile.name,
            profile.title,
            profile.version,
            profile.description,
            profile.options,
            dict(profile.rules),
            dict(profile.private),
            profile.redacts_documents,
            profile.two_reviewers,
        )

    @classmethod
    def read(cls, text: str) -> EditedProfile:
        """What the text of a profile file holds; raises UsageError, ValueError for no TOML."""
        return cls.of(profile_of(tomllib.loads(text)))

    @classmethod
    def copy_of(cls, profile: Profile) -> EditedProfile:
        """The same under a name nobody has."""
        taken = {each.name for each in list_profiles()}
        number = next(n for n in range(1, 10_000) if f"{profile.name}-copy-{n}" not in taken)
        name = f"{profile.name}-copy-{number}"
        return replace(cls.of(profile), name=name, title=f"{profile.title}, copy {number}")

    def with_option(self, option: Option, *, on: bool) -> EditedProfile:
        """The option switched; of the two kinds of dates at most one is kept."""
        options = self.options | {option} if on else self.options - {option}
        if on and option in _DATES:
            options -= _DATES - {option}
        return replace(self, options=options)

    def with_text(self, what: str, text: str) -> EditedProfile:
        """Name, title, version or description changed."""
        now = (self.name, self.title, self.version, self.description)
        texts = dict(zip(("name", "title", "version", "description"), now, strict=True))
        changed = {**texts, what: text}
        return replace(
            self,
            name=changed["name"],
            title=changed["title"],
            version=changed["version"],
            description=changed["description"],
        )

    def with_redacted_documents(self, *, on: bool) -> EditedProfile:
        """Whether PDF documents keep their text."""
        return replace(self, redacts_documents=on)

    def with_two_reviewers(self, *, on: bool) -> EditedProfile:
        """Whether a second reviewer must agree with every decision."""
        return replace(self, two_reviewers=on)

    def with_rule(self, target: int | PrivatePlace, code: str) -> EditedProfile:
        """The rule added or changed; without a code it is taken away."""
        if isinstance(target, int):
            return replace(self, rules=_changed(self.rules, target, code))
        return replace(self, private=_changed(self.private, target, code))

    def text(self) -> str:
        """The profile as the text of a TOML file."""
        return profile_text(self)

    def profile(self) -> Profile:
        """The profile this would be; raises UsageError."""
        return profile_of(tomllib.loads(self.text()))

    def problems(self) -> tuple[str, ...]:
        """Sentences about what keeps it from being saved."""
        found = []
        if not _NAME.fullmatch(self.name):
            found.append("The name needs lower-case letters, digits and single dashes only.")
        if is_shipped(self.name):
            found.append("A shipped profile has this name.")
        if not self.title.strip():
            found.append("It needs a title.")
        if not self.version.strip():
            found.append("It needs a version.")
        return tuple(found)

    def warnings(self) -> tuple[str, ...]:
        """Sentences about what can be saved and is still worth a second thought."""
        kept = [tag for tag, code in sorted(self.rules.items()) if code == "K"]
        risky = ", ".join(named(tag) for tag in kept if attribute_action(tag))
        found = [f"Kept although the standard would not keep it: {risky}."] if risky else []
        if self.private and Option.RETAIN_SAFE_PRIVATE not in self.options:
            found.append("Private attributes with a rule stay although Safe Private is off.")
        if Option.RETAIN_UIDS in self.options:
            found.append("With UIDs kept, anybody who has the source can match the files.")
        return tuple(found)


def profile_text(what: EditedProfile) -> str:
    """A profile file; tables only where there is something to write into them."""
    facts = {"name": what.name, "title": what.title, "version": what.version}
    facts["description"] = what.description
    lines = [f"{key} = {_quoted(value)}" for key, value in facts.items()]
    lines.append(f"options = {json.dumps([each for each in Option if each in what.options])}")
    lines += ['documents = "redact"'] if what.redacts_documents else []
    lines += ["reviewers = 2"] if what.two_reviewers else []
    lines += ["", "[rules]"] if what.rules else []
    lines += [f'"({t >> 16:04X},{t & 0xFFFF:04X})" = "{what.rules[t]}"' for t in sorted(what.rules)]
    return "\n".join([*lines, *_private_lines(what.private), ""])


def _private_lines(private: Mapping[PrivatePlace, str]) -> list[str]:
    lines: list[str] = []
    last = None
    for (creator, group, element), code in sorted(private.items()):
        if creator != last:
            lines += ["", f"[private.{_quoted(creator)}]"]
        last = creator
        lines.append(f'"({group:04X},xx{element:02X})" = "{code}"')
    return lines


def _changed(table: Mapping[_Key, str], key: _Key, code: str) -> dict[_Key, str]:
    changed = {each: held for each, held in table.items() if each != key}
    return {**changed, key: code} if code else changed


def _quoted(text: str) -> str:
    """A TOML basic string: the escapes of JSON are its own."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
