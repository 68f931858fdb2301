"""Pass 1 without a model: quotes, claims and speakers of one document."""

from __future__ import annotations

from verifier.collection import collection_paused
from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.beside.blockquote import BlockQuotes
from verifier.extract.rules.beside.posts import by_handle, post
from verifier.extract.rules.carried.leftover import Carry
from verifier.extract.rules.claims.find import find_claims
from verifier.extract.rules.compose import compose
from verifier.extract.rules.dialogue.asked import asked
from verifier.extract.rules.dialogue.interview import labels, turns
from verifier.extract.rules.dialogue.interviewed import by_turn
from verifier.extract.rules.dialogue.turn import answers_in_marks, attributed
from verifier.extract.rules.overlaps import without_overlaps
from verifier.extract.rules.paragraph import read_paragraph
from verifier.extract.rules.sources.scraps import naming
from verifier.extract.rules.speakers import speakers
from verifier.extract.rules.words.grammar import Grammar, grammar
from verifier.extract.rules.words.tokens import Reader
from verifier.extract.rules.words.units import read_apart
from verifier.model.extraction import Extraction
from verifier.text.document import Document
from verifier.text.marks import Marks, marks_of
from verifier.text.segment import Segments


def attributions(document: Document, segments: Segments, marks: Marks) -> list[Attribution]:
    """Every attribution of the document, in order."""
    text = document.prose
    lookups = grammar(document.language)
    reader = Reader(text, lookups)
    found: list[Attribution] = []
    carry = Carry()
    quotations = marks.quotations
    sentences = [s for s, _ in segments.sentences]
    structure = document.structure
    labelled = labels(text, segments.paragraphs, lookups)
    titles = [(h.start, h.end) for h in structure.headings]
    heads = {start for start, _ in titles}
    spoken = turns(text, segments.paragraphs, labelled, lookups, titles)
    if not spoken:
        spoken = asked(document, segments.paragraphs, labelled, lookups)
    taken = {paragraph for turn in spoken for paragraph in turn.paragraphs}
    blocks = BlockQuotes(document, reader, lookups)
    q = s = 0
    above: Stretch | None = None
    for begin, finish in segments.paragraphs:
        first = q
        while q < len(quotations) and quotations[q].start < finish:
            q += 1
        opened = s
        while s < len(sentences) and sentences[s] < finish:
            s += 1
        if (begin, finish) in taken:
            carry = Carry()
            continue
        tokens = read_apart(reader, begin, finish, quotations[first:q], text, sentences[opened:s])
        if not len(tokens):
            continue
        if blocks.paragraph(begin, finish, tokens, carry):
            continue
        signed = post(tokens, text, above)
        above = (begin, finish) if first == q and tokens.start[0] not in heads else None
        if signed is not None:
            found.append(signed)
            continue
        before = carry.last
        found += read_paragraph(tokens, sentences[opened:s], lookups, carry)
        if first == q and tokens.start[0] in heads:
            carry.last = before  # a quotation may run on below a crosshead
    found = _without_labels(text, [a for a in found if a.content])
    _without_scraps(found, reader, lookups)
    answers_in_marks(found, spoken)
    found += attributed(spoken, quotations)
    found += blocks.end()
    found.sort(key=lambda a: (a.content[0], a.content[-1][1]))
    return without_overlaps(text, found, quotations)


def _without_scraps(found: list[Attribution], reader: Reader, lookups: Grammar) -> None:
    """Take away the sources that name nobody, and verbs at the end of those that do."""
    lengths: dict[str, int] = {}
    for made in found:
        if made.source is None:
            continue
        start, finish = made.source
        words = reader.text(start, finish)
        if words not in lengths:
            tokens = reader.read(start, finish, ())
            end = naming(tokens, lookups)
            named = finish if end == len(tokens) else tokens.end[end - 1] if end else start
            lengths[words] = named - start
        made.source = (start, start + lengths[words]) if lengths[words] else None


def _without_labels(text: str, found: list[Attribution]) -> list[Attribution]:
    """Leave out headlines of the form "X: ..." when nothing else in the text is given to X."""
    sources = {text[slice(*a.source)] for a in found if a.source and a.rule != "turn"}
    speaking = {word for source in sources for word in _names_of(source)}
    return [
        a for a in found if a.rule != "turn" or a.source is None or _speaks(text[slice(*a.source)], speaking)
    ]


def _names_of(source: str) -> list[str]:
    """The last word and the words in capitals before it: "the Dorn mayor Karl Brandt" has two."""
    words = source.split()
    at = len(words) - 1
    while at > 0 and words[at][0].isupper() and words[at - 1][0].isupper():
        at -= 1
    return words[at:]


def _speaks(label: str, speaking: set[str]) -> bool:
    return label.isupper() or label.split()[-1] in speaking


@collection_paused()
def extract(document: Document, segments: Segments) -> Extraction:
    """Quotes in text order, their speakers resolved over the article; every span the document's own.

    Deterministic, linear in the document's length, no network. An unknown language gives direct quotes by
    their marks.
    """
    marks = marks_of(document, segments)
    found = attributions(document, segments, marks)
    named = by_handle(document, speakers(document, segments))
    speaker = by_turn(document, segments, grammar(document.language), found, named)
    quotes = compose(document, found, marks.quotations, speaker)
    return Extraction(quotes=quotes, claims=find_claims(document, segments, quotes))
