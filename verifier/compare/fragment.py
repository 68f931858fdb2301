"""The verdict on one quoted stretch: of all ways to place it, the one that serves the quote best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log2

from verifier.compare.index import SourceIndex
from verifier.compare.judge import Judged, judge
from verifier.compare.label import GRAVITY
from verifier.compare.locate import Placed, chain
from verifier.compare.quoted import Part, parts_of, trails_off
from verifier.compare.speaker import Voice, voice
from verifier.compare.truncated import cut_short, denial_after, denial_before
from verifier.model.verdict import Change, Label

_WAYS = 6
_AS_GOOD = 0.93
_EXACT = 60
_LONG, _LEAST_SHARE = 200, 0.25
"""A quote of more words than this is one utterance only when this share of its bits stands in place."""
_SHORT = 8
_ANYBODYS = 4
_BEYOND_CHANCE = 22.0


@dataclass(frozen=True, slots=True)
class Found:
    """A place with what was changed there and whose words they are. `rivals` counts other exact places."""

    judged: Judged
    voice: Voice
    rivals: int = 0
    voices: frozenset[str | None] = frozenset()
    """Labels of all speakers who say exactly this."""
    places: tuple[tuple[int, int, int], ...] = ()
    """All places where it may stand, as (source, start, end) in code points."""
    common: bool = False
    """The words stand there, in another's turn, and are too few or too common to tell whose they are."""


def find(
    index: SourceIndex,
    text: str,
    stretch: tuple[int, int],
    *,
    speaker: str | None,
    language: str,
    whole: bool = True,
    near: tuple[int, int] | None = None,
) -> Found | None:
    """The best place of text[start:end], null when it is nowhere near enough to be the same utterance.

    `whole`: the stretch is presented as a sentence, so that being cut short matters. `near`: the (source,
    offset) of another stretch of the same quote, which settles between equals.
    """
    parts = parts_of(text, *stretch, index)
    if not parts:
        return None
    ways = chain(index, parts, _EXACT)
    if not ways:
        return None
    if _too_little(parts, ways[0], index):
        return None
    found = [one for way in _likeliest(ways) if (one := _judged(index, text, parts, way, speaker, language))]
    kept = [one for one in found if near_enough(one) and not by_chance(one, len(index))]
    if not kept:
        alike = [one for one in found if GRAVITY[one.judged.label] <= GRAVITY["cleanup"] and near_enough(one)]
        return replace(min(alike, key=_rank), common=True) if alike else None
    best = min(kept, key=lambda one: (*_rank(one), _away(one, near)))
    exact = [
        one
        for one in kept
        if GRAVITY[one.judged.label] == GRAVITY[best.judged.label]
        and one.judged.found >= best.judged.found - 1e-6
    ]
    if whole and not trails_off(text, *stretch):
        best = _checked_ends(index, text, best, parts, language)
    places = tuple((one.judged.source, one.judged.start, one.judged.end) for one in kept)
    return replace(
        best, places=places, rivals=len(exact) - 1, voices=frozenset(one.voice.speaker for one in exact)
    )


def near_enough(one: Found) -> bool:
    """Whether so much of the quote stands there that it is this utterance, changed, and not another one."""
    judged = one.judged
    if judged.label == "altered" and judged.words <= _SHORT and one.voice.attribution != "same":
        # So few words, one of them another, and nobody to say whose they are: a common phrase met by chance.
        return False
    return judged.found >= floor_for(judged.words, one.voice)


def by_chance(one: Found, size: int) -> bool:
    """Whether another says these words as anybody might: too few, or too common, to accuse of borrowing.

    In a text of N words a phrase of log2(N) bits is met about once by chance; words that go together, often.
    """
    if one.voice.attribution != "other":
        return False
    return one.judged.words <= _ANYBODYS or one.judged.bits < log2(max(2, size)) + _BEYOND_CHANCE


def floor_for(words: int, heard: Voice) -> float:
    """The least share of a quote's bits that must be found, by its length in words and by who speaks there.

    Short quotes of common words match by chance, and an altered match in another's mouth is another occasion.
    """
    base = 0.84 if words <= 12 else 0.76 if words <= 40 else 0.68
    return base + {"same": -0.08, "unknown": 0.0, "second_hand": 0.04, "other": 0.04}[heard.attribution]


def _too_little(parts: Sequence[Part], way: Sequence[Placed | None], index: SourceIndex) -> bool:
    """Whether a long quote shares so little with its likeliest place that naming changes would be in vain."""
    if sum(len(part.words) for part in parts) <= _LONG:
        return False
    told = sum(index.weight(word.number) for part in parts for word in part.words)
    return sum(one.bits for one in way if one is not None) < _LEAST_SHARE * told


def _likeliest(ways: Sequence[tuple[Placed | None, ...]]) -> list[tuple[Placed | None, ...]]:
    """The ways that share nearly as much with the quote as the best does: only they are judged."""
    bits = [sum(one.bits for one in way if one is not None) for way in ways]
    floor = _AS_GOOD * max(bits)
    kept = [way for way, told in zip(ways, bits, strict=True) if told >= floor]
    return kept if all(one is not None and one.exact for one in kept[0]) else kept[:_WAYS]


def _judged(
    index: SourceIndex,
    text: str,
    parts: Sequence[Part],
    way: Sequence[Placed | None],
    speaker: str | None,
    language: str,
) -> Found | None:
    judged = judge(index, text, parts, way, language)
    if judged is None:
        return None
    source = index.sources[judged.source]
    turn = index.turn_at(judged.source, judged.start)
    return Found(judged, voice(source, turn, judged.start, judged.end, speaker, language))


_PREFERRED = {"same": 0, "unknown": 1, "other": 2, "second_hand": 3}


def _rank(one: Found) -> tuple[float, ...]:
    judged = one.judged
    # A word or two stands almost anywhere: there the speaker's own turns come before the better match.
    voice_rank = 1 if one.voice.named else _PREFERRED[one.voice.attribution]
    if judged.words <= 2 and GRAVITY[judged.label] <= GRAVITY["cleanup"]:
        return (voice_rank, GRAVITY[judged.label], -judged.found)
    return (judged.label == "spliced", GRAVITY[judged.label], voice_rank, -round(judged.found, 3))


def _away(one: Found, near: tuple[int, int] | None) -> tuple[int, int, int]:
    judged = one.judged
    if near is None:
        return (0, judged.source, judged.start)
    return (
        int(judged.source != near[0]),
        abs(judged.start - near[1]) if judged.source == near[0] else 0,
        judged.start,
    )


def _checked_ends(index: SourceIndex, text: str, one: Found, parts: Sequence[Part], language: str) -> Found:
    """The same place, graver when words beside it limit or deny what is quoted."""
    judged = one.judged
    if judged.label not in ("verbatim", "marked_edit", "cleanup"):
        return one
    denied = denial_before(index, judged.source, judged.start, text, parts, language) or denial_after(
        index, judged.source, judged.end, language
    )
    if denied is not None:
        change = Change(kind="negation_dropped", quote=None, source=denied)
        label: Label = "altered_material"
        return replace(one, judged=replace(judged, label=label, changes=(change, *judged.changes)))
    if cut_short(index, judged.source, judged.start, judged.end, text, parts, language):
        return replace(one, judged=replace(judged, label="truncated"))
    return one
