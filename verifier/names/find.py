"""Names in running text, without a parser: capitalised runs, weighed by what stands beside and elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import NamedTuple

from verifier.names.apposition import apposed_before, role_after, role_before
from verifier.names.genitive import with_owners, without_genitive
from verifier.names.given import given_names
from verifier.names.headline import headline_zones
from verifier.names.joined import Found, join_parts
from verifier.names.lexicon import Lexicon, lexicon
from verifier.names.openers import given_before, without_openers
from verifier.names.parse import fold_name, is_title
from verifier.names.runs import MentionKind, holds_headline_verb, read_run, run_pattern, split_run, tokens_of
from verifier.names.whereabouts import stands_in
from verifier.text.document import Document
from verifier.text.segment import Segments

Offsets = tuple[int, int]
"""Half-open, in code points of the document's text."""


class Mention(NamedTuple):
    """One place where a name stands. Offsets are half-open and count code points of the document's text."""

    span: Offsets
    """Role directly before the name, and name; a possessive ending left out."""
    name_span: Offsets
    role_span: Offsets | None
    """The role phrase: directly before the name, or in an apposition beside it."""
    kind: MentionKind
    single: bool
    """One word without a role before it."""
    headline: bool
    """Stands in a headline, where capitals tell nothing."""


def find_mentions(document: Document, segments: Segments) -> tuple[Mention, ...]:
    """All names, in text order, linear in the text's length.

    A word that opens a sentence counts as a name only when the text shows it as one elsewhere or the tables
    know it; words in headlines only when the running text names them.
    """
    text = document.prose
    lex = lexicon(document.language)
    zones = headline_zones(document, segments)
    found, headlines = _scan(text, lex, zones)
    if not found:
        found, headlines = [f for run in headlines for f in _pieces(text, run, lex)], []
    found = join_parts(text, found, lex)
    found = without_openers(text, found)
    known = _known(text, found, lex)
    if lex.phrases.bare_genitive:
        known = with_owners(text, found, known, lex)
        found = [without_genitive(text, item, known, lex) for item in found]
    mentions = [
        _mention(text, item, lex, headline=False) for item in found if _stands(text, item, known, lex)
    ]
    names = _full_names(text, mentions) if headlines else {}
    for run in headlines:
        mentions.extend(_in_headline(text, run, names, known))
    mentions.sort(key=attrgetter("name_span"))
    return tuple(mentions)


def _scan(text: str, lex: Lexicon, zones: list[Offsets]) -> tuple[list[Found], list[Offsets]]:
    found: list[Found] = []
    headlines: list[Offsets] = []
    starts = [z[0] for z in zones]
    for match in run_pattern(lex.name.particles).finditer(text):
        start = match.start()
        if start and (text[start - 1].isalnum() or text[start - 1] in "@_/"):
            continue
        if zones:
            z = bisect_right(starts, start) - 1
            if z >= 0 and start < zones[z][1]:
                headlines.append(match.span())
                continue
        run = match.group()
        if (
            lex.small.credits
            and text.startswith(":", match.end())
            and run.split()[-1].casefold() in lex.small.credits
        ):
            run = run[: run.rindex(run.split()[-1])].rstrip()
        pieces = split_run(run, lex.language)
        if not pieces:
            if holds_headline_verb(run, lex):
                headlines.append(match.span())
            continue
        opening = begins_sentence(text, start)
        if (
            pieces[0].start
            and (at := given_before(text, start, run, pieces[0], lex, opening=opening)) is not None
        ):
            pieces = (pieces[0]._replace(start=at, name=at, single=False), *pieces[1:])
        for p in pieces:
            weak = p.first and (p.start > 0 or opening)
            found.append(Found(start + p.start, start + p.name, start + p.end, p.kind, p.single, weak))
    return found, headlines


def _pieces(text: str, run: Offsets, lex: Lexicon) -> list[Found]:
    start, end = run
    return [
        Found(start + p.start, start + p.name, start + p.end, p.kind, p.single, p.first)
        for p in read_run(text[start:end], lex)
    ]


def begins_sentence(text: str, at: int) -> bool:
    """Whether a capital at this offset may be owed to the place: after a stop, a colon, a mark, a break."""
    if at == 0:
        return True
    before = text[at - 1]
    if before != " ":
        joined = before in "–—" and at > 1 and text[at - 2].isalnum()
        return not (joined or before.isalnum() or before in "-‑/&’'(")
    before = text[at - 2] if at > 1 else "\n"
    if before in ".!?:…•–—*\n" or before == " ":
        return True
    return before in '"”’“»)' and at > 2 and text[at - 3] in ".!?…,"


def _known(text: str, found: list[Found], lex: Lexicon) -> set[str]:
    """Folded words the text shows to be names: parts of persons' names, and lone words inside sentences."""
    known: set[str] = set()
    for item in found:
        if item.single:
            if not item.weak and not lex.small.nouns_capitalised:
                known.add(text[item.name : item.end])
        elif item.kind == "person" or (
            item.kind == "unknown" and not item.weak and not lex.small.nouns_capitalised
        ):
            words = text[item.name : item.end].split()
            if len(words) > 2 and fold_name(words[-1]) in lex.name.suffixes:
                words = words[:-1]
            parts = (words[0], *words[-2:]) if lex.name.two_surnames else (words[0], words[-1])
            known.update(w for w in parts if len(w) > 1)
        elif item.kind == "unknown" and not lex.small.nouns_capitalised:
            known.add(text[item.name : item.end].split()[-1])
        else:
            known.add(text[item.name : item.end])
            brand, _, noun = text[item.name : item.end].rpartition(" ")
            if noun.casefold().rstrip(".") in lex.bodies.called_by_first:
                known.add(brand)
    return {fold_name(w) for w in known}


def _stands(text: str, item: Found, known: set[str], lex: Lexicon) -> bool:
    if not item.single:
        if item.kind != "unknown" or not lex.small.nouns_capitalised:
            return True
        words = text[item.name : item.end].split()
        common = (
            any(w.casefold().endswith(lex.small.common_endings) for w in words)
            if lex.small.common_endings
            else False
        )
        return not common and not (item.weak and fold_name(words[-1]) not in known)
    word = text[item.name : item.end]
    folded = fold_name(word)
    low = word.casefold()
    people = low in lex.peoples or low.rpartition("-")[2] in lex.many_of_a_people
    if people or low.rstrip(".") in lex.roles or len(folded) < 2:
        return False
    if item.kind != "unknown":
        return not item.weak or item.kind == "place" or folded in known or word.isupper()
    if folded in known:
        return True
    if lex.small.nouns_capitalised:
        return False
    return not item.weak or (word.isupper() and text[item.end : item.end + 1] == ":")


def _mention(text: str, item: Found, lex: Lexicon, *, headline: bool) -> Mention:
    start, name, end, _, single, _ = item
    kind: MentionKind = "unknown" if item.kind == "role" else item.kind
    role: Offsets | None = None
    if kind in ("person", "unknown"):
        titled = start < name and any(is_title(w, lex) for w in text[start:name].split())
        before = role_before(text, start, lex, titled=titled, linked=not titled and start < name)
        if before is not None:
            start, kind, titled = before, "person", True
        if titled:
            role = (start, name - 1)
            if all(w.rstrip(".").casefold() in lex.titles for w in text[start : name - 1].split()):
                apposed = apposed_before(text, start, lex)  # "l’avocat de la défense, Me Julien Tardy"
                role = (apposed[0], name - 1) if apposed else role
        else:
            start = name
        if role is None:
            # "In Orsk, the mayor said": a place has no role.
            bearer = kind == "person" or not (single or stands_in(text, name, end, lex))
            role = role_after(text, end, lex) if bearer else None
            role = role or apposed_before(text, name, lex)
            if role is not None:
                kind = "person"
        if kind == "unknown" and not single and _followed_by_person(text, end, lex):
            kind = "person"
        if kind == "unknown" and single and role is None and text[name:end].casefold() in given_names():
            kind = "person"
    whole = (start, end)
    bare = whole if start == name else (name, end)
    return Mention(whole, bare, role, kind, single and start == name, headline)


def _followed_by_person(text: str, end: int, lex: Lexicon) -> bool:
    """A relative pronoun only persons take, or an age, comes next."""
    if text[end : end + 2] == ", ":
        word = text[end + 2 : end + 12].split(" ", 1)[0].rstrip(",.")
        return word in lex.persons.personal or (word.isdigit() and 1 < len(word) <= 3)
    return text[end + 1 : end + 12].split(" ", 1)[0] in lex.persons.personal


def _full_names(text: str, mentions: list[Mention]) -> dict[str, list[tuple[tuple[str, ...], MentionKind]]]:
    """Names of the running text by their first folded word, longest first."""
    printed: dict[str, MentionKind] = {}
    for m in mentions:
        printed.setdefault(text[slice(*m.name_span)], m.kind)
    forms: dict[tuple[str, ...], MentionKind] = {}
    for words, kind in printed.items():
        forms.setdefault(tuple(fold_name(w) for w in words.split()), kind)
    index: dict[str, list[tuple[tuple[str, ...], MentionKind]]] = {}
    for form, form_kind in sorted(forms.items(), key=lambda f: (-len(f[0]), f[0])):
        if form:
            index.setdefault(form[0], []).append((form, form_kind))
    return index


def _in_headline(
    text: str,
    run: Offsets,
    names: dict[str, list[tuple[tuple[str, ...], MentionKind]]],
    known: set[str],
) -> list[Mention]:
    """Names of the running text that stand in a headline's run."""
    tokens = tokens_of(text[run[0] : run[1]])
    words = []
    for token in tokens:
        word = token.text
        for mark in ("’s", "'s", "."):
            if word.endswith(mark):
                word = word[: -len(mark)]
        words.append((fold_name(word), token.start, token.start + len(word)))
    mentions: list[Mention] = []
    i = 0
    while i < len(words):
        size, kind = 0, "unknown"
        for form, form_kind in names.get(words[i][0], [])[:20]:
            if len(form) <= len(words) - i and all(form[k] == words[i + k][0] for k in range(len(form))):
                size, kind = len(form), form_kind
                break
        if not size and words[i][0] in known:
            size, kind = 1, "unknown"
        if size:
            span = (run[0] + words[i][1], run[0] + words[i + size - 1][2])
            mentions.append(Mention(span, span, None, kind, size == 1, True))  # type: ignore[arg-type]
        i += size or 1
    return mentions
