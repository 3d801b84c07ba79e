"""Reads documents that were written on a foreign template, and tells what is wrong with them.

Shares no code with the builders: parts are read from the zip and parsed as they stand there.
"""

from __future__ import annotations

from tests.foreign.packages import check_ids, check_live, check_package
from tests.foreign.reports import check_furniture, check_leftovers, check_report
from tests.foreign.slides import check_sample_slides, check_sizes, check_slides
from tests.foreign.text import find_lost, find_sentences, read_all_text
from tests.foreign.written import Trouble, Written

__all__ = [
    "Trouble",
    "Written",
    "check_furniture",
    "check_ids",
    "check_leftovers",
    "check_live",
    "check_package",
    "check_report",
    "check_sample_slides",
    "check_sizes",
    "check_slides",
    "find_lost",
    "find_sentences",
    "read_all_text",
]
