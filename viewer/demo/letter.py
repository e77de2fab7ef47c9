"""The encapsulated PDF: a letter of a few lines, made without any PDF library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydicom import Dataset
from pydicom.uid import EncapsulatedPDFStorage, ExplicitVRLittleEndian

from viewer.demo.header import new_instance
from viewer.demo.recipe import DemoObject, Recipe


def letter(recipe: Recipe, thing: DemoObject, _size: str) -> Iterator[tuple[str, Dataset]]:
    """File name and data set of the one document."""
    ds = new_instance(recipe, thing, EncapsulatedPDFStorage, ExplicitVRLittleEndian, "DOC")
    ds.ConversionType = "WSD"
    ds.AcquisitionDateTime = thing.study.date + thing.study.time
    ds.BurnedInAnnotation = "YES"
    ds.DocumentTitle = recipe.fill(recipe.letter["title"], thing.study)
    ds.ConceptNameCodeSequence = []
    lines = [recipe.fill(line, thing.study) for line in recipe.letter["lines"]]
    document = pdf(ds.DocumentTitle, lines)
    ds.MIMETypeOfEncapsulatedDocument = "application/pdf"
    ds.EncapsulatedDocumentLength = len(document)
    ds.EncapsulatedDocument = document + b"\0" * (len(document) % 2)
    yield thing.file, ds


def pdf(title: str, lines: Sequence[str]) -> bytes:
    """A one-page PDF 1.4 (ISO 32000) with uncompressed text; Latin-1 characters only."""
    page = b"BT /F1 11 Tf 50 780 Td 18 TL " + b" ".join(_shown(line) for line in lines) + b" ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title " + _literal(title) + b" >>",
    ]
    return _assembled(objects)


def _assembled(objects: Sequence[bytes]) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (size, size - 1)
        + b"startxref\n%d\n%%%%EOF\n" % len(body)
    )


def _shown(line: str) -> bytes:
    return _literal(line) + b" Tj T*"


def _literal(text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return b"(" + escaped.encode("latin-1") + b")"
