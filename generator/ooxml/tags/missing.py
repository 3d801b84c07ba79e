"""Names that are not there: noted with their place, while rendering goes on to find them all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol, TypeAlias

from jinja2 import Undefined

Value: TypeAlias = Any
"""Whatever a template works with."""


class Witness(Protocol):
    """Whoever keeps what was found missing."""

    def note_missing(self, missing: Missing) -> None:
        """Note that `missing` was used."""
        ...


class Missing(Undefined):
    """A value that is not there; using it in any way is noted, and it then counts as nothing.

    Asking `is defined`, and giving a `default`, is no use of it.
    """

    __slots__ = ()
    witness: Witness

    def _note(self, *_: object, **__: object) -> Value:
        self.witness.note_missing(self)
        return self

    def _note_no(self, *_: object) -> bool:
        self.witness.note_missing(self)
        return False

    def _note_zero(self, *_: object) -> int:
        self.witness.note_missing(self)
        return 0

    @property
    def owner(self) -> object:
        """Return what lacks the name; Jinja's mark for a missing object if it is a variable."""
        return self._undefined_obj

    @property
    def name(self) -> object:
        """Return the name, or the key, that is not there."""
        return self._undefined_name

    @property
    def is_unsafe(self) -> bool:
        """Return whether it is there but must not be reached."""
        return self._undefined_exception.__name__ == "SecurityError"

    def __getattr__(self, name: str) -> Value:
        if name[:2] == name[-2:] == "__":
            raise AttributeError(name)
        return self._note()

    def __str__(self) -> str:
        self._note()
        return ""

    def __repr__(self) -> str:
        return str(self)

    def __iter__(self) -> Iterator[Value]:
        self._note()
        return iter(())

    def __hash__(self) -> int:
        return self._note_zero()

    def __format__(self, spec: str) -> str:
        return str(self)

    def __float__(self) -> float:
        return float(self._note_zero())

    def __complex__(self) -> complex:
        return complex(self._note_zero())

    __getitem__ = __call__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _note
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _note
    __pow__ = __rpow__ = __pos__ = __neg__ = __div__ = __rdiv__ = _note
    __bool__ = __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _note_no
    __eq__ = __ne__ = _note_no  # pyright: ignore[reportAssignmentType] - takes anything
    __len__ = __int__ = __index__ = _note_zero
