"""A202 anonymous-source: what is said is given to somebody without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.check.opposites import Opposites
from verifier.check.persons import person_table
from verifier.check.reading import folded_words, words_of
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown
from verifier.model.base import Span
from verifier.model.extraction import Quote
from verifier.names.lexicon import Lexicon, lexicon

RULE = Rule(
    id="A202",
    name="anonymous-source",
    severity="note",
    summary="a statement given to a source without a name",
)

MOST_PLACES = 20
"""Of one source that are pointed at."""
_ADDED = re.compile(r"[,(;]|\s[–—-]\s")
_CUE_WORDS = 6
"""More words between a speaker and its verb are a clause, whose negator denies something else."""
_NAME_WITHIN = 80
_BESIDE = 14
"""Code points: how long a name may be, and what may stand between it and the words that add to it."""


def run(context: CheckContext) -> Iterator[Draft]:
    """One finding a source, on every place with the same words for it; a warning in the strict profile when
    it is quoted directly."""
    places: dict[tuple[str, ...], list[Span]] = {}
    quoted: set[tuple[str, ...]] = set()
    for quote in context.quotes:
        if quote.speaker.status != "anonymous" or quote.speaker.span is None or quote.act != "speech":
            continue
        span = _phrase(context, quote.speaker.span)
        if not (_is_source(context, span) or _is_one(context, quote, span)) or _silent(context, quote):
            continue
        if _names_beside(context, quote.speaker.span):
            continue
        lex = lexicon(context.document.language)
        source = tuple(
            w
            for w in folded_words(span.text)
            if w not in lex.determiners.indefinite | lex.determiners.definite
        )
        known = places.setdefault(source, [])
        if span not in known:
            known.append(span)
        if quote.kind == "direct":
            quoted.add(source)
    for source, spans in places.items():
        grave = source in quoted and context.profile == "strict"
        yield context.finding(
            RULE,
            f"{shown(spans[0].text)} names nobody; name the source, or say why it cannot be named",
            spans[:MOST_PLACES],
            severity="warning" if grave else None,
        )


def _phrase(context: CheckContext, span: Span) -> Span:
    """The words for the source, without what is added ("one guest, who asked not to be named")."""
    cut = lexicon(context.document.language).cut
    end = next((m.start() for m in _ADDED.finditer(span.text)), len(span.text))
    words = list(words_of(context.document.prose, span.start, span.start + end))
    while len(words) > 1 and words[-1][2] in cut:
        words.pop()
    return context.document.span(span.start, words[-1][1]) if words else span


def _silent(context: CheckContext, quote: Quote) -> bool:
    """Whether nothing was said: "a lawyer for the Line did not respond"."""
    if quote.cue is None:
        return False
    negators = Opposites.of(context.document.language).negators
    low = min(quote.cue.start, quote.speaker.span.end if quote.speaker.span else quote.cue.start)
    words = folded_words(context.document.prose[low : quote.cue.end])
    return len(words) <= _CUE_WORDS and any(word in negators for word in words)


def _is_source(context: CheckContext, span: Span) -> bool:
    """Whether the words mean somebody who could be named: sources and officials, not crowds, shares of a poll
    or "the man" introduced before."""
    language = context.document.language
    lex = lexicon(language)
    words = [word for _, _, word in words_of(context.document.prose, span.start, span.end)]
    if not words or words[0][0].isdecimal():
        return False
    if person_table(language).sources.markers & set(words):
        return True
    base = _base(words, lex)
    if not base or words[0] in person_table(language).sources.before:
        return False  # "the official": told of before
    return any(word in person_table(language).sources.nouns for word in base)


def _is_one(context: CheckContext, quote: Quote, span: Span) -> bool:
    """ "A producer for the harbour radio said": one person, and nobody knows who; not "if a mayor says", nor
    whoever only asks."""
    lex = lexicon(context.document.language)
    base = _base([word for _, _, word in words_of(context.document.prose, span.start, span.end)], lex)
    if (
        quote.cue is None
        or not base
        or base[0] not in lex.determiners.indefinite
        or base[-1] not in lex.roles
    ):
        return False
    if set(folded_words(quote.cue.text)) & lex.phrases.asking:
        return False
    start = context.sentence(span.start)[0]
    before = context.document.prose[start : span.start].strip()
    return not any(map(str.isalnum, before[-1:])) or start <= quote.cue.start < quote.cue.end <= span.start


def _names_beside(context: CheckContext, span: Span) -> bool:
    """Whether the words only add to a name, or names add to them: "Clara Brell (Saltmere), a trader in nets",
    "officials including Clara Brell"."""
    if person_table(context.document.language).sources.including & set(folded_words(span.text)):
        return True
    if not context.document.prose[max(0, span.start - 3) : span.start].rstrip().endswith(","):
        return False
    entities = context.entities
    near = entities.mention_range(span.start - _NAME_WITHIN, span.start)
    return any(entities.mentions[i].span[1] >= span.start - _BESIDE for i in near)


def _base(words: list[str], lex: Lexicon) -> list[str]:
    """The noun phrase before "of", "for", "who" and their like."""
    cut = next((i for i, word in enumerate(words) if i and word in lex.cut), len(words))
    return words[:cut]
