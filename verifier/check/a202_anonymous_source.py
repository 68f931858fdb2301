"""A202 anonymous-source: what is said is given to somebody without a name."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.persons import listed
from verifier.check.reading import words_of
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown
from verifier.model.base import Span
from verifier.names.lexicon import Lexicon, lexicon

RULE = Rule(
    id="A202",
    name="anonymous-source",
    severity="note",
    summary="a statement given to a source without a name",
)

_NAME_WITHIN = 80
_BESIDE = 14
"""Code points: how long a name may be, and what may stand between it and the words that add to it."""


def run(context: CheckContext) -> Iterator[Draft]:
    """Speech given to words that name nobody; a warning in the strict profile when it is a direct quote."""
    done: set[int] = set()
    for quote in context.quotes:
        span = quote.speaker.span
        if quote.speaker.status != "anonymous" or span is None or quote.act != "speech":
            continue
        if span.start in done or not _is_source(context, span) or _names_before(context, span):
            continue
        done.add(span.start)
        grave = quote.kind == "direct" and context.profile == "strict"
        yield context.finding(
            RULE,
            f"{shown(span.text)} names nobody; name the source, or say why it cannot be named",
            [span, *quote.fragments],
            severity="warning" if grave else None,
        )


def _is_source(context: CheckContext, span: Span) -> bool:
    """Whether the words mean somebody who could be named: sources and officials, not crowds, shares of a poll
    or "the man" introduced before."""
    language = context.document.language
    lex = lexicon(language)
    words = [word for _, _, word in words_of(context.document.prose, span.start, span.end)]
    if not words or words[0][0].isdecimal():
        return False
    if listed(language, "sources", "markers") & set(words):
        return True
    base = _base(words, lex)
    if not base:
        return False
    if any(word in listed(language, "sources", "nouns") for word in base):
        return True
    # "A producer for the harbour radio": one person, and nobody knows who.
    return words[0] in lex.indefinite and base[-1] in lex.roles


def _names_before(context: CheckContext, span: Span) -> bool:
    """Whether the words only add to a name: "Clara Brell (Saltmere), a trader in nets, said"."""
    if not context.document.prose[max(0, span.start - 3) : span.start].rstrip().endswith(","):
        return False
    entities = context.entities
    near = entities.mention_range(span.start - _NAME_WITHIN, span.start)
    return any(entities.mentions[i].span[1] >= span.start - _BESIDE for i in near)


def _base(words: list[str], lex: Lexicon) -> list[str]:
    """The noun phrase before "of", "for", "who" and their like."""
    cut = next((i for i, word in enumerate(words) if i and word in lex.cut), len(words))
    return words[:cut]
