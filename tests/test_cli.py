"""The command as a user meets it: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "japan-ukraine" / "brief.yaml"


def run(
    *arguments: object, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `brief` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
    )


def test_build_writes_both_files_and_prints_their_paths(tmp_path: Path) -> None:
    """The paths alone go to standard output, for scripts."""
    done = run("build", SAMPLE, "--out", tmp_path / "out")

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        str(tmp_path / "out" / "report.docx"),
        str(tmp_path / "out" / "deck.pptx"),
    ]
    assert done.stderr == ""


@pytest.mark.parametrize(("command", "name"), [("report", "report.docx"), ("deck", "deck.pptx")])
def test_one_file_can_be_made_alone(tmp_path: Path, command: str, name: str) -> None:
    """`brief report` leaves a deck that was edited by hand as it is."""
    done = run(command, SAMPLE, "--out", tmp_path)

    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_the_same_input_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    """Another folder, language, time zone and hash seed leave no trace."""
    here = run("build", SAMPLE, "--out", tmp_path / "a")
    there = run(
        *("build", SAMPLE, "--out", "b"),
        cwd=tmp_path,
        TZ="Asia/Tokyo",
        LC_ALL="de_DE.UTF-8",
        PYTHONHASHSEED="7",
    )

    assert (here.returncode, there.returncode) == (0, 0)
    for name in ("report.docx", "deck.pptx"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_all_errors_come_at_once_with_place_and_hint_and_nothing_is_written(tmp_path: Path) -> None:
    """Structural errors and errors in prose, of one file, in one run."""
    (tmp_path / "brief.yaml").write_text(
        "title: Test\n"
        "date: 2025-03\n"
        "sources: {made: {titel: A}}\n"
        "facts:\n"
        "  total: {value: 12, unit: USD, source: mad}\n"
        "summary:\n"
        "  - It is {{ totl }}.\n",
        encoding="utf-8",
    )
    done = run("build", "brief.yaml", "--out", "out", cwd=tmp_path)

    assert done.returncode == 65
    assert "error: brief.yaml:3:" in done.stderr
    assert "did you mean 'title'?" in done.stderr
    assert "error: brief.yaml:5:" in done.stderr
    assert "error: brief.yaml:7:" in done.stderr
    assert "did you mean 'total'?" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_chart_that_cannot_be_drawn_is_told_with_the_other_errors(tmp_path: Path) -> None:
    """One run names what is wrong in the structure, in the prose and in the charts."""
    (tmp_path / "brief.yaml").write_text(
        "title: Test\n"
        "date: 2025-03\n"
        "statsu: Draft\n"
        "charts:\n"
        "  fig-a:\n"
        "    kind: doughnut\n"
        "    title: Parts\n"
        "    data: [{label: A, value: -1}, {label: B, value: 2}]\n"
        "sections:\n"
        "  - {heading: One, text: 'See @fig-b.', exhibits: [fig-a]}\n",
        encoding="utf-8",
    )
    done = run("build", "brief.yaml", cwd=tmp_path)

    assert done.returncode == 65
    assert [line for line in done.stderr.splitlines() if line.startswith("error: ")] == [
        "error: brief.yaml:3:1: unknown key 'statsu'",
        "error: brief.yaml:7:12: a doughnut cannot show negative numbers",
        "error: brief.yaml:10:31: unknown exhibit 'fig-b'",
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for other processes")
@pytest.mark.parametrize("delay", [1.0, 1.8])
def test_ctrl_c_leaves_nothing_behind(tmp_path: Path, delay: float) -> None:
    """Stopped in the middle: no file, no temporary file, no traceback."""
    rows = "".join(f"      - [row {number}, {number}]\n" for number in range(9000))
    (tmp_path / "brief.yaml").write_text(
        "title: Test\ndate: 2025-03\nsources: {s: {title: S}}\ntables:\n  tab-a:\n"
        "    title: Long\n    source: s\n    columns: [{label: A}, {label: B}]\n"
        f"    rows:\n{rows}"
        "sections:\n  - {heading: One, text: See @tab-a., exhibits: [tab-a]}\n",
        encoding="utf-8",
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "brief.yaml", "--out", "out"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(delay)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)

    assert (process.returncode, told) == (130, "stopped; nothing was written\n")
    assert [path.name for path in tmp_path.iterdir()] == ["brief.yaml"]


def test_an_interruption_that_a_library_swallows_ends_the_run_at_the_next_step(
    tmp_path: Path,
) -> None:
    """Some of the libraries print a KeyboardInterrupt and go on."""
    code = (
        "from generator.cli import main, reporting\n"
        "from generator import pipeline\n"
        "real = pipeline.read_template\n"
        "def swallow(*given):\n"
        "    try:\n"
        "        reporting.stop(2, None)\n"
        "    except KeyboardInterrupt:\n"
        "        return real(*given)\n"
        "pipeline.read_template = swallow\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "build", SAMPLE, "--out", tmp_path / "out"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )

    assert (done.returncode, done.stderr) == (130, "stopped; nothing was written\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize(
    "arguments", [("schema",), ("check", SAMPLE, "--format", "json"), ("doctor",), ("new", "mine")]
)
def test_results_that_cannot_be_printed_are_told_without_a_traceback(
    tmp_path: Path, arguments: tuple[str | Path, ...]
) -> None:
    """A script that keeps the results on a full disk must notice."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "generator", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    assert done.returncode == 73
    assert done.stderr == "error: cannot print the results: No space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
@pytest.mark.parametrize("sink", ["| true", "| head -1 > /dev/null", ">&-"])
def test_nobody_need_listen(tmp_path: Path, sink: str) -> None:
    """`brief schema | head -1` is no error."""
    done = subprocess.run(
        ["/bin/bash", "-c", f"set -o pipefail; {sys.executable} -m generator schema {sink}"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_that_knows_few_letters_gets_the_others_escaped(tmp_path: Path) -> None:
    """An old terminal must not turn a message into a fault."""
    (tmp_path / "brief.yaml").write_text("title: T\ndate: 2025\nстатус: x\n", encoding="utf-8")
    done = run("check", "brief.yaml", cwd=tmp_path, PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert done.returncode == 65
    assert "unknown key '\\u0441" in done.stderr


def test_errors_can_be_had_as_json(tmp_path: Path) -> None:
    """Editors and servers read the same errors."""
    (tmp_path / "brief.yaml").write_text("title: Test\ndate: 2025-13\n", encoding="utf-8")
    done = run("check", "brief.yaml", "--format", "json", cwd=tmp_path)
    (error,) = json.loads(done.stdout)["errors"]

    assert done.returncode == 65
    assert (error["file"], error["line"], error["column"]) == ("brief.yaml", 2, 7)


def test_a_missing_file_has_its_own_exit_code(tmp_path: Path) -> None:
    """A server tells 'not there' from 'wrong'."""
    done = run("build", tmp_path / "brief.yaml")

    assert done.returncode == 66
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [("report.docx", b"no zip"), ("report.docx", b""), ("deck.pptx", b"PK\x03\x04broken")],
)
def test_a_template_that_cannot_be_used_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    """No half pair is written, and the message names the file."""
    for part in ("report.docx", "deck.pptx"):
        (tmp_path / part).write_bytes((ROOT / "templates" / "policy" / part).read_bytes())
    (tmp_path / name).write_bytes(content)
    done = run("build", SAMPLE, "--template", tmp_path, "--out", tmp_path / "out")

    assert done.returncode == 67
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A slip in the path is told before anything is written."""
    done = run("build", SAMPLE, "--template", tmp_path / "ours", "--out", tmp_path / "out")

    assert done.returncode in (66, 67)
    assert "ours" in done.stderr


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_not_writable_is_named(tmp_path: Path) -> None:
    """The message says what to do."""
    (tmp_path / "out").mkdir(mode=0o500)
    done = run("build", SAMPLE, "--out", tmp_path / "out")

    assert done.returncode == 73
    assert "permission denied" in done.stderr


def test_an_output_open_in_word_is_left_alone(tmp_path: Path) -> None:
    """Word's lock file beside the report is seen before anything is written."""
    (tmp_path / "~$port.docx").write_bytes(b"")
    done = run("build", SAMPLE, "--out", tmp_path)

    assert done.returncode == 73
    assert "is open in another program" in done.stderr
    assert not (tmp_path / "deck.pptx").exists()


def test_new_makes_a_brief_that_builds_at_once(tmp_path: Path) -> None:
    """The first build of a newcomer succeeds, without a finding."""
    assert run("new", "mine", cwd=tmp_path).returncode == 0
    assert run("new", "mine", cwd=tmp_path).returncode == 73
    built = run("build", "mine/brief.yaml", cwd=tmp_path)

    assert built.returncode == 0, built.stderr
    assert built.stderr == ""
    assert (tmp_path / "build" / "mine" / "deck.pptx").exists()


def test_the_schema_printed_is_the_one_that_the_samples_name() -> None:
    """Editors complete the keys that the loader takes."""
    done = run("schema")

    assert done.stdout == (ROOT / "data" / "brief.schema.json").read_text(encoding="utf-8")


def test_the_doctor_tells_what_is_there() -> None:
    """Nothing it looks for is needed to build, so it never fails."""
    done = run("doctor", "--format", "json")

    assert done.returncode == 0
    assert {"briefing-generator", "LibreOffice"} <= {
        each["name"] for each in json.loads(done.stdout)
    }


def test_every_command_and_option_has_help_and_an_example() -> None:
    """`--help` is the manual that everybody has."""
    commands = ("build", "report", "deck", "check", "new", "schema", "doctor")
    commands += ("template show", "template check", "template new", "template preview")
    helps = {command: run(*command.split(), "--help").stdout for command in commands}

    assert {name for name, text in helps.items() if f"Example: brief {name}" not in text} == set()


def test_the_version_is_told() -> None:
    """Whoever asks for help is asked for it first."""
    done = run("--version")

    assert done.returncode == 0
    assert re.fullmatch(r"brief \d+\.\d+\.\d+\n", done.stdout)


def test_the_list_of_commands_is_told_without_loading_what_they_do() -> None:
    """`brief --help` answers at once: no Office library, no YAML, no tables of text widths."""
    code = (
        "import sys\n"
        "from generator.cli import main\n"
        "sys.argv = ['brief', '--help']\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    pass\n"
        "heavy = {'lxml', 'pydantic', 'ruamel', 'docx', 'pptx', 'babel', 'jinja2', 'rich.table'}\n"
        "sys.exit(repr(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_build_loads_neither_the_tag_engine_nor_kinds_of_charts_that_it_does_not_need(
    tmp_path: Path,
) -> None:
    """Templates without tags and plain charts are the usual case, and pay for neither."""
    code = (
        "import sys, generator\n"
        f"generator.build({str(SAMPLE)!r}, out={str(tmp_path)!r})\n"
        "spared = ('jinja2', 'generator.ooxml.tags', 'generator.context',"
        " 'generator.charts.drawn')\n"
        "loaded = [name for name in sys.modules if name.startswith(spared)]\n"
        "sys.exit(repr(loaded) if loaded else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_build_that_draws_no_picture_never_loads_matplotlib(tmp_path: Path) -> None:
    """It would double the time of every run."""
    code = (
        "import sys, generator\n"
        f"generator.build({str(SAMPLE)!r}, out={str(tmp_path)!r})\n"
        "sys.exit('matplotlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)

    assert done.returncode == 0
