"""Lines of the audit log as audit messages of DICOM PS3.15 A.5, for an audit repository."""

from __future__ import annotations

import base64
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree import ElementTree

from viewer import paths
from viewer.provenance.audit import AuditLog
from viewer.provenance.identity import key_id, workstation_certificate

_OF_THE_LINE = ("seq", "prev", "at", "event", "user")
_NOBODY = "the person at the workstation"


def audit_messages(log: AuditLog) -> Iterator[bytes]:
    """One XML document per line of the log, each without a line break, as syslog carries them.

    Raises ValueError for a line whose event is not in ``audit-events.toml``.
    """
    certificate = workstation_certificate()
    source = f"Scanveil workstation {key_id(certificate)}" if certificate else "Scanveil"
    for entry, _ in log.entries():
        yield ElementTree.tostring(_message(entry, source), "utf-8", xml_declaration=True).replace(
            b"\n", b" "
        )


@cache
def known_events() -> dict[str, Any]:
    """The events and the messages that tell them, as ``audit-events.toml`` has them."""
    return tomllib.loads(paths.resource("audit-events.toml").read_text("utf-8"))


def _message(entry: dict[str, Any], source: str) -> ElementTree.Element:
    table = known_events()
    if entry["event"] not in table["events"]:
        raise ValueError("an event that is not in the table")
    event = table["events"][entry["event"]]
    message = ElementTree.Element("AuditMessage")
    told = ElementTree.SubElement(
        message,
        "EventIdentification",
        EventActionCode=event["action"],
        EventDateTime=entry["at"],
        EventOutcomeIndicator=event.get("outcome", "0"),
    )
    _code(told, "EventID", event["message"], table["messages"][event["message"]])
    if "type" in event:
        _code(told, "EventTypeCode", *event["type"])
    who = {"UserID": entry.get("user", _NOBODY), "UserIsRequestor": "true"}
    ElementTree.SubElement(message, "ActiveParticipant", who)
    ElementTree.SubElement(message, "AuditSourceIdentification", AuditSourceID=source)
    _line(message, entry)
    return message


def _line(message: ElementTree.Element, entry: dict[str, Any]) -> None:
    """The line itself as the object: what happened, its facts, and its place in the chain."""
    place = ElementTree.SubElement(
        message,
        "ParticipantObjectIdentification",
        ParticipantObjectID=f"urn:scanveil:audit:{entry['seq']}",
        ParticipantObjectTypeCode="2",
        ParticipantObjectTypeCodeRole="13",
    )
    _code(place, "ParticipantObjectIDTypeCode", "12", "URI", "RFC-3881")
    ElementTree.SubElement(place, "ParticipantObjectName").text = entry["event"]
    facts = {name: each for name, each in entry.items() if name not in _OF_THE_LINE}
    for name, value in {**facts, "previous line": entry["prev"]}.items():
        encoded = base64.b64encode(str(value).encode()).decode()
        ElementTree.SubElement(place, "ParticipantObjectDetail", type=name, value=encoded)
    described = ElementTree.SubElement(place, "ParticipantObjectDescription")
    ElementTree.SubElement(described, "ParticipantObjectContainsStudy")


def _code(
    parent: ElementTree.Element, name: str, code: str, meaning: str, system: str = "DCM"
) -> None:
    values = {"csd-code": code, "codeSystemName": system, "originalText": meaning}
    ElementTree.SubElement(parent, name, values)
