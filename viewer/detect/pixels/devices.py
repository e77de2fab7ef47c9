"""Places where the site's rules say that a device prints."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.detect.context import DetectContext
from viewer.detect.device_rules import DeviceRule, device_rules
from viewer.detect.frames import Place, location_of, readable
from viewer.model import Action, Box, Category, Finding, Instance, Kind, Series


class DevicesDetector:
    """Proposes to blank what rules name; a picture without a rule is not clean for that."""

    id = "pixels.devices"
    version = "1"
    title = "Rules for devices"
    finds = "places that rules of this site, or boxes a reviewer had remembered, name for a device"
    misses = "devices without a rule; this never replaces reading the pixels"

    def detect(self, series: Series, context: DetectContext) -> Iterator[Finding]:
        """One finding per box, for all pictures of the series that the rule fits."""
        rules = device_rules()
        if not rules:
            return
        headers = [(each, context.header(each.source)) for each in readable(series)]
        for rule in rules:
            fitting = [instance for instance, header in headers if rule.fits(header)]
            if not fitting:
                continue
            rows, columns = (max(sizes) for sizes in zip(*map(_size, fitting), strict=True))
            for box in filter(None, (each.clipped(columns, rows) for each in rule.boxes)):
                yield self._finding(rule, box, fitting, series, context)

    def _finding(
        self,
        rule: DeviceRule,
        box: Box,
        fitting: list[Instance],
        series: Series,
        context: DetectContext,
    ) -> Finding:
        places = [Place(each, frame) for each in fitting for frame in range(each.frames)]
        return Finding(
            id=context.finding_id(self.id, series.series_uid, rule.name, str(box)),
            detector=self.id,
            detector_version=self.version,
            kind=Kind.TEXT,
            location=location_of(series, places, box),
            category=Category.OTHER_UNIQUE,
            confidence=0.5,
            reason=f"a rule for this device names the place ({rule.name})",
            proposed=Action.BLANK,
            keyword="PixelData",
        )


def _size(instance: Instance) -> tuple[int, int]:
    return instance.rows, instance.columns


DETECTOR = DevicesDetector()
