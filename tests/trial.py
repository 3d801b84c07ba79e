"""Tries the sample brief on every Office file of a folder, and tells what went wrong with which.

Run it as `python -m tests.trial FOLDER... [--json FILE] [--keep FOLDER]`. Files that Office could
not open are to be refused with one clear error; all others are to be built on without a fault.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import os
import re
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path

from lxml import etree
from ruamel.yaml import YAML

import generator
from generator.errors import GeneratorError, TemplateError
from tests import foreign
from tests.foreign import Trouble, Written

BRIEF = Path(__file__).parents[1] / "data" / "japan-ukraine" / "brief.yaml"
WORD = (".docx", ".dotx", ".docm", ".dotm")
SLIDES = (".pptx", ".potx", ".pptm", ".potm", ".ppsx", ".ppsm")
_NAMES = {"report": "report.docx", "deck": "deck.pptx"}
_TIME_S = 120.0


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What became of one template.

    Attributes:
        state: `built`, `refused` (a clear error about the template), `no room` (an error about the
            brief, which is good), `crashed` (a traceback) or `stopped` (too slow).
        message: The error or the traceback.
        findings: What the build told.
        troubles: What is wrong with the written file.
    """

    file: str
    state: str = ""
    seconds: float = 0.0
    message: str = ""
    findings: list[str] = field(default_factory=list[str])
    troubles: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What each document says on the template that comes with the generator.

    Attributes:
        sentences: Kind of document → sentences of the brief that it holds.
        texts: Kind of document → all its text.
        absent: Sentences of the brief that neither holds.
    """

    sentences: dict[str, list[str]]
    texts: dict[str, str]
    absent: list[str]


def read_reference() -> Reference:
    """Build the sample on the default template, and read what it says."""
    sentences = foreign.find_sentences(YAML(typ="safe").load(BRIEF.read_text("utf-8")))
    with tempfile.TemporaryDirectory() as folder:
        generator.build(BRIEF, out=folder)
        written = {kind: Written(Path(folder) / name) for kind, name in _NAMES.items()}
    held = {
        kind: [text for text in sentences if not foreign.find_lost([text], document)]
        for kind, document in written.items()
    }
    return Reference(
        sentences=held,
        texts={kind: foreign.read_all_text(document) for kind, document in written.items()},
        absent=[text for text in sentences if not any(text in kept for kept in held.values())],
    )


def find_kind(path: Path) -> str:
    """Return `report` or `deck`: what a file is by its name."""
    return "report" if path.suffix.lower() in WORD else "deck"


# ── One file ─────────────────────────────────────────────────────────────────────────────────


def try_file(path: Path, reference: Reference, folder: Path, validator: str | None) -> Outcome:
    """Build on one file in a process of its own, and check what was written.

    Args:
        path: The template.
        reference: What must be said.
        folder: Where the document is written, under the template's name.
        validator: Path of the Open XML SDK validator; None leaves it out.
    """
    outcome = Outcome(file=str(path))
    began = time.monotonic()
    ours, theirs = multiprocessing.get_context("fork").Pipe(duplex=False)
    worker = multiprocessing.get_context("fork").Process(
        target=_build_apart, args=(path, folder, (ours, theirs))
    )
    worker.start()
    theirs.close()
    if ours.poll(_TIME_S):
        try:
            outcome.state, outcome.message, outcome.findings = ours.recv()
        except EOFError:
            outcome.state, outcome.message = "crashed", "the process ended without a word"
    else:
        outcome.state, outcome.message = "stopped", f"not done after {_TIME_S:.0f} seconds"
    worker.kill()
    worker.join()
    outcome.seconds = round(time.monotonic() - began, 2)
    if outcome.state == "built":
        made = folder / _NAMES[find_kind(path)]
        try:
            outcome.troubles = [str(item) for item in _check(made, path, reference, validator)]
        except Exception:  # noqa: BLE001 - a file that our checker cannot read is a finding too
            outcome.troubles = [f"checker: {path.name}: {traceback.format_exc(limit=-3)}"]
    return outcome


def _build_apart(path: Path, folder: Path, ends: tuple[Connection, Connection]) -> None:
    """Build in a child process, and send state, message and findings through a pipe.

    The child closes the end that the parent reads, so that it does not outlive a parent that is
    stopped.
    """
    ends[0].close()
    pipe = ends[1]
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        built = generator.build(BRIEF, out=folder, template=path, only=find_kind(path))
        findings = [f"{item.rule}: {item.message}" for item in built.findings]
        pipe.send(("built", "", findings))
    except TemplateError as error:
        pipe.send(("refused", str(error), []))
    except GeneratorError as error:
        pipe.send(("no room", str(error), []))
    except BaseException:  # noqa: BLE001 - whatever it is, it is the fault that we look for
        pipe.send(("crashed", traceback.format_exc(limit=-6), []))
    pipe.close()


def _check(
    made: Path, template: Path, reference: Reference, validator: str | None
) -> Iterator[Trouble]:
    """Find what is wrong with `made`, which was built on `template`."""
    kind = find_kind(template)
    written = Written(made)
    yield from foreign.check_package(written)
    yield from foreign.check_live(written)
    yield from foreign.check_ids(written)
    for text in foreign.find_lost(reference.sentences[kind], written):
        yield Trouble("lost", made.name, text)
    if kind == "deck":
        yield from foreign.check_slides(written)
        yield from foreign.check_sizes(written)
    else:
        yield from foreign.check_report(written)
    yield from _check_against(written, template, reference.texts[kind])
    if validator:
        yield from find_new_errors(made, template, validator)


def _check_against(written: Written, template: Path, ours: str) -> Iterator[Trouble]:
    try:
        original = Written(template)
        original.parse(original.main)
    except (zipfile.BadZipFile, KeyError, IndexError, etree.XMLSyntaxError):
        return  # what our reader cannot read, Office's own readers may
    if find_kind(template) == "report":
        yield from foreign.check_leftovers(written, original, ours)
        yield from foreign.check_furniture(written, original)
    else:
        yield from foreign.check_sample_slides(written, original)


# ── The validator ────────────────────────────────────────────────────────────────────────────


_OWN_PARTS = re.compile(r"/ppt/(?:slides|notesSlides|charts)/|/word/charts/|/docProps/")
_NAMESPACE = re.compile(r"https?://[^\s:']*(?::\d+)?[^\s:']*:")


def find_new_errors(made: Path, template: Path, validator: str) -> Iterator[Trouble]:
    """Yield what the Open XML SDK finds wrong with `made` that it does not find in `template`.

    An error in a part that is ours alone is never the template's.
    """
    found = validate(made.read_bytes(), made.name, validator)
    theirs = validate(mend(template), template.name, validator) if found else []
    known = {_name_error(error) for error in theirs}
    gave_up = any(error.get("errorType") == "Exception" for error in theirs)
    told: set[tuple[str, str]] = set()
    for error in found:
        name, part = _name_error(error), error.get("path") or ""
        is_own = bool(_OWN_PARTS.search(part))
        if (part, name) not in told and (is_own or name not in known):
            told.add((part, name))
            # Of a template that it cannot open, the validator tells one error alone.
            kind = "sdk, maybe the template's" if gave_up and not is_own else "sdk"
            yield Trouble(kind, part, f"{name} at {error.get('xPath')}")


def _name_error(error: dict[str, str | None]) -> str:
    """Return what an error says, without what differs from place to place."""
    text = _NAMESPACE.sub("", error.get("description") or "")
    return re.sub(r"\s+", " ", text)[:300]


def mend(template: Path) -> bytes:
    """Return a template without links that lead nowhere, at which the validator would give up."""
    try:
        original = Written(template)
        lost = {
            name: [
                id_
                for id_, _, to, outside in original.find_links(name)
                if not outside and to not in original.parts
            ]
            for name in ["", *original.parts]
        }
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        return template.read_bytes()
    if not any(lost.values()):
        return template.read_bytes()
    for name, ids in lost.items():
        if ids:
            folder, _, last = name.rpartition("/")
            rels = f"{folder}/_rels/{last}.rels".lstrip("/")
            tree = original.parse(rels)
            for link in [link for link in tree if link.get("Id") in ids]:
                tree.remove(link)
            original.parts[rels] = etree.tostring(tree)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in original.parts.items():
            package.writestr(name, data)
    return out.getvalue()


def validate(data: bytes, name: str, validator: str) -> list[dict[str, str | None]]:
    """Return the errors that the Open XML SDK finds in a file; none where it gives up."""
    with tempfile.TemporaryDirectory() as folder:
        # The validator tells Word from PowerPoint by the name.
        plain = Path(folder) / f"file{'.docx' if _is_word(data) else '.pptx'}"
        plain.write_bytes(data)
        try:
            done = subprocess.run(
                [validator, str(plain), "Microsoft365"],
                capture_output=True,
                text=True,
                check=False,
                timeout=_TIME_S,
            )
            answer = json.loads(done.stdout)
        except (subprocess.TimeoutExpired, json.JSONDecodeError):
            return [{"description": f"the validator gives up on {name}"}]
    return [] if answer.get("ok") else list(answer.get("errors") or [])


def _is_word(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return any(name.startswith("word/") for name in package.namelist())


# ── Many files ───────────────────────────────────────────────────────────────────────────────


def find_files(places: Sequence[Path]) -> list[Path]:
    """Return the Office files in folders, and those named themselves."""
    found = [
        path
        for place in places
        for path in (sorted(place.rglob("*")) if place.is_dir() else [place])
        if path.suffix.lower() in (*WORD, *SLIDES)
    ]
    return list(dict.fromkeys(found))


def main() -> int:
    """Run the trial; the exit code is 1 if anything crashed or was written with a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--json", type=Path, help="write all outcomes to this file")
    parser.add_argument("--keep", type=Path, help="keep the documents in this folder")
    parser.add_argument("--every", type=int, default=1, help="try only every so many-th file")
    chosen = parser.parse_args()
    validator = os.environ.get("OOXML_VALIDATOR_CLI")
    for name in ("generator.word", "generator.slides"):  # once, and not in each trial
        import_module(name)
    reference = read_reference()
    write = sys.stdout.write
    write(f"reference: { {kind: len(held) for kind, held in reference.sentences.items()} }\n")
    for text in reference.absent:
        write(f"  in neither document: {text}\n")
    outcomes: list[Outcome] = []
    for path in find_files(chosen.places)[:: chosen.every]:
        with tempfile.TemporaryDirectory() as scratch:
            folder = chosen.keep / path.name if chosen.keep else Path(scratch)
            outcome = try_file(path, reference, folder, validator)
        outcomes.append(outcome)
        write(f"{tell(outcome)}\n")
        sys.stdout.flush()
        if chosen.json:
            chosen.json.write_text(json.dumps([asdict(item) for item in outcomes], indent=1))
    bad = [item for item in outcomes if item.state not in {"built", "refused"} or item.troubles]
    write(f"{len(outcomes) - len(bad)} passed, {len(bad)} failed\n")
    return 1 if bad else 0


def tell(outcome: Outcome) -> str:
    """Return what became of one template, in a few lines."""
    out = io.StringIO()
    out.write(f"{outcome.state:8} {outcome.seconds:5.1f} s  {outcome.file}")
    if outcome.message:
        lines = outcome.message.strip().splitlines()
        out.write(f"\n    {' | '.join(lines[-3:])[:400]}")
    for line in outcome.troubles[:12]:
        out.write(f"\n    {line[:240]}")
    if len(outcome.troubles) > len(outcome.troubles[:12]):
        out.write(f"\n    … {len(outcome.troubles) - 12} more")
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
