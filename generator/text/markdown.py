"""The Markdown that prose is written in: CommonMark, tables, footnotes, citations, mentions.

Makes tokens only; what they mean is for the readers of tokens. The door to markdown-it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def

MAX_NESTING = 100
"""Markdown-it drops what is nested deeper without a word; readers refuse lists long before."""

_NAME = re.compile(r"@([A-Za-z0-9](?:[\w-]*\w)?)")
_NOTE = re.compile(r"\[\^([^\s\]\[^]+)\]")
_SCHEME = re.compile(r"(?:^|[^A-Za-z0-9])(https?)$", re.IGNORECASE)
_ADDRESS = re.compile(r"://[^\s<>\"|\\`\[\]{}]+")
_AFTER_ADDRESS = ".,;:!?'’”»*_~"
# Before an @ that is part of an e-mail address or of another word.
_IN_WORD = re.compile(r"[\w.+/%-]")


def parse_document(text: str) -> list[Token]:
    """Return the tokens of a text of several blocks."""
    env: dict[str, Any] = {}
    return _parser().parse(text, env)


def parse_line(text: str) -> Token:
    """Return one `inline` token: `text` as a single paragraph in which no block can begin."""
    return _parser().parseInline(text, {})[0]


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    # Prose in a data file is indented for reasons of its own.
    parser.disable("code")
    # Addresses are checked, with their place, by the reader of the tokens.
    parser.validateLink = lambda url: True
    parser.normalizeLink = lambda url: url
    parser.normalizeLinkText = lambda link: link
    parser.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": _INTERRUPTED})
    parser.inline.ruler.before("link", "citation", _read_citation)
    parser.inline.ruler.before("link", "note", _read_note)
    parser.inline.ruler.before("link", "mention", _read_mention)
    parser.inline.ruler.before("link", "address", _read_address)
    return parser


_INTERRUPTED = ["paragraph", "reference"]


def _read_citation(state: StateInline, silent: bool) -> bool:
    """Read `[@nec, p. 3; @oecd]` to a token `citation` with the text between the brackets."""
    if not state.src.startswith("[@", state.pos):
        return False
    end = state.src.find("]", state.pos, state.posMax)
    if end < 0:
        return False
    if not silent:
        _push(state, "citation", state.src[state.pos + 1 : end])
    state.pos = end + 1
    return True


def _read_note(state: StateInline, silent: bool) -> bool:
    """Read `[^1]` to a token `note` with the label."""
    match = _NOTE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        _push(state, "note", match[1])
    state.pos = match.end()
    return True


def _read_mention(state: StateInline, silent: bool) -> bool:
    """Read `@fig-amounts` to a token `mention` with the name; not in a word or escaped."""
    match = _NAME.match(state.src, state.pos, state.posMax)
    before = state.src[max(state.pos - 2, 0) : state.pos]
    if not match or before == "\\[" or _IN_WORD.fullmatch(before[-1:]):
        return False
    if not silent:
        _push(state, "mention", match[1])
    state.pos = match.end()
    return True


def _read_address(state: StateInline, silent: bool) -> bool:
    """Read a bare `https://…` to a link; its scheme has been read as text before."""
    if not state.src.startswith("://", state.pos) or state.linkLevel > 0:
        return False
    scheme = _SCHEME.search(state.pending)
    match = _ADDRESS.match(state.src, state.pos, state.posMax)
    if not scheme or not match:
        return False
    rest = _trim_address(match[0])
    if len(rest) <= len("://"):
        return False
    if not silent:
        state.pending = state.pending[: scheme.start(1)]
        _push_link(state, scheme[1] + rest)
    state.pos += len(rest)
    return True


def _trim_address(address: str) -> str:
    """Return an address without the punctuation of the sentence that it ends."""
    while address:
        is_unopened = address[-1] == ")" and address.count(")") > address.count("(")
        if not is_unopened and address[-1] not in _AFTER_ADDRESS:
            break
        address = address[:-1]
    return address


def _push(state: StateInline, kind: str, content: str) -> None:
    position = state.pos
    token = state.push(kind, "", 0)
    token.content = content
    token.meta = {"position": position}


def _push_link(state: StateInline, address: str) -> None:
    state.push("link_open", "a", 1).attrs = {"href": address}
    state.push("text", "", 0).content = address
    state.push("link_close", "a", -1)
