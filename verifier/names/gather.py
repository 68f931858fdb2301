"""Which mentions mean one and the same: full names first, then the short forms that lean on them."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter

from verifier.names.acting import settle_persons
from verifier.names.apart import keep_apart
from verifier.names.drafts import Draft, Gatherer, printed, titled
from verifier.names.lexicon import Lexicon, lexicon
from verifier.names.mention import Mention
from verifier.names.parse import fold_name
from verifier.names.places import settle_places
from verifier.names.scan import begins_sentence
from verifier.names.short_forms import short_forms
from verifier.text.document import Document
from verifier.text.segment import Segments


def gather(
    document: Document, segments: Segments, mentions: tuple[Mention, ...]
) -> tuple[list[Draft], list[int | None], dict[int, tuple[int, ...]]]:
    """Entities in order of first mention; each mention's owner; the candidates where there is none."""
    text = document.prose
    lex = lexicon(document.language)
    g = Gatherer(text, lex)
    owners: list[int | None] = [None] * len(mentions)
    rivals: dict[int, tuple[int, ...]] = {}
    late: list[int] = []
    surnames = {
        fold_name(text[slice(*m.name_span)].split()[-1])
        for m in mentions
        if m.kind == "person" and not m.single
    }
    keep_apart(g, mentions, segments)
    alone = Counter(fold_name(text[slice(*m.name_span)]) for m in mentions if m.single)
    for i, mention in enumerate(mentions):
        if mention.single:
            late.append(i)
            continue
        words = printed(text, mention.name_span)
        if mention.kind == "person" and " " not in words:
            late.append(i)
            continue
        kind, full = mention.kind, titled(text, mention, words, lex)
        lone = kind == "unknown" and _used_alone(words, alone, lex)
        # "Bashing Brell" opens a sentence, and "Tom Brell" is named elsewhere.
        if lone and (
            fold_name(words.split()[-1]) not in surnames or not begins_sentence(text, mention.name_span[0])
        ):
            kind = "person"
        if kind in ("person", "unknown"):
            owners[i] = g.person(words, full, kind)
        else:
            owners[i] = g.body(words, kind)
        g.add(
            owners[i] or 0,
            mention if kind == mention.kind else mention._replace(kind=kind),
            words,
            g.parse(full).gender,
        )
    short_forms(g, mentions, late, owners, rivals, segments)
    settle_places(document, g.drafts, lex)
    settle_persons(text, mentions, g.drafts, lex)
    return _in_order(g.drafts, owners, rivals)


def _used_alone(words: str, alone: Counter[str], lex: Lexicon) -> bool:
    """Two or three words whose last the text also uses by itself, as it does with surnames."""
    parts = words.split()
    last = parts[-1].casefold()
    front = parts[0].casefold()
    return (
        len(parts) in (2, 3)
        and last not in lex.bodies.groups
        and front not in lex.bodies.groups
        and front not in lex.places
        and last not in lex.places
        and front not in lex.peoples
        and bool(alone[fold_name(parts[-1])])
    )


def _in_order(
    drafts: list[Draft], owners: list[int | None], rivals: dict[int, tuple[int, ...]]
) -> tuple[list[Draft], list[int | None], dict[int, tuple[int, ...]]]:
    for draft in drafts:
        draft.mentions.sort(key=attrgetter("name_span"))
    order = sorted(
        range(len(drafts)),
        key=lambda n: drafts[n].mentions[0].name_span if drafts[n].mentions else (1 << 62, 0),
    )
    place = {old: new for new, old in enumerate(order)}
    return (
        [drafts[n] for n in order],
        [None if n is None else place[n] for n in owners],
        {i: tuple(place[n] for n in found) for i, found in rivals.items()},
    )
