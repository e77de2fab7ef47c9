"""Boxes of a reviewer that are proposed again for the same device and layout."""

from __future__ import annotations

from viewer.detect.device_rules import learn
from viewer.dicom import read_dataset
from viewer.errors import ScanveilError
from viewer.gui.commands import Commands
from viewer.gui.language import tr


def remember_box(commands: Commands) -> None:
    """Remember the box on view for pictures of its device, from the next scan on."""
    finding = commands.finding()
    session = commands.controller.session
    if finding is None or session is None:
        return
    decision = session.decision(finding.id)
    box = (decision.box if decision else None) or finding.location.box
    if box is None:
        return
    try:
        learn(read_dataset(finding.location.sources[0], pixels=False), [box])
    except ScanveilError as error:
        commands.window.say(str(error))
        return
    commands.window.say(tr("This place will be proposed in further pictures of this device."))
