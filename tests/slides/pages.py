"""What every planned page must keep, whatever stands on it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.inventory.deck import DeckTemplate
from generator.slides.fit import Faces, measure_height
from generator.slides.page import GroupItem, Item, Page, ShapeItem, TableItem, TextItem
from generator.units import Box


def check_page(page: Page, template: DeckTemplate) -> None:
    """Assert that nothing leaves the slide, no text leaves its box, and no two things overlap."""
    faces = Faces(body=template.theme.minor, heading=template.theme.major)
    for place in find_boxes(page):
        assert place.left >= 0, page.id
        assert place.top >= 0, page.id
        assert place.right <= template.size.width, page.id
        assert place.bottom <= template.size.height, page.id
    for text in find_texts(page):
        left, top, right, bottom = text.insets
        height = measure_height(text.paras, text.box.width - left - right, faces)
        assert height <= text.box.height - top - bottom + 1, (page.id, text.name)
    for one, other in combinations(find_solid(page), 2):
        assert not overlap(one.box, other.box), (page.id, one.name, other.name)
    for table in (item for item in page.items if isinstance(item, TableItem)):
        check_table(table, faces)


def check_table(table: TableItem, faces: Faces) -> None:
    """Assert that no cell's text is higher than its row, and that the sums are right."""
    assert sum(table.widths) == table.box.width
    assert sum(table.heights) == table.box.height
    for height, row in zip(table.heights, table.rows, strict=True):
        for width, cell in zip(table.widths, row, strict=True):
            left, top, right, bottom = cell.insets
            assert measure_height(cell.paras, width - left - right, faces) <= height - top - bottom


def find_boxes(page: Page) -> Iterator[Box]:
    """Yield the box of everything on `page`."""
    for item in page.items:
        yield item.box
        if isinstance(item, GroupItem):
            yield from (inner.box for inner in item.items)


def find_solid(page: Page) -> Iterator[Item]:
    """Yield what must not overlap: all but rules, panels and markers."""
    for item in page.items:
        if isinstance(item, GroupItem):
            yield from (inner for inner in item.items if isinstance(inner, TextItem))
        elif not isinstance(item, ShapeItem):
            yield item


def overlap(one: Box, other: Box) -> bool:
    """Return whether two boxes share more than an edge."""
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def find_texts(page: Page) -> Iterator[TextItem]:
    """Yield every text of `page`, those in groups included."""
    for item in page.items:
        match item:
            case TextItem():
                yield item
            case GroupItem():
                yield from (inner for inner in item.items if isinstance(inner, TextItem))
            case _:
                pass
