"""Which findings are listed, in which order, and how they are worded."""

from __future__ import annotations

from tests.review.builders import header_finding, session, text_finding
from viewer import review
from viewer.gui.item_models import wording
from viewer.gui.item_models.arranging import Filter, arrange
from viewer.model import Kind

_FOUND = (header_finding(1), header_finding(2), text_finding(1))


def _ids(wanted: Filter) -> list[str]:
    decisions = review.keep(review.accept(session(), "h1"), "h2", "a phantom").decisions()
    return [each.id for group in arrange(_FOUND, decisions, wanted) for each in group.findings]


def test_pixels_come_before_headers() -> None:
    assert _ids(Filter()) == ["t1", "h1", "h2"]


def test_filters_by_kind_state_text_and_series() -> None:
    assert _ids(Filter(kind=Kind.TEXT)) == ["t1"]
    assert _ids(Filter(state="Undecided")) == ["t1"]
    assert _ids(Filter(state="Accepted")) == ["h1"]
    assert _ids(Filter(state="Kept")) == ["h2"]
    assert _ids(Filter(text="12.03")) == ["t1"]
    assert _ids(Filter(series_uid="another")) == []


def test_a_value_is_masked_on_request_and_never_in_the_title() -> None:
    finding = header_finding(1)
    assert wording.value(finding, shown=True) == "Kowalski^Jan"
    assert "Kowalski" not in wording.value(finding, shown=False)
    assert "Kowalski" not in wording.title(finding)


def test_a_reason_is_a_sentence_and_says_how_sure_it_is() -> None:
    from dataclasses import replace

    listed = replace(header_finding(1), reason="PS3.15 2026d Table E.1-1: Z")
    assert wording.why(listed).startswith("On the standard's list")
    assert "Table E.1-1: Z" in wording.why(listed)
    assert wording.why(text_finding(1)) == "Why (90% sure)"


def test_a_value_with_line_breaks_stays_on_one_line() -> None:
    from dataclasses import replace

    from viewer.model import Masked

    finding = replace(header_finding(1), text=Masked("a\r\nb\x1b[31m\tc"))
    assert wording.value(finding, shown=True) == "a b [31m c"
