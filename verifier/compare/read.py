"""Files to `Source`s: plain text, Markdown, transcripts, captions, and folders of them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from verifier.compare.captions import read_srt, read_vtt
from verifier.compare.source import Source, Turn
from verifier.compare.transcript import layout
from verifier.errors import InputError, SourceError
from verifier.settings import Settings
from verifier.text.markdown import read_markdown
from verifier.text.read import MARKDOWN, TEXT, decode, read_bytes

MAX_CHARS: int = Settings.model_fields["max_source_chars"].default
CAPTIONS = frozenset({".vtt", ".srt"})


def source_files(path: Path | str) -> tuple[Path, ...]:
    """The file itself, or the readable files below a folder in the order of their names.

    Hidden files, links and other suffixes are left out of a folder. Raises SourceError: missing, or nothing
    there.
    """
    root = Path(path)
    try:
        if root.is_dir():
            files = sorted(
                p
                for p in root.rglob("*")
                if p.suffix.lower() in (MARKDOWN | TEXT | CAPTIONS) - {""}
                and not any(part.startswith(".") for part in p.relative_to(root).parts)
                and not p.is_symlink()
                and p.is_file()
            )
        elif root.exists():
            files = [root]
        else:
            raise SourceError(f"{str(path)!r}: no such source; check the path")
    except OSError as error:
        raise SourceError(
            f"{str(path)!r}: cannot be read ({error.strerror}); check its permissions"
        ) from None
    if not files:
        raise SourceError(f"{str(path)!r}: no .txt, .md, .vtt or .srt file in this folder; name the files")
    return tuple(files)


def read_source(path: Path | str, id: str, *, max_chars: int = MAX_CHARS, language: str = "en") -> Source:
    """The source in a file of at most `max_chars` code points; its kind is told by its suffix and its layout.

    Raises SourceError: missing, unreadable, binary, empty, without words, too long, or not UTF-8.
    """
    try:
        data = read_bytes(path, max_chars=max_chars)
        text = decode(data, str(path), max_chars=max_chars)
    except InputError as error:
        message = str(error).replace("max_document_chars", "max_source_chars").replace("article", "source")
        raise SourceError(message) from None
    return source_from_text(
        text, id, path=str(path), sha256=hashlib.sha256(data).hexdigest(), language=language
    )


def source_from_text(
    text: str,
    id: str,
    *,
    path: str = "<text>",
    sha256: str | None = None,
    language: str = "en",
) -> Source:
    """The source with this text (captions: with the words of its cues). Raises SourceError when it has no
    words."""
    if sha256 is None:
        sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    suffix = Path(path).suffix.lower()
    turns: tuple[Turn, ...] = ()
    if suffix in CAPTIONS:
        captioned = (read_vtt if suffix == ".vtt" else read_srt)(text, path)
        text, turns = captioned.text, captioned.turns
    if not any(character.isalnum() for character in text):
        raise SourceError(f"{path!r}: the source holds no words; give a file with text in it")
    found = layout(text, language, read_markdown(text).masked if suffix in MARKDOWN else ())
    return Source(
        id=id, path=path, sha256=sha256, text=text, turns=turns or found.turns, apparatus=found.apparatus
    )
