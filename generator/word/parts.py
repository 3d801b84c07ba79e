"""New parts of an open package."""

from __future__ import annotations

from docx.opc.packuri import PackURI
from docx.opc.part import Part


def new_part(name: str, content_type: str, data: bytes, owner: Part) -> Part:
    """Return a part named `name` in the package of `owner`; nothing relates to it yet."""
    package = owner.package
    return Part(PackURI(name), content_type, data, package)  # pyright: ignore[reportArgumentType] - any package will do
