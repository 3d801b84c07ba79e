"""What a report says of itself, put where the template's furniture has a place for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.compose.report import Cover, Report
from generator.word.markup import Element, W
from generator.word.shownfields import set_text

_LAST_STEP = re.compile(r"(\w+)(?:\[\d+\])?\s*\Z")
"""The last step of an XPath, its name without the prefix."""

_OWN_STORES = frozenset(
    {"{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", "{6668398D-A668-4E3E-A5EB-62B293D839F1}"}
)
"""Stores that controls are bound to and that a report has, too: its two sets of properties."""

_PROMPT = re.compile(r"\s*(?:\[[^\[\]]{2,60}\]|<[^<>]{2,60}>|\{[^{}]{2,60}\}|«[^«»]{2,60}»)\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """The words for each place.

    Attributes:
        date: As the report writes it; `day` in ISO 8601.
        fields: Name of a field, in upper case → what it shows.
        bound: Name of a property that controls are bound to, in lower case → what they show.
    """

    title: str
    subtitle: str
    authors: str
    organisation: str
    date: str
    day: str
    fields: Mapping[str, str]
    bound: Mapping[str, str]


def read_imprint(report: Report) -> Imprint:
    """Return the words of `report` for its furniture."""
    properties = report.properties
    covers = (block.date for block in report.blocks if isinstance(block, Cover))
    date = next((day for day in covers if day), report.date or properties.issued.isoformat())
    authors, keywords = "; ".join(properties.authors), ", ".join(properties.keywords)
    bound = {
        "title": properties.title,
        "subject": properties.subtitle,
        "author": authors,
        "creator": authors,
        "keywords": keywords,
        "company": properties.organisation,
        "contentstatus": properties.status,
        "status": properties.status,
        "publishdate": date,
        "category": "",
        "comments": "",
        "description": "",
        "manager": "",
    }
    fields = {name.upper(): bound[name] for name in ("title", "subject", "author", "keywords")}
    fields |= {"COMMENTS": "", "LASTSAVEDBY": authors, "FILENAME": "", "SAVEDATE": date}
    fields |= {"CREATEDATE": date, "PRINTDATE": date}
    fields |= {f"DOCPROPERTY {name.upper()}": words for name, words in bound.items()}
    return Imprint(
        title=properties.title,
        subtitle=properties.subtitle,
        authors=authors,
        organisation=properties.organisation,
        date=date,
        day=properties.issued.isoformat(),
        fields=fields,
        bound=bound,
    )


def fill_controls(root: Element, imprint: Imprint) -> None:
    """Fill the content controls of a header or footer; take the prompts out of those left empty.

    Controls of Word may be bound to properties of the file, or to data that only the template has.
    """
    for control in list(root.iter(f"{W}sdt")):
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        if properties is None or content is None:
            continue
        binding = properties.find(f"{W}dataBinding")
        prompt = properties.find(f"{W}showingPlcHdr")
        name = _bound_name(binding) or _said_name(properties)
        date = properties.find(f"{W}date")
        if date is not None:
            date.set(f"{W}fullDate", f"{imprint.day}T00:00:00Z")
            _set_content(content, imprint.date)
        elif name in imprint.bound:
            _set_content(content, imprint.bound[name])
        elif prompt is not None:
            _set_content(content, "")
        if prompt is not None:
            properties.remove(prompt)
        if binding is not None and binding.get(f"{W}storeItemID", "").upper() not in _OWN_STORES:
            properties.remove(binding)


def fill_bound(root: Element, imprint: Imprint) -> None:
    """Fill the content controls that are bound to properties of the file, as Word will do."""
    for control in list(root.iter(f"{W}sdt")):
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        binding = None if properties is None else properties.find(f"{W}dataBinding")
        if properties is None or content is None or binding is None:
            continue
        name = _bound_name(binding)
        is_own = binding.get(f"{W}storeItemID", "").upper() in _OWN_STORES
        if is_own and name in imprint.bound:
            _set_content(content, imprint.bound[name])
            for prompt in properties.findall(f"{W}showingPlcHdr"):
                properties.remove(prompt)


def _bound_name(binding: Element | None) -> str:
    step = None if binding is None else _LAST_STEP.search(binding.get(f"{W}xpath", ""))
    return step[1].casefold() if step else ""


def _said_name(properties: Element) -> str:
    """Return what a control that is bound to nothing is called."""
    alias = properties.find(f"{W}alias")
    return "" if alias is None else alias.get(f"{W}val", "").strip().casefold()


def _set_content(content: Element, text: str) -> None:
    """Make `text` all that a control shows, in the look of its first run."""
    runs = list(content.iter(f"{W}r"))
    for number, run in enumerate(runs):
        if number or not text:
            run.getparent().remove(run)
            continue
        style = run.find(f"{W}rPr/{W}rStyle")
        if style is not None:  # that of prompts, which is grey
            style.getparent().remove(style)
        set_text(run, text)


def fill_prompts(root: Element, imprint: Imprint) -> None:
    """Put the report's words where a line is a prompt in brackets, such as `[Report title]`."""
    meant = (
        (("subtitle", "sub-title"), imprint.subtitle),
        (("title",), imprint.title),
        (("author",), imprint.authors),
        (("organisation", "organization", "company", "institution"), imprint.organisation),
        (("date",), imprint.date),
        (("year",), imprint.day[:4]),
    )
    for line in root.iter(f"{W}p"):
        runs = [run for run in line.iterchildren(f"{W}r") if run.find(f"{W}t") is not None]
        text = "".join(mark.text or "" for run in runs for mark in run.iterchildren(f"{W}t"))
        if not runs or not _PROMPT.match(text):
            continue
        words = next(
            (words for keys, words in meant if any(key in text.casefold() for key in keys)), None
        )
        if words is not None:
            set_text(runs[0], words)
            for run in runs[1:]:
                line.remove(run)
