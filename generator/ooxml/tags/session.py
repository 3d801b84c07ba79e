"""One rendering of a package: what its parts share while they run, and what went wrong."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from types import FrameType
from typing import Any, cast

from jinja2 import Template, Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.utils import missing as nothing

from generator.errors import GeneratorError, suggest
from generator.ooxml.opc import Element, Package
from generator.ooxml.tags.altpictures import MARK
from generator.ooxml.tags.compiling import FILE, Compiled, parse_alone
from generator.ooxml.tags.dialect import Dialect
from generator.ooxml.tags.filters import read_rendered
from generator.ooxml.tags.limits import Budget, LimitError, Loop
from generator.ooxml.tags.links import is_address, relate_address
from generator.ooxml.tags.measuring import check_written
from generator.ooxml.tags.missing import Missing
from generator.ooxml.tags.paths import list_names, write_path
from generator.ooxml.tags.sandbox import TagEnvironment
from generator.ooxml.tags.spot import Frame, Insert, Replacement, Spot
from generator.ooxml.tags.tag import Problem, Tag
from generator.ooxml.tags.values import Paragraphs, parse_colour
from generator.ooxml.tags.wrapping import (
    ALT,
    CODE,
    FILL,
    JOIN,
    LINK,
    LOOP,
    PLAIN,
    RUN,
    SPAN,
    TEXT,
    UNWRITTEN,
    WHOLE,
    WRITTEN,
)
from generator.ooxml.tags.written import NOTHING, OBJECT, Rendered, write_plain, write_text

_MAX_SPAN = 63
"""Columns that a Word table can have."""

_SAID = 200


class Session:
    """A rendering while it runs.

    Attributes:
        package: The file that is rendered.
        environment: What its sources run in.
        problems: What went wrong so far.
        failed: The tag at which the last run stopped; None if it did not, or at none.
        allows_missing: Whether what the context lacks counts as nothing instead of being noted.
    """

    def __init__(
        self,
        package: Package,
        context: Mapping[str, object],
        filters: Mapping[str, Callable[..., Any]],
        globals_: Mapping[str, object],
    ) -> None:
        self.package = package
        self.problems: list[Problem] = []
        self.failed: Tag | None = None
        self.allows_missing = False
        self.environment = TagEnvironment(Budget(), filters, globals_)
        self.environment.undefined = type("Missing", (Missing,), {"witness": self, "__slots__": ()})
        self._add_filters()
        self._context = dict(context)
        self._running: Compiled | None = None
        self._template: Template | None = None
        self._seen: set[tuple[int, object]] = set()
        self._objects: list[tuple[Insert, str, Tag | None]] = []

    @property
    def names(self) -> frozenset[str]:
        """Return the names that the context defines."""
        return frozenset(self._context)

    def run(self, compiled: Compiled) -> str | None:
        """Return the XML that a part comes out as; None when something stopped it, which is noted.

        Raises:
            LimitError: The template is at its limits, so that nothing more should be run.
        """
        self.failed = None
        if compiled.code is None:
            return None
        environment = self.environment
        template = Template.from_code(environment, compiled.code.code, environment.globals)
        environment.macro_weight = compiled.code.macro_weight
        self._running, self._template, self._seen = compiled, template, set()
        try:
            return "".join(template.root_render_func(template.new_context(self._context)))
        except RecursionError:
            self._note_failure(
                "macros call each other without end, or lists are nested too deeply", None
            )
        except LimitError as error:
            self._note_failure(str(error), error.hint)
            raise
        except Exception as error:  # noqa: BLE001 - whatever the values of the context raise
            self._note_error(error)
        finally:
            self.environment.loops.clear()
        return None

    def build(
        self, number: str, run: Element, paragraph: Element, dialect: Dialect, *, part: str = ""
    ) -> Sequence[Element]:
        """Return the elements of the value that an instruction stands for.

        Args:
            number: What the instruction says.
            run: The run that it stands in.
            paragraph: The paragraph around.
            dialect: The kind of text.
            part: Name of the part that it came to stand in; empty for the tag's own.
        """
        value, level, tag = self._objects[int(number)]
        report = self._report_at(tag)
        spot = Spot(
            package=self.package,
            part=part or (tag.part if tag else self.package.main),
            dialect=dialect,
            level=level,
            run=run,
            paragraph=paragraph,
            report=report,
            place=tag.place if tag else "",
        )
        try:
            return value.build_at(spot)
        except ValueError as error:
            report(str(error), None)
            return ()

    def replace(self, number: str, drawn: Element, part: str) -> None:
        """Put a value in the place of what its alternative text describes.

        Args:
            number: What the mark at that text says.
            drawn: The element with that text.
            part: Name of the part.
        """
        if not number.isdecimal() or int(number) >= len(self._objects):
            return  # the template wrote it
        value, _, tag = self._objects[int(number)]
        if not isinstance(value, Replacement):
            return
        report = self._report_at(tag)
        frame = Frame(package=self.package, part=part, properties=drawn, report=report)
        value.replace_at(frame)

    def _report_at(self, tag: Tag | None) -> Callable[[str, str | None], None]:
        """Return what notes a problem with the value of `tag`."""

        def report(message: str, hint: str | None) -> None:
            self._note(Problem(place=tag.place if tag else "", message=message, hint=hint))

        return report

    def note_missing(self, missing: Missing) -> None:
        """Note that a template uses a value that is not there."""
        if self.allows_missing and not missing.is_unsafe:
            return
        tag = self._find_current()
        key = (tag.number if tag else -1, missing.name)
        if key in self._seen:
            return
        self._seen.add(key)
        name = str(missing.name)
        place = tag.place if tag else ""
        path = self._find_path(tag, name) if missing.owner is not nothing else name
        if missing.is_unsafe:
            message = f"'{path}' must not be reached from a template"
            self._note(Problem(place=place, message=message))
            return
        known = self._list_known(missing)
        message = f"unknown name '{name}'" + (f" in '{path}'" if path != name else "")
        self._note(Problem(place=place, message=message, hint=suggest(name, known)))

    def _list_known(self, missing: Missing) -> list[str]:
        if missing.owner is nothing:
            return [*self._context, *self.environment.globals]
        return list_names(missing.owner)

    def _find_path(self, tag: Tag | None, name: str) -> str:
        """Return the expression that ends in `name`, with the rounds of its loops: `a[2].name`."""
        tree = parse_alone(tag, self.environment) if tag else None
        if tree is not None:
            for node in tree.find_all((nodes.Getattr, nodes.Getitem)):
                path = write_path(node, self.environment.loops)
                if path.endswith((f".{name}", f"[{name}]")):
                    return path
        return name

    def _note_error(self, error: Exception) -> None:
        if isinstance(error, SecurityError):
            self._note_failure("it reaches for what a template must not touch", None, error)
        elif isinstance(error, MemoryError):
            self._note_failure("it takes more memory than there is", None, error)
        elif isinstance(error, GeneratorError):
            self._note_failure(error.message, error.hint, error)
        else:
            said = re.sub(r"\s+", " ", str(error))[:_SAID]
            self._note_failure(f"{type(error).__name__}: {said}", None, error)

    def _note_failure(self, said: str, hint: str | None, error: Exception | None = None) -> None:
        line = None
        traceback = (error or sys.exc_info()[1] or Exception()).__traceback__
        while traceback is not None:
            if traceback.tb_frame.f_code.co_filename == FILE:
                line = self._map_line(traceback.tb_lineno)
            traceback = traceback.tb_next
        self.failed = tag = self._find_tag(line)
        message = f"'{tag.source}' cannot be worked out: {said}" if tag else said
        self._note(Problem(place=tag.place if tag else "", message=message, hint=hint))

    def _note(self, problem: Problem) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    def _find_tag(self, line: int | None) -> Tag | None:
        return self._running.source.find_tag(line) if self._running else None

    def _map_line(self, line: int) -> int | None:
        return self._template.get_corresponding_lineno(line) if self._template else None

    def _add_filters(self) -> None:
        self.environment.filters.update(
            {
                TEXT: self._write_text,
                PLAIN: self._write_plain,
                ALT: self._write_alt,
                RUN: self._write_run,
                WHOLE: self._write_whole,
                CODE: self._write_code,
                LINK: self._write_link,
                SPAN: self._write_span,
                FILL: self._write_fill,
                LOOP: self._start_loop,
                WRITTEN: _mark_written,
                UNWRITTEN: _read_written,
                JOIN: self.environment.join,
            }
        )

    @pass_context
    def _start_loop(self, _: Context, items: object, number: int) -> object:
        if isinstance(items, Missing):
            iter(items)
            items = ()
        if not hasattr(items, "__iter__") and not hasattr(items, "__getitem__"):
            raise TypeError(f"a {type(items).__name__} is nothing that a loop can go over")
        loops = self._running.code.loops if self._running and self._running.code else ()
        return Loop(items, loops[number], self.environment.budget, self.environment.loops)

    @pass_context
    def _write_text(self, _: Context, value: object) -> str:
        return self._write(value, "text")

    @pass_context
    def _write_run(self, _: Context, value: object) -> str:
        return self._write(value, "run")

    @pass_context
    def _write_whole(self, _: Context, value: object) -> str:
        if isinstance(value, list | tuple):
            value = Paragraphs.of(value)
        return self._write(value, "paragraph") or f"<?{NOTHING}?>"

    def _write(self, value: object, level: str) -> str:
        """Return what stands for `value` in a text: itself, escaped, or an instruction."""
        if type(value) is str:
            text = value
        elif value is None or isinstance(value, Undefined):
            return "" if value is None else str(value)
        elif isinstance(value, Rendered):
            self.environment.budget.take_text(len(value))
            return value
        elif hasattr(value, "build_at"):
            self._objects.append((cast("Insert", value), level, self._find_current()))
            return Rendered(f"<?{OBJECT} {len(self._objects) - 1}?>")
        else:
            check_written(value, self.environment.budget)
            text = str(value)
        self.environment.budget.take_text(len(text))
        return self._escape(write_text, text)

    @pass_context
    def _write_alt(self, context: Context, value: object) -> str:
        """Write a value into an alternative text that is no more than its tag."""
        if not hasattr(value, "replace_at"):
            return self._write_plain(context, value)
        self._objects.append((cast("Insert", value), "text", self._find_current()))
        # An attribute of its own: no text of a template or a value can forge it.
        alt = self._escape(write_plain, str(value))
        return Rendered(f'{alt}" {MARK}{len(self._objects) - 1}="')

    @pass_context
    def _write_plain(self, _: Context, value: object) -> str:
        if value is None:
            return ""
        if not getattr(value, "has_text", True):
            self._refuse(type(value).__name__, "can be no part of a plain text")
            return ""
        check_written(value, self.environment.budget)
        text = read_rendered(value) if isinstance(value, Rendered) else str(value)
        self.environment.budget.take_text(len(text))
        return self._escape(write_plain, text)

    def _escape(self, write: Callable[[str], Rendered], text: str) -> Rendered:
        try:
            return write(text)
        except ValueError as error:
            tag = self._find_current()
            place, said = (tag.place, f"'{tag.source}': ") if tag else ("", "")
            self._note(Problem(place=place, message=f"{said}{error}"))
            return Rendered("")

    @pass_context
    def _write_code(self, context: Context, value: object) -> str:
        """Write a value into the code of a field, where it stands between quotes."""
        check_written(value, self.environment.budget)
        said = "" if value is None else str(value)
        return self._write_plain(context, said.replace("\\", r"\\").replace('"', r"\""))

    @pass_context
    def _write_link(self, _: Context, value: object) -> str:
        """Write the id of a relationship to an address, which is added to the tag's part."""
        address, tag = str(value), self._find_current()
        if not is_address(address):
            self._refuse(value, "is no address: it must begin with http:, https: or mailto:")
            return Rendered("")
        return Rendered(relate_address(self.package, tag.part if tag else "", address))

    @pass_context
    def _write_span(self, _: Context, value: object) -> str:
        try:
            span = int(str(value))
        except ValueError:
            span = 0
        if not 1 <= span <= _MAX_SPAN:
            self._refuse(value, f"is no number of columns from 1 to {_MAX_SPAN}")
            return Rendered("1")
        return Rendered(str(span))

    @pass_context
    def _write_fill(self, _: Context, value: object) -> str:
        if value is None or value == "" or str(value) == "auto":
            return Rendered("auto")
        try:
            return Rendered(parse_colour(str(value)))
        except ValueError:
            self._refuse(value, "is no colour: write six hexadecimal digits, such as 'C00000'")
            return Rendered("auto")

    def _refuse(self, value: object, said: str) -> None:
        tag = self._find_current()
        is_noted = any(number == tag.number for number, _ in self._seen) if tag else False
        if not is_noted:  # else it came of a name that is missing
            place, source = (tag.place, tag.source) if tag else ("", "")
            self._note(Problem(place=place, message=f"'{str(value)[:_SAID]}' of '{source}' {said}"))

    def _find_current(self) -> Tag | None:
        return self._find_tag(_find_line(inspect.currentframe(), self._map_line))


def _find_line(frame: FrameType | None, map_line: Callable[[int], int | None]) -> int | None:
    """Return the line of the source that is being run, seen from `frame`."""
    while frame is not None:
        if frame.f_code.co_filename == FILE:
            return map_line(frame.f_lineno)
        frame = frame.f_back
    return None


@pass_context
def _mark_written(_: Context, text: str) -> Rendered:
    return Rendered(text)


@pass_context
def _read_written(_: Context, text: str) -> str:
    return read_rendered(Rendered(text))
