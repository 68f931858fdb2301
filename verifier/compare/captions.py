"""Captions (.vtt, .srt) as running text with turns: cue numbers and times are left out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verifier.compare.source import Turn
from verifier.errors import SourceError

_TAG = re.compile(r"<[^<>\n]{0,200}>")
_VOICE = re.compile(r"<v(?:\.[\w.-]{0,60})?[ \t]+([^<>\n]{1,120})>")


@dataclass(frozen=True, slots=True)
class Captioned:
    """The words of all cues, one caption line a line, and the turns of voices (empty when none is named)."""

    text: str
    turns: tuple[Turn, ...]


def read_vtt(data: str, path: str) -> Captioned:
    """WebVTT. Voices (`<v Ada Brell>`) become turns; entities are decoded, tags left out.

    Raises SourceError when the file is not WebVTT.
    """
    import webvtt

    try:
        captions = webvtt.from_string(data.replace("\r\n", "\n").replace("\r", "\n"))
    except (webvtt.errors.MalformedFileError, webvtt.errors.MalformedCaptionError, ValueError) as error:
        raise SourceError(f"{path!r}: is not WebVTT ({_short(error)}); export the captions again") from None
    return _joined(_voiced(caption.raw_text) for caption in captions.captions)


def read_srt(data: str, path: str) -> Captioned:
    """SubRip. Speaker prefixes in the text are read as in any transcript. Raises SourceError."""
    import srt

    try:
        cues = list(srt.parse(data.replace("\r\n", "\n").replace("\r", "\n")))
    except (srt.SRTParseError, ValueError, OverflowError) as error:
        raise SourceError(f"{path!r}: is not SubRip ({_short(error)}); export the captions again") from None
    return _joined([(None, _clean(cue.content))] for cue in cues)


def _voiced(raw: str) -> list[tuple[str | None, str]]:
    """A cue's text as (voice, words); the voice is null until one is named."""
    pieces: list[tuple[str | None, str]] = []
    voice: str | None = None
    at = 0
    for match in _VOICE.finditer(raw):
        before = _clean(raw[at : match.start()])
        if before:
            pieces.append((voice, before))
        voice, at = html.unescape(match[1]).strip(), match.end()
    rest = _clean(raw[at:])
    return [*pieces, (voice, rest)] if rest else pieces


def _clean(raw: str) -> str:
    return html.unescape(_TAG.sub("", raw)).replace("\x00", "").strip()


def _joined(cues: Iterable[list[tuple[str | None, str]]]) -> Captioned:
    parts: list[str] = []
    turns: list[Turn] = []
    at = 0
    named = False
    for voice, line in _lines(cues):
        start, at = at, at + len(line) + 1
        parts.append(line + "\n")
        named = named or voice is not None
        if turns and turns[-1].speaker == voice:
            turns[-1] = Turn(start=turns[-1].start, end=at, speaker=voice)
        else:
            turns.append(Turn(start=start, end=at, speaker=voice))
    return Captioned("".join(parts), tuple(turns) if named else ())


def _lines(cues: Iterable[list[tuple[str | None, str]]]) -> Iterator[tuple[str | None, str]]:
    """Lines in order; a line that a rolling caption shows again in the next cue counts once."""
    before: list[str] = []
    for cue in cues:
        lines = [(voice, line.strip()) for voice, text in cue for line in text.split("\n") if line.strip()]
        shown = [line for _, line in lines]
        again = next((n for n in range(min(len(before), len(shown)), 0, -1) if before[-n:] == shown[:n]), 0)
        # Saying the same short line twice is speech; only a cue that also goes on is rolling.
        if again and (len(shown) > again or len(before) > again):
            lines = lines[again:]
        yield from lines
        before = shown


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__
