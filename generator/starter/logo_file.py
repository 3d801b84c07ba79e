"""The logos of a brand file: `logo` read, and the pictures that it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ruamel.yaml.nodes import Node

from generator.inventory.picture_files import PictureFolder
from generator.inventory.pictures import Picture
from generator.inventory.placed_yaml import Reader, is_mapping
from generator.starter.brand import Logo, Tone

SIZES = ("small", "medium", "large")


class LogoReader:
    """Reads logos.

    Attributes:
        folder: Of the brand file, with the pictures that were read from it.
    """

    def __init__(self, reader: Reader, owner: str) -> None:
        """Tell errors to `reader`; logos are those of `owner`."""
        self.folder = PictureFolder(reader)
        self._reader = reader
        self._alt = f"Logo of {owner}" if owner else "Logo"
        self._images: dict[str, Picture] = {}

    def read(self, node: Node | None) -> Mapping[str, Logo]:
        """Return the logos by size; a single picture stands as the medium one."""
        if node is None:
            return {}
        if "path" in _keys(node) or not is_mapping(node):
            picture = self._picture(node)
            return {"medium": Logo(light=picture)} if picture else {}
        values = self._reader.mapping(node, ("images", *SIZES))
        for name, value in self._reader.mapping(values.get("images")).items():
            picture = self._picture(value)
            if picture:
                self._images[name] = picture
        found = {size: self._logo(values[size]) for size in SIZES if size in values}
        return {size: logo for size, logo in found.items() if logo}

    def _logo(self, node: Node) -> Logo | None:
        """Return one logo: a picture, or one for light and one for dark grounds."""
        if not _keys(node) & set(Tone):
            picture = self._picture(node)
            return Logo(light=picture) if picture else None
        pairs = self._reader.mapping(node, tuple(Tone))
        found = {Tone(tone): self._picture(value) for tone, value in pairs.items()}
        light, dark = found.get(Tone.LIGHT), found.get(Tone.DARK)
        return Logo(light=light, dark=dark) if light or dark else None

    def _picture(self, node: Node) -> Picture | None:
        """Return a picture that is named, or given as a path, or as `path` and `alt`."""
        alt = None
        if is_mapping(node):
            values = self._reader.mapping(node, ("path", "alt"))
            if "path" not in values:
                self._reader.refuse("a logo has no 'path'", node, "such as 'path: logo.png'")
                return None
            alt = self._reader.text(values.get("alt"), "a text")
            node = values["path"]
        path = self._reader.text(node, "the path of a picture")
        if path is None:
            return None
        picture = self._images.get(path) or self.folder.read(
            path, str(alt or self._alt), tuple(self._images)
        )
        return replace(picture, alt=str(alt)) if picture and alt else picture


def _keys(node: Node) -> set[str]:
    return {str(key.value) for key, _ in node.value} if is_mapping(node) else set()
