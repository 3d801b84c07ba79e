"""Pictures as values: `{{ logo }}` in running text, in a shape, or in the alt text of another.

In Word it stands in the line; on a slide it takes the place of the shape whose only text is its
tag. In the alternative text of a picture of the template it takes that picture's place.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

from generator.errors import DataError, MissingError
from generator.ooxml.images import MOST, Image, parse_image
from generator.ooxml.images.image import TYPES
from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.spot import Frame, Spot
from generator.places import Place
from generator.units import Emu, Size


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> object: ...


ImageSource: TypeAlias = "bytes | Path | str | _Readable"
"""The content of a picture, its path, or an open file."""

FITS = ("contain", "cover")


class InlineImage:
    """A picture for a tag: `{{ logo }}`.

    Args:
        image: PNG, JPEG, GIF, BMP, TIFF, SVG, EMF or WMF: bytes, a path, or an open binary file.
        width: In EMU, as the lengths of python-docx and python-pptx are (`Mm(20)`). With one
            side alone the other keeps the proportions. None for the size that the file tells
            (72 dots to the inch where it does not), or the room where that is less.
        height: The same.
        alt: What a reader who cannot see it is told; empty for a picture that only decorates.
        link: Address that a click leads to.
        fit: In a frame of other proportions: `contain` shows all of it, `cover` fills the frame
            and cuts what is over. None is `contain` for logos, drawings and whatever else has
            transparent parts, and in a shape; else `cover`. It is never distorted.
        fallback: A PNG for programs that show no SVG; None takes the one that lies beside the
            file under its name.

    Raises:
        MissingError: The file cannot be read.
        DataError: It is no picture that Office shows, is broken, or too large; or a length or
            `fit` makes no sense.
    """

    has_text = False
    """What tags in plain text ask a value for."""

    def __init__(  # noqa: PLR0913 - a constructor of plain options
        self,
        image: ImageSource,
        width: int | None = None,
        height: int | None = None,
        alt: str = "",
        *,
        link: str = "",
        fit: str | None = None,
        fallback: ImageSource | None = None,
    ) -> None:
        self.image = _read(image)
        self.width = _check_length(width, "width")
        self.height = _check_length(height, "height")
        self.alt = alt
        self.link = link
        self.fit = fit
        if fit is not None and fit not in FITS:
            raise DataError(f"'{fit}' is no fit", hint="write 'contain' or 'cover'")
        self.fallback = _read_fallback(image, fallback) if self.image.kind == "svg" else None

    def __str__(self) -> str:
        """Return what stands for the picture where there can be text alone."""
        return self.alt

    def fit_in(self, room: Size) -> Size:
        """Return the size to show it in: the one asked for, else its own unless `room` is less."""
        own = self.image.size
        if self.width and self.height:
            return Size(self.width, self.height)
        if self.width:
            return Size(self.width, Emu(max(1, round(self.width * own.height / own.width))))
        if self.height:
            return Size(Emu(max(1, round(self.height * own.width / own.height))), self.height)
        scale = min(1.0, room.width / own.width, room.height / own.height)
        return Size(Emu(max(1, int(own.width * scale))), Emu(max(1, int(own.height * scale))))

    def build_at(self, spot: Spot) -> Sequence[Element]:
        """Return the run that shows it; on a slide nothing, since it takes the shape's place."""
        if spot.package.kind == "slides":
            from generator.ooxml.tags.slidepictures import replace_shape

            replace_shape(self, spot)
            return ()
        from generator.ooxml.tags.wordpictures import build_picture

        return build_picture(self, spot)

    def replace_at(self, frame: Frame) -> None:
        """Put it in the place of the picture of the template whose alternative text named it."""
        from generator.ooxml.tags.altpictures import replace_picture

        replace_picture(self, frame)


def relate_image(package: Package, part: str, image: Image) -> str:
    """Return the id by which `part` refers to a picture; the same picture is there only once."""
    name = add_image(package, image)
    for link in package.links.get(part, ()):
        if link.kind == "image" and link.target == name:
            return link.id
    return package.relate(part, "image", name)


def add_image(package: Package, image: Image) -> str:
    """Put a picture into `package`, unless it is there; return the name of its part."""
    folder = package.main.rpartition("/")[0]
    digest = hashlib.sha256(image.data).hexdigest()[:16]
    name = f"{folder}/media/picture-{digest}.{image.kind}"
    if not package.has(name):
        package.add_part(name, image.data, TYPES[image.kind])
    return name


def _read(source: ImageSource) -> Image:
    name = f"'{Path(source).name}'" if isinstance(source, Path | str) else "the picture"
    place = Place(file=str(source)) if isinstance(source, Path | str) else None
    try:
        return parse_image(_read_bytes(source))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise MissingError(f"cannot read {name}: {reason}", place=place) from error
    except ValueError as error:
        raise DataError(f"{name} {error}", place=place) from error


def _read_bytes(source: ImageSource) -> bytes:
    """Return the content of `source`; of one that is too large, enough to tell that it is."""
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source)
    if isinstance(source, Path | str):
        with Path(source).open("rb") as stream:
            return stream.read(MOST.size + 1)
    if not hasattr(source, "read"):
        raise ValueError(f"is a {type(source).__name__}: give bytes, a path or an open file")
    data = source.read(MOST.size + 1)
    if isinstance(data, bytes):
        return data
    raise ValueError("is an open file of text: open it with 'rb'")


def _read_fallback(source: ImageSource, fallback: ImageSource | None) -> Image:
    if fallback is None and isinstance(source, Path | str):
        twin = Path(source).with_suffix(".png")
        fallback = twin if twin.is_file() else None
    if fallback is None:
        raise DataError(
            "an SVG needs a PNG beside it for the programs that show no SVG",
            hint="put one with the same name beside it, or give it as 'fallback'",
        )
    image = _read(fallback)
    if image.kind != "png":
        raise DataError(f"the fallback of an SVG is a {image.kind.upper()}", hint="give a PNG")
    return image


def _check_length(length: object, name: str) -> Emu | None:
    if length is None:
        return None
    if isinstance(length, bool) or not isinstance(length, int | float) or length < 1:
        raise DataError(
            f"'{length}' is no {name}",
            hint="it counts EMU, of which an inch has 914400; Mm(20) of python-docx gives them",
        )
    return Emu(int(length))
