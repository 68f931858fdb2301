"""Prompts, pages, tables and types are found from a checkout, an editable install and a wheel alike."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROBE = """
import json
from verifier.check.registry import page, rules
from verifier.language.load import languages, table
from verifier.llm.prompts import PROMPT_IDS, load_prompt
import verifier
print(json.dumps({
    "home": verifier.__file__,
    "prompts": {i: load_prompt(i).sha256 for i in PROMPT_IDS},
    "pages": sorted(r.id for r in rules() if page(r.id).strip()),
    "languages": languages(),
    "verbs": bool(table("en", "attribution")),
}))
"""


def probe(path: Path, cwd: Path) -> dict[str, object]:
    """What the package at `path` finds of its data files, asked from a folder that is not the checkout."""
    import json

    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        cwd=cwd,
        env={"PYTHONPATH": str(path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    assert str(found.pop("home")).startswith(str(path))
    return found


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_a_wheel_finds_what_a_checkout_finds(root: Path, wheel: Path, tmp_path: Path) -> None:
    """The same prompts (to the byte), pages and language tables; none is empty."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    checkout = probe(root, tmp_path)
    assert checkout == probe(tmp_path / "site", tmp_path)
    assert all(checkout.values())


def test_the_wheel_is_typed_and_holds_no_tests(wheel: Path) -> None:
    """py.typed is inside; tests, examples and benchmarks are not."""
    names = zipfile.ZipFile(wheel).namelist()
    assert "verifier/py.typed" in names
    assert not [n for n in names if n.startswith(("tests/", "examples/", "benchmarks/", "cassettes/"))]


def test_the_editable_install_is_this_checkout(root: Path, tmp_path: Path) -> None:
    """Without PYTHONPATH, the installed package is the checkout itself, prompts included."""
    code = (
        "import verifier, verifier.llm.prompts as p; print(verifier.__file__); print(*[p.load_prompt(i).id "
        "for i in p.PROMPT_IDS])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    home, prompts = done.stdout.splitlines()
    assert str(root / "verifier" / "__init__.py") == home
    assert {"extract-quotes", "extract-claims", "attribution", "contradictions"} <= set(prompts.split())
