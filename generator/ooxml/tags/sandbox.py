"""The environment that the Jinja source of a part runs in: strict, sandboxed, counted.

Nothing of Python can be reached from a template but the values it is given, their public
attributes, and the filters in `filters`; nothing is loaded, and nothing is escaped twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sized
from typing import Any, TypeAlias, cast

from jinja2 import Undefined, nodes
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedFormatter
from jinja2.utils import Cycler, Joiner, Namespace

from generator.ooxml.tags.filters import check_format, check_method, list_filters, read_rendered
from generator.ooxml.tags.limits import (
    CALL_STEPS,
    MAX_DIGITS,
    MAX_RANGE,
    MAX_WIDTH,
    Budget,
    LimitError,
    Loop,
    LoopInfo,
)
from generator.ooxml.tags.measuring import check_written, measure
from generator.ooxml.tags.written import Rendered, write_text

BLOCK, VARIABLE, COMMENT = ("\x01", "\x02"), ("\x03", "\x04"), ("\x05", "\x06")
"""What stands around tags in the source: signs that XML cannot hold, so that no text can."""

Value: TypeAlias = Any
"""Whatever a template works with."""

_NUMBER = 30
"""Signs that a number is written with, about."""
_BITS_PER_DIGIT = 4


class TagEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with limits.

    Attributes:
        budget: What is left; counted down.
        loops: Loops that are running, the innermost last.
        kind: What code that is compiled in one environment must find in another to run there.
        known_filters: Names of the filters that templates may use.
        known_tests: Names of the tests that they may use.
        macro_weight: Characters that a call of a macro writes at most of the template itself.
    """

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(
        self,
        budget: Budget,
        filters: Mapping[str, Callable[..., Any]],
        globals_: Mapping[str, object],
    ) -> None:
        super().__init__(
            block_start_string=BLOCK[0],
            block_end_string=BLOCK[1],
            variable_start_string=VARIABLE[0],
            variable_end_string=VARIABLE[1],
            comment_start_string=COMMENT[0],
            comment_end_string=COMMENT[1],
            keep_trailing_newline=True,
            autoescape=False,
            optimized=False,
            cache_size=0,
            extensions=("jinja2.ext.loopcontrols", "jinja2.ext.do"),
        )
        self.budget = budget
        self.loops: list[Loop] = []
        self.macro_weight = 0
        self.filters = list_filters(budget, filters)
        self.known_filters = frozenset(self.filters)
        self.kind = frozenset(
            (name, getattr(function, "jinja_pass_arg", None))
            for name, function in self.filters.items()
        )
        self.known_tests = frozenset(self.tests)
        self.globals = {
            "range": _make_range,
            "dict": dict,
            "cycler": Cycler,
            "joiner": Joiner,
            "namespace": Namespace,
            **globals_,
        }

    def call(self, context: Context, obj: Value, *args: Value, **options: Value) -> Value:
        """Call `obj`, which counts as a step."""
        if isinstance(obj, Macro):
            self.budget.take_step(self.macro_weight, CALL_STEPS)
        else:
            self.budget.take_step()
        if isinstance(obj, LoopContext) and args:
            info = LoopInfo(text="loop", names=(), weight=self.macro_weight)
            args = (Loop(args[0], info, self.budget, self.loops), *args[1:])
        check_method(obj, args, self.budget)
        result = super().call(context, obj, *args, **options)
        if isinstance(obj, Macro | LoopContext):
            return Rendered(result)
        return result

    def call_binop(self, context: Context, operator: str, left: Value, right: Value) -> Value:
        """Work out `left operator right`, unless the result would be too large."""
        if operator == "+":
            return self._add(context, left, right)
        if operator == "%" and isinstance(left, str):
            values = right if isinstance(right, tuple) else (right,)
            check_format(left, _list_values(values), self.budget)
        elif operator == "*":
            self._check_product(left, right)
        elif operator == "**" and isinstance(left, int) and isinstance(right, int):
            _check_number(left.bit_length() * abs(right))
        elif operator == "**" and not isinstance(left, float):
            _check_power(right)
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Value, attribute: str) -> Value:
        """Return an attribute or entry of `obj`; of what a macro wrote, of its text."""
        if isinstance(obj, Rendered):
            obj = read_rendered(obj)
        return super().getattr(obj, attribute)

    def wrap_str_format(self, value: Value) -> Callable[..., str] | None:
        """Return a harmless stand-in for `str.format` and `str.format_map`; None for the rest."""
        owner, name = getattr(value, "__self__", None), getattr(value, "__name__", "")
        if not isinstance(owner, str) or name not in {"format", "format_map"}:
            return None
        formatter = _Formatter(self)

        def format_text(*args: Value, **options: Value) -> str:
            fields = args[0] if name == "format_map" else options
            values = () if name == "format_map" else args
            longest = max((measure(each) for each in (*values, *fields.values())), default=9)
            self.budget.take_value(len(owner) + owner.count("{") * longest)
            return formatter.vformat(str(owner), values, fields)

        return format_text

    def join(self, parts: tuple[Any, ...]) -> str:
        """Return the texts of `parts` one after the other, for `~`."""
        for part in parts:
            check_written(part, self.budget)
        texts = [part if isinstance(part, str) else str(part) for part in parts]
        self.budget.take_value(sum(len(text) for text in texts))
        if any(isinstance(text, Rendered) for text in texts):
            return Rendered("".join(t if isinstance(t, Rendered) else write_text(t) for t in texts))
        return "".join(texts)

    def _add(self, context: Context, left: Value, right: Value) -> Value:
        if isinstance(left, Rendered) or isinstance(right, Rendered):
            return self.join((left, right))
        for each in (left, right):
            if isinstance(each, list | tuple):
                self.budget.take_items(len(cast("Sized", each)))
        self.budget.take_value(sum(len(each) for each in (left, right) if isinstance(each, str)))
        return super().call_binop(context, "+", left, right)

    def _check_product(self, left: Value, right: Value) -> None:
        for text, count in ((left, right), (right, left)):
            if isinstance(text, str | bytes) and isinstance(count, int):
                self.budget.take_value(len(text) * max(count, 0))
            elif isinstance(text, list | tuple) and isinstance(count, int):
                self.budget.take_items(len(cast("Sized", text)) * max(count, 0))
        if isinstance(left, int) and isinstance(right, int):
            _check_number(left.bit_length() + right.bit_length())


class _Formatter(SandboxedFormatter):
    """Formats with limited widths; what a field reaches for is judged as in any expression."""

    def format_field(self, value: Value, format_spec: str) -> str:
        if isinstance(value, Undefined):
            return str(value)
        digits = "".join(sign if sign.isdigit() else " " for sign in format_spec).split()
        if any(int(number[:9]) > MAX_WIDTH for number in digits):
            raise LimitError(f"a format asks for a width larger than {MAX_WIDTH:,}")
        return super().format_field(value, format_spec)


def _check_number(bits: int) -> None:
    if bits > MAX_DIGITS * _BITS_PER_DIGIT:
        raise LimitError("a number becomes too large")


def _check_power(power: Value) -> None:
    """Refuse a large power of a fraction, which is exact and so grows without end."""
    if isinstance(power, int) and abs(power) > MAX_WIDTH:
        raise LimitError("a number becomes too large")


def _make_range(*bounds: int) -> range:
    made = range(*bounds)
    if len(made) > MAX_RANGE:
        raise LimitError(f"a range has more than {MAX_RANGE:,} numbers")
    return made


def _list_values(values: tuple[Any, ...]) -> tuple[object, ...]:
    if len(values) == 1 and isinstance(values[0], dict):
        return tuple(values[0].values())
    return values


REFUSED_STATEMENTS = {
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from",
    nodes.Extends: "extends",
    nodes.Block: "block",
}
"""Statements that reach for other templates."""
