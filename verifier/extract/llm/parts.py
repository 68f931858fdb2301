"""Cut an article that is too long for one question into parts, at paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.llm.fence import code_for, fenced, neutralised, numbered
from verifier.llm.prompts import Prompt
from verifier.llm.usage import CHARS_PER_TOKEN
from verifier.settings import Settings
from verifier.text.document import Document
from verifier.text.segment import Segments

MAX_PARTS = 32
"""Parts of one article that are asked about; what stands behind them is named as a gap."""


@dataclass(frozen=True)
class Part:
    """Whole sentences of the text at [start, end), `first` the number of the first of them (1-based)."""

    start: int
    end: int
    first: int
    sentences: tuple[tuple[int, int], ...]


def room_chars(prompt: Prompt, settings: Settings, output_share: float = 0.0) -> int:
    """Code points of article that fit beside the prompt's fixed text, 0 when none do.

    `output_share` is how many tokens an answer takes for each token of article; an answer cut at
    `max_output_tokens` would be lost whole, so the article is cut first.
    """
    fixed = sum(len(turn.content) for turn in prompt.turns) + len(prompt.template)
    chars = settings.max_prompt_tokens * CHARS_PER_TOKEN - fixed
    if output_share:
        chars = min(chars, int(settings.max_output_tokens / output_share) * CHARS_PER_TOKEN)
    return max(chars, 0)


def parts_of(segments: Segments, room: int) -> tuple[Part, ...]:
    """The text in stretches of at most `room` code points, cut between paragraphs where that is possible.

    A paragraph longer than that is cut between sentences; a sentence longer than that stands alone and is
    over length. Empty when there is nothing to read.
    """
    if not segments.sentences:
        return ()
    ends = {end for _, end in segments.paragraphs}
    found: list[Part] = []
    begin = 0
    last_break = 0  # index of the first sentence after the newest paragraph end
    for index, (_, end) in enumerate(segments.sentences):
        while end - segments.sentences[begin][0] > room and index > begin:
            cut = last_break if last_break > begin else index
            found.append(_part(segments, begin, cut))
            begin = cut
        if end in ends:
            last_break = index + 1
    found.append(_part(segments, begin, len(segments.sentences)))
    return tuple(found)


def _part(segments: Segments, begin: int, end: int) -> Part:
    chosen = segments.sentences[begin:end]
    return Part(chosen[0][0], chosen[-1][1], begin + 1, chosen)


def whole(segments: Segments) -> Part | None:
    """All of the text as one part; null when it is empty."""
    return _part(segments, 0, len(segments.sentences)) if segments.sentences else None


def shown(document: Document, part: Part, *, with_numbers: bool, code: str | None = None) -> str:
    """The part as a model sees it: markup blanked, delimiters harmless, sentences numbered, fenced."""
    prose = neutralised(document.prose[part.start : part.end])
    if with_numbers:
        local = [(start - part.start, end - part.start) for start, end in part.sentences]
        prose = numbered(prose, local, part.first)
    return fenced("article", prose.strip("\r\n"), code or code_for(prose))
