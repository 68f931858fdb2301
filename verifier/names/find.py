"""Names in running text, without a parser: capitalised runs, weighed by what stands beside and elsewhere."""

from __future__ import annotations

from operator import attrgetter

from verifier.names.genitive import with_owners, without_genitive
from verifier.names.headline import headline_zones
from verifier.names.headline_names import full_names, in_headline
from verifier.names.joined import join_parts
from verifier.names.known import known_words, stands
from verifier.names.lexicon import lexicon
from verifier.names.mention import Mention, mention_of
from verifier.names.openers import without_openers
from verifier.names.scan import pieces_of, scan
from verifier.text.document import Document
from verifier.text.segment import Segments


def find_mentions(document: Document, segments: Segments) -> tuple[Mention, ...]:
    """All names, in text order, linear in the text's length.

    A word that opens a sentence counts as a name only when the text shows it as one elsewhere or the tables
    know it; words in headlines only when the running text names them.
    """
    text = document.prose
    lex = lexicon(document.language)
    zones = headline_zones(document, segments)
    found, headlines = scan(text, lex, zones)
    if not found:
        found, headlines = [f for run in headlines for f in pieces_of(text, run, lex)], []
    found = join_parts(text, found, lex)
    found = without_openers(text, found)
    known = known_words(text, found, lex)
    if lex.phrases.bare_genitive:
        known = with_owners(text, found, known, lex)
        found = [without_genitive(text, item, known, lex) for item in found]
    mentions = [mention_of(text, item, lex) for item in found if stands(text, item, known, lex)]
    names = full_names(text, mentions) if headlines else {}
    for run in headlines:
        mentions.extend(in_headline(text, run, names, known))
    mentions.sort(key=attrgetter("name_span"))
    return tuple(mentions)
