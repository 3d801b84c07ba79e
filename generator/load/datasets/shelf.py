"""All data sets of a brief: each is read once, when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.brief.datasets import Dataset, FileFormat
from generator.brief.facts import SourceRef
from generator.brief.steps import AnyStep
from generator.brief.values import When
from generator.errors import BriefError, DataError, GeneratorError, MissingError, suggest
from generator.load.datasets.columns import type_columns
from generator.load.datasets.frame import Frame
from generator.load.datasets.paths import find_data_file, find_format
from generator.load.datasets.stepping import MOST_CELLS, take_step, write_step
from generator.load.datasets.table import Provenance, Raw
from generator.load.tree import Path as KeyPath
from generator.load.tree import Places


class BrokenError(DataError):
    """A data set that is asked for could not be read; that was told where it stands."""


@dataclass(slots=True, kw_only=True)
class Shelf:
    """The data sets of one brief.

    Attributes:
        folder: Of the brief; files are named from there.
        errors: What went wrong so far.
    """

    datasets: Mapping[str, Dataset]
    folder: Path
    places: Places
    allow_outside: bool = False
    errors: list[GeneratorError] = field(default_factory=list[GeneratorError])
    _frames: dict[str, Frame] = field(default_factory=dict[str, Frame])
    _origins: dict[str, Provenance] = field(default_factory=dict[str, Provenance])
    _open: list[str] = field(default_factory=list[str])
    _broken: set[str] = field(default_factory=set[str])

    def find_frame(self, name: str) -> Frame:
        """Return the data set `name`, read whole and with its steps taken.

        Raises:
            BrokenError: It could not be read, which was told before.
            DataError: There is none, or it is made from itself.
        """
        if name not in self.datasets:
            raise DataError(
                f"there is no data set '{name}'",
                hint=suggest(name, self.datasets)
                or (
                    f"there are {', '.join(list(self.datasets)[:12])}"
                    if self.datasets
                    else "give it an entry under 'datasets'"
                ),
            )
        if name in self._broken:
            raise BrokenError(f"the data set '{name}' could not be read")
        if name in self._open:
            circle = " → ".join((*self._open[self._open.index(name) :], name))
            raise DataError(
                f"the data set '{name}' is made from itself: {circle}",
                hint="let one of them begin with a file or a database",
            )
        if name not in self._frames:
            self._read(name)
        return self._frames[name]

    def list_frames(self, text: str) -> Mapping[str, Frame]:
        """Return the data sets whose names stand in a query."""
        words = set(re.findall(r"[\w-]+", text))
        named = [name for name in self.datasets if name in words and name not in self._open]
        return {name: self.find_frame(name) for name in named}

    def find_provenance(self, name: str) -> Provenance:
        """Return where a data set that was read comes from."""
        return self._origins[name]

    def find_source(self, name: str) -> tuple[SourceRef, ...] | None:
        """Return the sources that a data set, or the one that it goes on from, names."""
        return next((each.source for each in self._walk(name) if each.source), None)

    def find_as_of(self, name: str) -> When | None:
        """Return the day that a data set, or the one that it goes on from, names."""
        return next((each.as_of for each in self._walk(name) if each.as_of), None)

    def take_steps(self, frame: Frame, steps: Sequence[AnyStep], path: KeyPath) -> Frame:
        """Return what `steps`, which stand at `path` in the brief, make of `frame`.

        Raises:
            DataError: One cannot be taken; its place is that of the step.
        """
        for at, step in enumerate(steps):
            try:
                frame = take_step(frame, step, self)
                _check_rows(frame)
            except (DataError, MissingError) as error:
                error.place = error.place or self.places.find_value((*path, at))
                raise
        return frame

    def _walk(self, name: str) -> list[Dataset]:
        found: list[Dataset] = []
        while name in self.datasets and len(found) < len(self.datasets):
            found.append(self.datasets[name])
            name = found[-1].dataset or ""
        return found

    def _read(self, name: str) -> None:
        """Read a data set and keep it.

        Raises:
            BrokenError: It could not be read; what went wrong is in `errors`.
        """
        dataset = self.datasets[name]
        path: KeyPath = ("datasets", name)
        self._open.append(name)
        try:
            frame, provenance = self._begin(dataset)
            self._frames[name] = self.take_steps(frame, dataset.steps, (*path, "steps"))
        except BrokenError:
            self._broken.add(name)
            raise
        except GeneratorError as error:
            self._broken.add(name)
            self._tell(error, dataset, path)
            raise BrokenError(f"the data set '{name}' could not be read") from error
        finally:
            self._open.pop()
        steps = (*provenance.steps, *(write_step(step) for step in dataset.steps))
        self._origins[name] = Provenance(
            origin=provenance.origin, steps=steps, notes=provenance.notes
        )

    def _begin(self, dataset: Dataset) -> tuple[Frame, Provenance]:
        """Return the rows before any step, and where they come from."""
        if dataset.dataset is not None:
            frame = self.find_frame(dataset.dataset)
            return frame, self._origins[dataset.dataset]
        raw = self._read_raw(dataset)
        if not raw.columns or not len(raw.columns[0]):
            raise DataError("there are no rows in it", hint="see whether this is the right one")
        frame, notes = type_columns(raw, dataset)
        sheet = f", sheet {dataset.sheet}" if dataset.sheet else ""
        origin = f"{dataset.file}{sheet}" if dataset.file else f"database {dataset.url_env}"
        return frame, Provenance(origin=origin, notes=notes)

    def _read_raw(self, dataset: Dataset) -> Raw:
        """Return the cells of a file or a database; each reader is imported when it is needed."""
        if dataset.file is None:
            from generator.load.datasets.databases import read_database

            return read_database(dataset)
        file_format = find_format(dataset.file, dataset.format)
        path = find_data_file(dataset.file, self.folder, allow_outside=self.allow_outside)
        match file_format:
            case FileFormat.XLSX:
                from generator.load.datasets.sheets import read_workbook

                return read_workbook(path, dataset)
            case FileFormat.PARQUET:
                from generator.load.datasets.otherfiles import read_parquet

                return read_parquet(path)
            case FileFormat.JSON:
                from generator.load.datasets.otherfiles import read_json_file

                return read_json_file(path, dataset)
            case _:
                from generator.load.datasets.textfiles import read_text_file

                return read_text_file(path, dataset, file_format)

    def _tell(self, error: GeneratorError, dataset: Dataset, path: KeyPath) -> None:
        """Add `error`, or all that it stands for, with places in the brief where it has no line."""
        key = "file" if dataset.file else "query" if dataset.url_env else "dataset"
        for each in error.errors if isinstance(error, BriefError) else (error,):
            if each.place is None or each.place.line is None:
                # Only what stands in the file itself needs its name before it.
                if each.place is not None and dataset.file:
                    each.message = f"{dataset.file}: {each.message}"
                each.place = self.places.find_value((*path, key))
            self.errors.append(each)


def _check_rows(frame: Frame) -> None:
    if frame.data.height * max(1, frame.data.width) > MOST_CELLS:
        raise DataError(
            f"this makes more than {MOST_CELLS:,} cells".replace(",", " "),
            hint="filter or group the rows before",
        )
