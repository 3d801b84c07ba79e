"""A Word document as a value: `{{p annex }}` puts all its text into another one."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, TypeAlias

from generator.errors import DataError, MissingError, TemplateError
from generator.findings import Finding
from generator.ooxml.archive import LARGEST_FILE
from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.spot import Spot


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> object: ...


class _Saved(Protocol):
    def save(self, stream: BytesIO, /) -> None: ...


DocumentSource: TypeAlias = "bytes | Path | str | _Readable | _Saved"
"""A Word file: its content, its path, an open file, or a document of python-docx."""

_NAME = "document.docx"


class Subdocument:
    """The text of another Word document: `{{p annex }}`.

    It is inserted with its tables, pictures, charts, links, notes and lists. Styles are matched by
    name, so that it takes on the looks of the template; those that the template lacks come along.
    Its headers, footers and page sections stay behind, as do comments, and whatever no document of
    ours may carry: macros, embedded objects, links to other files. Tags in it are plain text.

    Args:
        document: A Word file: bytes, a path, an open binary file, or a document of python-docx.

    Attributes:
        findings: What was left out of it when it was opened.

    Raises:
        MissingError: The file cannot be read.
        TemplateError: It is no Word document, or is one that no template may be either: protected,
            damaged, too large, made to harm.
    """

    has_text = False
    """What tags in plain text ask a value for."""

    def __init__(self, document: DocumentSource) -> None:
        self._package = _open(document)
        self.findings: tuple[Finding, ...] = tuple(self._package.findings)

    def build_at(self, spot: Spot) -> Sequence[Element]:
        """Return its paragraphs and tables."""
        if spot.package.kind != "word" or spot.dialect.name != "word":
            spot.report("a Word document can stand in the text of another one alone", None)
            return ()
        from generator.ooxml.tags.merging import merge_document

        return merge_document(self._package, spot)


def _open(document: DocumentSource) -> Package:
    from generator.ooxml.opening import check_word, open_package

    if isinstance(document, Path | str):
        if not Path(document).exists():
            raise MissingError(f"the document '{Path(document).name}' does not exist")
        package = open_package(Path(document))
        check_word(package)
        return package
    with TemporaryDirectory() as folder:
        path = Path(folder) / _NAME
        path.write_bytes(_read(document))
        try:
            package = open_package(path)
            check_word(package)
        except TemplateError as error:
            raise TemplateError(error.message, hint=error.hint) from error
        return package


def _read(document: DocumentSource) -> bytes:
    if isinstance(document, bytes | bytearray | memoryview):
        return bytes(document)
    if hasattr(document, "save"):
        stream = BytesIO()
        document.save(stream)  # pyright: ignore[reportAttributeAccessIssue] - asked for above
        return stream.getvalue()
    if hasattr(document, "read"):
        data: object = document.read(LARGEST_FILE + 1)  # pyright: ignore[reportAttributeAccessIssue]
        if isinstance(data, bytes):
            return data
    raise DataError(
        f"a {type(document).__name__} is no Word document",
        hint="give bytes, a path, an open binary file or a document of python-docx",
    )
