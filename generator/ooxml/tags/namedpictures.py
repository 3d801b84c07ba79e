"""Pictures of a template replaced by their names: those that no tag stands in the alt text of.

So the contexts of docxtpl carry over, whose templates hold dummy pictures to be replaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.errors import TemplateError, suggest
from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.altpictures import DESCRIBED, drop_unused, find_drawn, replace_picture
from generator.ooxml.tags.blips import fill_blip
from generator.ooxml.tags.dialect import A, R
from generator.ooxml.tags.pictures import ImageSource, InlineImage
from generator.ooxml.tags.spot import Frame
from generator.places import Place

Pictures: TypeAlias = "Mapping[str | bytes, ImageSource | InlineImage]"
"""What a picture of the template is called, or its content → what takes its place."""

_NAMES = ("name", "descr", "title", "alt")
_BLIPS = (f"{A}blip", "{urn:schemas-microsoft-com:vml}imagedata")


def replace_named(package: Package, pictures: Pictures) -> None:
    """Put `pictures` in the place of those of the template, wherever in it they are shown.

    A picture keeps its frame and, unless the new one has another, its alternative text.

    Args:
        package: Changed in place.
        pictures: By the name, the alternative text or the title that Office shows, the name of
            the file that it was inserted from, or by its bytes.

    Raises:
        TemplateError: The template has no such picture.
        DataError: What is to take its place is none. MissingError if it cannot be read.
    """
    made = {
        key: source if isinstance(source, InlineImage) else InlineImage(source)
        for key, source in pictures.items()
    }
    left, known = set(made), set[str]()
    for part in [name for name in package.names if name.endswith(".xml")]:
        if any(link.kind == "image" for link in package.links.get(part, ())):
            left -= _Part(package, part, known).replace(made)
    for key in sorted(left, key=str):
        said = f"called '{key}'" if isinstance(key, str) else f"of those {len(key)} bytes"
        raise TemplateError(
            f"the template has no picture {said}",
            place=Place(file=str(package.path)),
            hint=suggest(key, known) if isinstance(key, str) else None,
        )


class _Part:
    """A part that shows pictures.

    Args:
        package: Changed in place.
        name: Of the part.
        known: Takes the names of its pictures.
    """

    def __init__(self, package: Package, name: str, known: set[str]) -> None:
        self._package = package
        self._name = name
        self._known = known
        self._root = package.read_xml(name)
        self._shown = {
            link.id: package.parts[link.target]
            for link in package.find_links(name)
            if link.kind == "image" and package.has(link.target)
        }

    def replace(self, made: Mapping[str | bytes, InlineImage]) -> set[str | bytes]:
        """Replace what `made` has something for; return the keys that were found."""
        found: set[str | bytes] = set()
        before: set[str] = set()
        for element, names in list(self._list_named()):
            key = next((name for name in names if name in made), None)
            if key is not None:
                before.update(self._list_ids(element))
                self._replace(made[key], element)
                found.add(key)
        for blip in list(self._root.iter(_BLIPS[0])):  # such as the background of a slide
            key = self._shown.get(blip.get(f"{R}embed", ""), b"")
            if key in made:
                before.update(self._list_ids(blip))
                fill_blip(blip, made[key], self._package, self._name)
                found.add(key)
        if found:
            drop_unused(self._package, self._name, self._root, before)
            self._package.write_xml(self._name, self._root)
        return found

    def _list_named(self) -> Iterator[tuple[Element, list[str | bytes]]]:
        """Yield what holds the names of one picture, with these and its bytes."""
        taken: set[Element] = set()
        for element in self._root.iter(*DESCRIBED):
            blips = list(find_drawn(element).iter(*_BLIPS))
            if len(blips) != 1 or blips[0] in taken:
                continue
            held = [element, *(each for each in find_drawn(element).iter(*DESCRIBED))]
            names = [text for each in held for name in _NAMES if (text := each.get(name))]
            self._known.update(names)
            taken.update(blips)
            datas = [self._shown.get(id_, b"") for id_ in self._list_ids(blips[0])]
            yield element, [*names, *datas]

    def _list_ids(self, element: Element) -> set[str]:
        drawn = find_drawn(element) if element.tag in DESCRIBED else element
        return {
            value
            for each in drawn.iter(*_BLIPS)
            for key, value in each.attrib.items()
            if key.startswith(R)
        }

    def _replace(self, image: InlineImage, element: Element) -> None:
        def refuse(message: str, hint: str | None) -> None:
            raise TemplateError(message, place=Place(file=str(self._package.path)), hint=hint)

        frame = Frame(package=self._package, part=self._name, properties=element, report=refuse)
        replace_picture(image, frame, keeps_text=not image.alt)
