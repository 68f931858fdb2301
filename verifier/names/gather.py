"""Which mentions mean one and the same: full names first, then the short forms that lean on them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from verifier.names.find import Mention, Offsets
from verifier.names.lexicon import Gender, Lexicon, given_names, lexicon
from verifier.names.parse import Name, fold_name, is_initial, parse_name
from verifier.names.runs import MentionKind
from verifier.names.same import compare, initials, near_spelling
from verifier.text.document import Document
from verifier.text.segment import Segments

MAX_RIVALS = 12
"""How many bearers of one surname are told apart; further ones join the last. Keeps hostile texts linear."""


MAX_ALIKE = 200
"""With how many surnames of like length and first letter an unknown word is compared."""


@dataclass(kw_only=True)
class Draft:
    """An entity while it is being gathered."""

    name: str
    parsed: Name
    kind: MentionKind
    gender: Gender | None = None
    mentions: list[Mention] = field(default_factory=list)
    variants: dict[str, Offsets] = field(default_factory=dict)


class _Gatherer:
    def __init__(self, text: str, lex: Lexicon) -> None:
        self.text = text
        self.lex = lex
        self.drafts: list[Draft] = []
        self.surnames: dict[str, list[int]] = {}
        self.firsts: dict[str, list[int]] = {}
        self.near: dict[tuple[str, str], list[int]] = {}
        self.bodies: dict[str, int] = {}
        self.acronyms: dict[str, int] = {}
        self.exact: dict[tuple[str, bool], int] = {}
        self.parses: dict[str, Name] = {}
        self.counts: Counter[int] = Counter()
        """Mentions so far, while the short forms are read in text order."""
        self.variants: defaultdict[int, set[str]] = defaultdict(set)
        self.alike: dict[tuple[str, int], list[tuple[str, frozenset[str]]]] | None = None

    def parse(self, words: str) -> Name:
        if words not in self.parses:
            self.parses[words] = parse_name(words, self.lex.language)
        return self.parses[words]

    def new(self, words: str, kind: MentionKind, parsed: Name) -> int:
        number = len(self.drafts)
        self.drafts.append(Draft(name=words, parsed=parsed, kind=kind, gender=parsed.gender))
        return number

    def add(self, number: int, mention: Mention, words: str, gender: Gender | None) -> None:
        draft = self.drafts[number]
        draft.mentions.append(mention)
        if number in self.variants:
            last = words.split()[-1]
            if fold_name(last) in self.variants[number]:
                draft.variants.setdefault(last, mention.name_span)
        if draft.kind == "unknown" and mention.kind != "unknown":
            draft.kind = mention.kind
        if draft.gender is None:
            draft.gender = gender

    # -- full names ---------------------------------------------------------------------------------

    def person(self, words: str, titled: str, kind: MentionKind) -> int:
        """The person of a name of two words or more."""
        parsed = self.parse(titled)
        key = (words, parsed.gender == "female")
        if key in self.exact:
            return self.exact[key]
        tail = words.partition(" ")[2]
        if " " in tail and words.split()[0].casefold() not in given_names() and (tail, key[1]) in self.exact:
            return self.exact[tail, key[1]]  # a word that opens the sentence, and a name known without it
        surname = fold_name(parsed.surname)
        bearers = self.surnames.setdefault(surname, [])
        for number in bearers[-MAX_RIVALS:]:
            other = self.drafts[number]
            if other.parsed.given and (
                compare(parsed, other.parsed, self.lex.language) == "same"
                or _misspelt_given(parsed, other.parsed)
            ):
                if _fuller(words, other.name, kind):
                    other.name, other.parsed = words, parsed
                self.exact[key] = number
                return number
        given = fold_name(parsed.given[0]) if parsed.given else ""
        bucket = self.near.setdefault((given, surname[:1]), []) if given else []
        for number in bucket[:MAX_RIVALS]:
            if near_spelling(parsed.surname, self.drafts[number].parsed.surname):
                bearers.append(number)
                self.exact[key] = number
                self.variants[number].add(surname)
                return number
        number = self.new(words, kind, parsed)
        bearers.append(number)
        bucket.append(number)
        if given:
            self.firsts.setdefault(given, []).append(number)
            if parsed.given[-1] != parsed.given[0] or parsed.particles:
                self.firsts.setdefault(
                    fold_name(" ".join((*parsed.given[1:], *parsed.particles, parsed.surname))), []
                ).append(number)
        if (
            self.lex.two_surnames
            and len(parsed.given) > 1
            and parsed.given[-1].casefold() not in given_names()
        ):
            self.surnames.setdefault(fold_name(parsed.given[-1]), []).append(number)
        self.exact[key] = number
        return number

    def body(self, words: str, kind: MentionKind) -> int:
        """The organisation or place of these words."""
        folded = " ".join(fold_name(w) for w in words.split())
        if folded in self.bodies:
            known = self.drafts[self.bodies[folded]]
            if known.name.isupper() and not words.isupper():
                known.name = words  # "WASHINGTON" opens the dateline
        else:
            number = self.new(
                words, kind, Name(words=words, surname=words, organisation=kind == "organisation")
            )
            self.bodies[folded] = number
            for letters in initials(words, self.lex.language):
                self.acronyms.setdefault(letters, number)
        return self.bodies[folded]


def gather(
    document: Document, segments: Segments, mentions: tuple[Mention, ...]
) -> tuple[list[Draft], list[int | None], dict[int, tuple[int, ...]]]:
    """Entities in order of first mention; each mention's owner; the candidates where there is none."""
    text = document.prose
    lex = lexicon(document.language)
    g = _Gatherer(text, lex)
    owners: list[int | None] = [None] * len(mentions)
    rivals: dict[int, tuple[int, ...]] = {}
    late: list[int] = []
    alone = Counter(fold_name(text[slice(*m.name_span)]) for m in mentions if m.single)
    for i, mention in enumerate(mentions):
        words = printed(text, mention.name_span)
        if mention.single or (mention.kind == "person" and " " not in words):
            late.append(i)
            continue
        kind = mention.kind
        if kind == "unknown" and _used_alone(words, alone, lex):
            kind = "person"
        if kind in ("person", "unknown"):
            owners[i] = g.person(words, _titled(text, mention), kind)
        else:
            owners[i] = g.body(words, kind)
        g.add(
            owners[i] or 0,
            mention if kind == mention.kind else mention._replace(kind=kind),
            words,
            g.parse(_titled(text, mention)).gender,
        )
    _short_forms(g, mentions, late, owners, rivals, segments)
    return _in_order(g.drafts, owners, rivals)


def _used_alone(words: str, alone: Counter[str], lex: Lexicon) -> bool:
    """Two or three words whose last the text also uses by itself, as it does with surnames."""
    parts = words.split()
    last = parts[-1].casefold()
    return (
        len(parts) in (2, 3)
        and last not in lex.groups
        and last not in lex.places
        and parts[0].casefold() not in lex.peoples
        and bool(alone[fold_name(parts[-1])])
    )


def _short_forms(
    g: _Gatherer,
    mentions: tuple[Mention, ...],
    late: list[int],
    owners: list[int | None],
    rivals: dict[int, tuple[int, ...]],
    segments: Segments,
) -> None:
    """Surnames, given names, acronyms and lone words, in text order."""
    last_full: dict[int, int] = {}
    sentences = [s[0] for s in segments.sentences]
    pending = iter([*late, len(mentions)])
    nxt = next(pending)
    for i, mention in enumerate(mentions):
        if i != nxt:
            if (owner := owners[i]) is not None:
                last_full[owner] = mention.name_span[0]
                g.counts[owner] += 1
            continue
        nxt = next(pending)
        words = printed(g.text, mention.name_span)
        gender = g.parse(_titled(g.text, mention)).gender if not mention.single else None
        candidates = _candidates(g, words, mention, gender) or _explained(g, mentions, owners, i)
        if len(candidates) > 1:
            chosen = _bearer(g, candidates, last_full, sentences)
            if chosen is None:
                rivals[i] = tuple(candidates)
                continue
            candidates = [chosen]
        number = candidates[0] if candidates else _lone(g, words, mention)
        owners[i] = number
        g.counts[number] += 1
        g.add(number, mention, words, gender)


def _explained(g: _Gatherer, mentions: tuple[Mention, ...], owners: list[int | None], i: int) -> list[int]:
    """The body whose short form stands in brackets right behind its name: "Orsk Trade Board (OTB)"."""
    start, end = mentions[i].name_span
    owner = owners[i - 1] if i else None
    if owner is None or mentions[i - 1].single or g.text[mentions[i - 1].name_span[1] : start] != " (":
        return []
    letters = g.text[start:end]
    if g.text[end : end + 1] != ")" or sum(c.isupper() for c in letters) < 2:
        return []
    if g.drafts[owner].kind == "person" or letters[0].casefold() not in {
        w[0].casefold() for w in g.drafts[owner].name.split()
    }:
        return []
    g.acronyms[fold_name(letters)] = owner
    return [owner]


def _candidates(g: _Gatherer, words: str, mention: Mention, gender: Gender | None) -> list[int]:
    folded = fold_name(words)
    found = list(dict.fromkeys(g.surnames.get(folded, ())))
    if not found and mention.kind in ("unknown", "person"):
        found = list(dict.fromkeys(g.firsts.get(folded, ())))
    if gender is not None:
        found = [n for n in found if g.drafts[n].gender in (None, gender)]
    if not found and mention.single and folded in g.acronyms and words[-2:].isupper():
        found = [g.acronyms[folded]]
    return found


def _bearer(
    g: _Gatherer, candidates: list[int], last_full: dict[int, int], sentences: list[int]
) -> int | None:
    """Whom a bare surname means that several bear.

    The one named at least twice as often so far as any other (papers keep the bare surname for the one the
    story is about); else the one named in full most recently; None when that sentence named two. Before any
    of them is named in full, the first one to be.
    """
    named = sorted(((last_full[n], n) for n in candidates if n in last_full), reverse=True)
    if not named:
        return candidates[0]
    often = sorted(((g.counts[n], -n) for _, n in named), reverse=True)
    if len(often) == 1 or often[0][0] >= 2 * often[1][0]:
        return -often[0][1]
    first, second = (bisect_right(sentences, place) for place, _ in named[:2])
    return None if first == second else named[0][1]


def _lone(g: _Gatherer, words: str, mention: Mention) -> int:
    """The entity of a word that leans on no longer name; a misspelt surname joins the name it is near to."""
    folded = fold_name(words)
    if mention.kind in ("place", "organisation"):
        return g.body(words, mention.kind)
    number = g.bodies.get(folded)
    if number is not None:
        return number
    number = _misspelt(g, words, titled=not mention.single)
    if number is not None:
        g.variants[number].add(folded)
        g.surnames.setdefault(folded, []).append(number)
        return number
    number = g.new(words, mention.kind, g.parse(words))
    if mention.kind == "person":
        g.surnames.setdefault(folded, []).append(number)
    g.bodies[folded] = number
    return number


def _misspelt(g: _Gatherer, words: str, *, titled: bool) -> int | None:
    """The one person whose surname the word is a spelling of; a bare word must be seven letters long."""
    folded = fold_name(words)
    if len(folded) < (5 if titled else 7) or " " in words or not words.isalpha():
        return None
    if g.alike is None:
        g.alike = {}
        for surname, bearers in g.surnames.items():
            if len(surname) >= 5 and len(set(bearers)) == 1 and g.drafts[bearers[0]].parsed.given:
                letters = frozenset(surname)
                for size in range(len(surname) - 2, len(surname) + 3):
                    g.alike.setdefault((surname[0], size), []).append((surname, letters))
    mine = set(folded)
    alike = g.alike.get((folded[0], len(folded)), [])[:MAX_ALIKE]
    near = [s for s, letters in alike if len(mine ^ letters) <= 4 and near_spelling(s, folded)]
    owners = {g.surnames[s][0] for s in near}
    if len(owners) != 1 or any(_derived(folded, s) for s in near):
        return None
    return owners.pop()


def _misspelt_given(one: Name, two: Name) -> bool:
    """Given names a letter apart, not both borne by people: "Osric" and "Osrik", not "Marie" and "Maria"."""
    if not one.given or not two.given or one.suffix != two.suffix:
        return False
    first, second = fold_name(one.given[0]), fold_name(two.given[0])
    known = given_names()
    return near_spelling(first, second) and not (first in known and second in known)


def _derived(word: str, surname: str) -> bool:
    """A word that only lengthens the surname ("Brellist", "Brellian") is no misspelling."""
    return word.startswith(surname) or surname.startswith(word)


def _fuller(words: str, name: str, kind: MentionKind) -> bool:
    """Whether the words are a fuller form of the name, and not the name with a headline's words before it."""
    if name.isupper() and not words.isupper():
        return len(words.split()) >= len(name.split())
    if words.isupper() or len(words.split()) <= len(name.split()):
        return False
    first, known = words.split()[0], name.split()[0]
    if fold_name(first) == fold_name(known) or is_initial(known):
        return True
    return (
        kind == "person"
        and len(words.split()) <= 3
        and (is_initial(first) or first.casefold() in given_names())
    )


def printed(text: str, span: Offsets) -> str:
    """The words at a span, one blank between them."""
    words = text[slice(*span)]
    return words if words.isalpha() else " ".join(words.split())


def _titled(text: str, mention: Mention) -> str:
    return printed(text, (mention.span[0], mention.name_span[1]))


def _in_order(
    drafts: list[Draft], owners: list[int | None], rivals: dict[int, tuple[int, ...]]
) -> tuple[list[Draft], list[int | None], dict[int, tuple[int, ...]]]:
    for draft in drafts:
        draft.mentions.sort(key=lambda m: m.name_span)
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
