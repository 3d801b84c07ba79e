"""Pictures of the brief's folder, and of no other."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.errors import TagsError
from tests.context.templates import W, fill, fill_lines, save_report
from tests.material import make_material


def _save_picture(path: Path) -> None:
    target = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(target, "PNG")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(target.getvalue())


def test_a_picture_beside_the_brief_is_shown_at_the_width_asked_for(tmp_path: Path) -> None:
    """A template names the logo of whoever the brief is for."""
    _save_picture(tmp_path / "img" / "logo.png")

    filled = fill_lines(
        tmp_path, make_material(), "{{ image('img/logo.png', width=40, alt='Our logo') }}"
    )

    root = filled.package.read_xml(filled.package.main)
    (extent,) = root.iter("{*}extent")
    (properties,) = root.iter("{*}docPr")
    assert (extent.get("cx"), extent.get("cy")) == ("1440000", "720000")
    assert properties.get("descr") == "Our logo"
    assert root.find(f".//{W}drawing") is not None


@pytest.mark.parametrize(
    ("call", "message", "hint"),
    [
        ("'../secret.png'", "lies outside of the folder", "beside the data file"),
        ("'/etc/passwd'", "lies outside of the folder", "beside the data file"),
        ("'C:/logo.png'", "lies outside of the folder", "beside the data file"),
        ("'~/logo.png'", "lies outside of the folder", "beside the data file"),
        ("'https://x.example/logo.png'", "is an address, and nothing is fetched", "save"),
        ("'link.png'", "lies outside of the folder", "beside the data file"),
        ("'logo.pngg'", "there is no picture 'logo.pngg'", "did you mean 'logo.png'?"),
        ("'logo.png', width=0", "'0' is no width", "millimetres"),
        ("'logo.png', width='wide'", "'wide' is no width", "millimetres"),
        ("'logo.png', size=3", "'image' cannot take this", "width=40"),
        ("'text.png'", "'text.png' is", ""),
        ("'logo.png', fit='stretch'", "'stretch' is no fit", "'contain' or 'cover'"),
    ],
)
def test_any_other_path_is_refused(tmp_path: Path, call: str, message: str, hint: str) -> None:
    """A template is untrusted: it must not carry files of the machine into a document."""
    folder = tmp_path / "brief"
    _save_picture(tmp_path / "secret.png")
    _save_picture(folder / "logo.png")
    (folder / "text.png").write_text("no picture")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    path = save_report(folder / "report.docx", f"{{{{ image({call}) }}}}")

    with pytest.raises(TagsError) as caught:
        fill(path, make_material())

    (error,) = caught.value.errors
    assert message in error.message
    assert hint in (error.hint or "")
