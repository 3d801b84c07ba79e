"""Texts of data as prose: every sign stands for itself."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|@&~^$:%])")


def escape(text: str) -> str:
    """Return `text` so that neither Markdown nor expressions nor citations are read in it.

    Data come from others: what looks like an expression in a cell must never be computed.
    """
    return _SIGNS.sub(r"\\\1", text)
