"""Takes what the models refuse out of the data, so that the rest can be looked at as well."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import ValidationError

from generator.brief import Brief
from generator.errors import DataError
from generator.load.problems import Problem, explain_problem
from generator.load.shapes import allows_nothing, find_field, plan_stand_in
from generator.load.tree import (
    Key,
    Path,
    PlacedList,
    PlacedMap,
    Places,
    find_child,
    find_path,
)
from generator.places import Placed

_MAX_ROUNDS = 20


@dataclass(slots=True)
class _Cut:
    """What is to be changed in one container, or has been.

    Attributes:
        drops: Keys or indices to take out.
        sets: Keys or indices whose values are replaced.
        meant: Keys that those taken out were probably meant as.
    """

    container: PlacedMap | PlacedList
    drops: set[Key] = field(default_factory=set[Key])
    sets: dict[Key, Placed | None] = field(default_factory=dict[Key, "Placed | None"])
    meant: set[str] = field(default_factory=set[str])

    def has(self, key: Key) -> bool:
        return key in self.drops or key in self.sets or key in self.meant


def resolve_brief(root: PlacedMap) -> tuple[Brief | None, tuple[DataError, ...]]:
    """Return the brief that `root` holds, and all that is wrong in it.

    `root` is changed in place: what is wrong is taken out, or a neutral value put in its stead,
    until the rest is a brief. It is None when nothing could be saved.
    """
    errors: list[DataError] = []
    touched: dict[int, _Cut] = {}
    for number in range(_MAX_ROUNDS):
        try:
            return Brief.model_validate(root), tuple(errors)
        except ValidationError as error:
            found = _explain(error, root)
        # A later round sees what the first could not; but some of it only the repair has caused.
        new = _drop_misspelt(found) if number == 0 else _keep_own(found, root, touched)
        errors.extend(_report(new, root))
        if not _repair(found, root, touched):
            break
    return None, tuple(errors) or (_give_up(root),)


def _give_up(root: PlacedMap) -> DataError:
    return DataError(
        "this cannot be read as a brief",
        place=root.place,
        hint="begin with 'title', 'date' and one section, and add the rest bit by bit",
    )


def _explain(error: ValidationError, root: PlacedMap) -> list[Problem]:
    details = error.errors(include_url=False, include_input=False)
    problems = [explain_problem(detail, root) for detail in details]
    return [problem for problem in problems if problem is not None]


def _report(problems: list[Problem], root: PlacedMap) -> list[DataError]:
    places = Places(root)
    errors: list[DataError] = []
    for problem in problems:
        find = places.find_key if problem.is_key else places.find_value
        place = find(problem.place_path)
        errors.append(DataError(problem.message, place=place, hint=problem.hint))
    return errors


def _drop_misspelt(problems: list[Problem]) -> list[Problem]:
    """Return `problems` without the missing keys that are there, but misspelt."""
    meant = {(*one.path[:-1], one.meant) for one in problems if one.meant}
    return [one for one in problems if one.is_key or one.path not in meant]


def _keep_own(problems: list[Problem], root: PlacedMap, touched: dict[int, _Cut]) -> list[Problem]:
    """Return those of `problems` that are the author's, and not left over from a repair."""
    own: list[Problem] = []
    for problem in problems:
        _, value = find_path(root, problem.path)
        cut = touched.get(id(value))
        if problem.keys and not (cut and any(map(cut.has, problem.keys))):
            own.append(problem)
    return own


def _repair(problems: list[Problem], root: PlacedMap, touched: dict[int, _Cut]) -> bool:
    """Take what is wrong out of `root`; return whether anything could be done."""
    cuts: dict[int, _Cut] = {}
    for problem in problems:
        _plan_cut(problem, root, cuts, touched)
    for cut in cuts.values():
        _apply(cut)
        seen = touched.setdefault(id(cut.container), _Cut(cut.container))
        seen.drops |= cut.drops
        seen.sets |= cut.sets
        seen.meant |= cut.meant
    return bool(cuts)


def _plan_cut(
    problem: Problem, root: PlacedMap, cuts: dict[int, _Cut], touched: dict[int, _Cut]
) -> None:
    """Add to `cuts` the smallest change that takes `problem` away."""
    path = problem.path
    is_key = problem.is_key
    while path:
        _, container = find_path(root, path[:-1])
        if isinstance(container, PlacedMap | PlacedList):
            before = touched.get(id(container), _Cut(container))
            cut = cuts.get(id(container), _Cut(container))
            if _plan_change(path, cut, is_key=is_key, is_tried=before.has(path[-1])):
                cuts[id(container)] = cut
                cut.meant |= {problem.meant} if problem.meant else set()
                return
        # The key cannot be spared: what holds it must go as a whole.
        path = path[:-1]
        is_key = False


def _plan_change(path: Path, cut: _Cut, *, is_key: bool, is_tried: bool) -> bool:
    """Add to `cut` what to do about `path`; return False if what holds it must go."""
    key = path[-1]
    field_info = find_field(path)
    if is_key:
        cut.drops.add(key)
    elif allows_nothing(path) and not is_tried:
        cut.sets[key] = None
    elif field_info is None or not field_info.is_required():
        cut.drops.add(key)
    else:
        text = plan_stand_in(path)
        if text is None or is_tried:
            return False
        child = find_child(cut.container, key)
        cut.sets[key] = Placed(text, child.place if child else cut.container.place)
    return True


def _apply(cut: _Cut) -> None:
    """Change the container of `cut` in place."""
    container = cut.container
    if isinstance(container, PlacedMap):
        for key, value in cut.sets.items():
            name = str(key)
            place = container.value_places.get(name, container.place)
            container.add(name, container.key_places.get(name, place), value, place)
        for key in cut.drops:
            container.drop(str(key))
        return
    for key, value in cut.sets.items():
        container[int(key)] = value
    container.keep([index for index in range(len(container)) if index not in cut.drops])
