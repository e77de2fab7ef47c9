"""PDF documents keep their text without what identifies, or are replaced."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pydicom.dataset import Dataset

from tests.clean.header.builders import ct, save
from tests.clean.header.torture_run import clean_all
from viewer.clean import pdf_documents
from viewer.clean.header.documents import replacement_for
from viewer.clean.pdf_documents import clean_pdf
from viewer.identifiers import collect
from viewer.paths import resource

_PATIENT = ct()
_LINES = (
    (60, 720, "CT chest with contrast"),
    (60, 700, "Patient: Quastenflosser, Ottilie"),
    (60, 680, "born 04.07.1931"),
    (60, 660, "No nodule in the left lung"),
    (60, 640, "Signed by Hildegunde Bodenbender"),
)


def _pdf(lines: tuple[tuple[int, int, str], ...], *, title: str = "", image: bool = False) -> bytes:
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    text = "".join(f"BT /F1 11 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in lines)
    picture = "q 50 0 0 50 100 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n" if image else ""
    page.Contents = document.make_stream((text + picture).encode("latin-1"))
    document.docinfo["/Title"] = title
    document.attachments["secret.txt"] = b"Quastenflosser"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _text(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_range() for page in document]
    return [line.strip() for text in pages for line in text.splitlines() if line.strip()]


def test_the_text_is_set_anew_without_what_identifies() -> None:
    made = clean_pdf(_pdf(_LINES, title="Quastenflosser", image=True), collect([_PATIENT]))
    assert made is not None
    assert _text(made)[0] == "CT chest with contrast"
    assert "No nodule in the left lung" in _text(made)
    for word in ("Quastenflosser", "Ottilie", "1931", "Hildegunde", "Bodenbender"):
        assert word.lower() not in " ".join(_text(made)).lower()
        assert word.encode() not in made
    with pikepdf.open(io.BytesIO(made)) as document:
        assert len(document.pages) == 1
        assert "/Names" not in document.Root
        assert not dict(document.docinfo)
        assert "/XObject" not in document.pages[0].Resources


def test_cleaning_again_changes_nothing() -> None:
    known = collect([_PATIENT])
    once = clean_pdf(_pdf(_LINES), known)
    assert once is not None
    assert clean_pdf(once, known) == once


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 nonsense", _pdf(()), b"\0" * 5000])
def test_what_cannot_be_read_or_has_no_text_is_not_kept(content: bytes) -> None:
    assert clean_pdf(content, collect([_PATIENT])) is None


def test_a_document_that_does_not_give_back_what_was_set_is_not_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf_documents, "_written", lambda _: _pdf(_LINES))
    assert clean_pdf(_pdf(_LINES), collect([_PATIENT])) is None


def _instance(content: bytes) -> Dataset:
    ds = ct(SOPClassUID="1.2.840.10008.5.1.4.1.1.104.1")
    ds.MIMETypeOfEncapsulatedDocument = "application/pdf"
    del ds.PixelData
    ds.EncapsulatedDocument = content + b"\0" * (len(content) % 2)
    ds.EncapsulatedDocumentLength = len(content)
    return ds


def test_the_profile_chooses_and_the_default_replaces(tmp_path: Path) -> None:
    path = save(_instance(_pdf(_LINES)), tmp_path / "in")
    redacting = tmp_path / "redacting.toml"
    shipped = resource("profiles/research.toml").read_text("utf-8")
    redacting.write_text(shipped + 'documents = "redact"\n')
    found = {}
    for name in ("research", str(redacting)):
        [done] = clean_all([path], tmp_path / f"out{len(found)}", name).cleaned.values()
        length = int(done.dataset.EncapsulatedDocumentLength)
        found[name] = bytes(done.dataset.EncapsulatedDocument)[:length]
        assert {each.what for each in done.changes if each.method == "header.documents"} == {
            "cleaned" if name != "research" else "replaced"
        }
    assert found["research"] == replacement_for("application/pdf")
    assert _text(found[str(redacting)])[0] == "CT chest with contrast"
