"""Who speaks where in a transcript, and which of its characters nobody spoke.

A label stands at the start of a line: "NAME: words", ">> NAME: words", "Name (party): words". It counts
when the name is in capitals or when the same label comes again, so that "Note: ..." in running prose is not
a speaker.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from verifier.compare.source import Turn
from verifier.language.load import table

_LABEL = re.compile(
    r"^[ \t]{0,8}(?P<change>(?:>>|»|&gt;&gt;|[-–—])[ \t]{0,3})?"
    r"(?:\*\*|__)?(?P<name>[^\W\d_][^\n:\[\]{}<>“”\"!?;]{0,60}?)[ \t]?(?:\*\*|__)?:(?:\*\*|__)?(?:[ \t]+|$)",
    re.MULTILINE,
)
_CHANGE = re.compile(r"^[ \t]{0,8}(?:>>|»)[ \t]{0,3}", re.MULTILINE)
_BRACKETED = re.compile(r"\[[^\[\]\n]{0,120}\]|\([^()\n]{0,80}\)")
_PAGE_BREAK = re.compile(r"^[^\n]{0,100}\n?\f|\f[^\n]{0,100}", re.MULTILINE)
_MAX_LABEL_WORDS = 7
_MIN_SHARE = 0.02
"""A text counts as a transcript when at least this share of its lines begin a turn (and two do)."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Turns that tile the text (empty when nobody is named) and the flat stretches nobody spoke."""

    turns: tuple[Turn, ...]
    apparatus: array[int]


def layout(text: str, language: str = "en", masked: Iterable[tuple[int, int]] = ()) -> Layout:
    """Read the layout of a plain text; linear in its length. `masked` stretches are markup."""
    stage = _stage(language)
    labels = _labels(text)
    marks = list(masked)
    signs = {start for start, _ in marks}
    silent = sorted([*marks, *_pages(text, language)])
    if labels:
        silent += [(match.start(), match.end()) for match in labels]
        silent += [(match.start(), match.end()) for match in _CHANGE.finditer(text)]
    silent += (d for d in _directions(text, stage, transcript=bool(labels)) if d[0] not in signs)
    turns = _turns(text, labels, stage) if labels else ()
    silent += [(t.start, t.end) for t in turns if t.speaker and _fold(t.speaker) in stage["stage_labels"]]
    return Layout(turns, _flat(silent))


def is_generic(label: str, language: str = "en") -> bool:
    """Whether a label names a role in the room ("QUESTION", "AUDIENCE MEMBER 2") and no person."""
    bare = re.sub(r"[\d#()]+", " ", _fold(label)).strip(" .")
    return " ".join(bare.split()) in _stage(language)["generic_labels"]


@cache
def _stage(language: str) -> dict[str, frozenset[str]]:
    data: dict[str, Any] = {}
    for code in ("en", language):
        for key, words in table(code, "changes").get("source", {}).items():
            data[key] = frozenset(words) | data.get(key, frozenset())
    return data


def _fold(label: str) -> str:
    return " ".join(label.casefold().replace("’", "'").split())


def _labels(text: str) -> list[re.Match[str]]:
    found = [m for m in _LABEL.finditer(text) if _may_name(m["name"])]
    counts = Counter(m["name"] for m in found)
    kept = [
        m for m in found if m["change"] or m["name"].isupper() or counts[m["name"]] > 1 or _titled(m["name"])
    ]
    lines = text.count("\n") + 1
    return kept if len(kept) >= 2 and len(kept) >= _MIN_SHARE * lines else []


def _may_name(name: str) -> bool:
    words = name.split()
    if not 0 < len(words) <= _MAX_LABEL_WORDS:
        return False
    if name.isupper():
        return True
    lower = sum(word[:1].islower() for word in words)
    return words[0][:1].isupper() and lower <= 2 and (len(words) > lower + 0)


def _titled(name: str) -> bool:
    return bool(re.match(r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Prof|Hon|Sec|Gen)\b\.?", name))


def _directions(text: str, stage: dict[str, frozenset[str]], transcript: bool) -> Iterator[tuple[int, int]]:
    """Brackets that tell what happened in the room. In prose only those with a word of the table."""
    words = stage["stage_words"]
    for match in _BRACKETED.finditer(text):
        inside = match[0][1:-1].strip()
        said = re.findall(r"[^\W\d_]+", inside.casefold())
        told = bool(said) and any(word in words for word in said) and len(said) <= 8
        shouted = transcript and inside.isupper() and len(said) >= 1 and match[0][0] == "("
        timed = bool(re.fullmatch(r"\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?", inside))
        if told or timed or shouted or (transcript and match[0][0] == "["):
            yield match.start(), match.end()


def _turns(text: str, labels: list[re.Match[str]], stage: dict[str, frozenset[str]]) -> tuple[Turn, ...]:
    """Neighbouring lines of one speaker are one turn; stage directions between them do not part them."""
    marks: list[tuple[int, str | None]] = [(m.start(), m["name"].strip()) for m in labels]
    named = {start for start, _ in marks}
    marks += [(m.start(), None) for m in _CHANGE.finditer(text) if m.start() not in named]
    marks.sort(key=lambda mark: mark[0])
    turns: list[Turn] = []
    if marks[0][0] > 0:
        marks.insert(0, (0, None))
    clips = _clips(text, marks, stage)
    for number, ((start, speaker), (end, _)) in enumerate(
        zip(marks, [*marks[1:], (len(text), None)], strict=True)
    ):
        clip = number in clips
        if speaker is not None and _fold(speaker) in stage["stage_labels"]:
            # What happened in the room belongs to the turn it interrupts.
            if turns:
                last = turns[-1]
                turns[-1] = Turn(start=last.start, end=end, speaker=last.speaker, clip=last.clip)
            else:
                turns.append(Turn(start=start, end=end, speaker=None))
            continue
        previous = turns[-1] if turns else None
        if (
            previous is not None
            and speaker is not None
            and previous.speaker == speaker
            and previous.clip == clip
        ):
            turns[-1] = Turn(start=previous.start, end=end, speaker=speaker, clip=clip)
        else:
            turns.append(Turn(start=start, end=end, speaker=speaker, clip=clip))
    return tuple(turns)


def _clips(
    text: str, marks: list[tuple[int, str | None]], stage: dict[str, frozenset[str]]
) -> frozenset[int]:
    """Which marks stand between the begin and the end of a played clip; one without an end is no clip."""
    inside: set[int] = set()
    since: int | None = None
    for number, (start, speaker) in enumerate(marks):
        if speaker is None or _fold(speaker) not in stage["stage_labels"]:
            continue
        end = marks[number + 1][0] if number + 1 < len(marks) else len(text)
        said = set(re.findall(r"[a-z]+", text[start : min(end, start + 120)].casefold()))
        if not said & stage["clip_words"]:
            continue
        if said & stage["clip_begins"]:
            since = number
        elif said & stage["clip_ends"] and since is not None:
            # Only the host's own label is doubtful there; another name in a clip says who speaks.
            host = marks[since - 1][1] if since else None
            inside.update(i for i in range(since + 1, number) if marks[i][1] == host)
            since = None
    return frozenset(inside)


def _pages(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Page numbers with their word ("Page 3 of 12"), lines that touch a form feed, and headers that repeat
    there."""
    stage = _stage(language)
    words = "|".join(map(re.escape, sorted(stage.get("page_words", ()))))
    if not words:
        return
    number = re.compile(
        rf"^[ \t]{{0,40}}[-–—]?[ \t]{{0,4}}(?:{words})\.?[ \t]{{1,4}}\d{{1,5}}"
        r"(?:[ \t]{0,4}(?:of|von|de|sur|/)[ \t]{0,4}\d{1,5})?[ \t]{0,4}[-–—]?[ \t]{0,40}$",
        re.MULTILINE | re.IGNORECASE,
    )
    pages = [match.span() for match in number.finditer(text)]
    yield from pages
    beside: Counter[str] = Counter()
    lines: list[tuple[str, int, int]] = []
    for start, end in pages:
        for left, right in (_line(text, start - 2), _line(text, end + 1)):
            content = text[left:right].strip()
            if content and right - left <= 100:
                beside[content] += 1
                lines.append((content, left, right))
    yield from ((left, right) for content, left, right in lines if beside[content] > 1)
    for match in _PAGE_BREAK.finditer(text):
        yield from (
            (m.start(), m.end()) for m in re.finditer(r"\d{1,5}", match[0]) if m[0] == match[0].strip()
        )


def _line(text: str, at: int) -> tuple[int, int]:
    """The line that holds code point `at` (clamped)."""
    at = max(0, min(at, len(text)))
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _flat(stretches: Iterable[tuple[int, int]]) -> array[int]:
    """Rising, disjoint stretches as one flat array."""
    flat = array("I")
    for start, end in sorted(stretches):
        if start >= end:
            continue
        if flat and start <= flat[-1]:
            flat[-1] = max(flat[-1], end)
        else:
            flat.extend((start, end))
    return flat
