"""Entities while they are being gathered: full names, and what short forms are looked up by."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from verifier.names.given import Gender, given_names
from verifier.names.kinds import MentionKind
from verifier.names.lexicon import Lexicon
from verifier.names.mention import Mention, Offsets
from verifier.names.parse import Name, fold_name, is_initial, is_title, parse_name
from verifier.names.same import compare, initials, near_spelling

MAX_RIVALS = 12
"""With how many bearers of one surname, or of one given name and first letter, a new name is compared.

Keeps hostile texts linear; further bearers stay apart.
"""


@dataclass(kw_only=True)
class Draft:
    """An entity while it is being gathered."""

    name: str
    parsed: Name
    kind: MentionKind
    gender: Gender | None = None
    mentions: list[Mention] = field(default_factory=list)
    variants: dict[str, Offsets] = field(default_factory=dict)


class Gatherer:
    """All drafts of one document, and what leads a form to its draft; numbers are places in `drafts`."""

    def __init__(self, text: str, lex: Lexicon) -> None:
        self.text = text
        self.lex = lex
        self.drafts: list[Draft] = []
        self.surnames: dict[str, list[int]] = {}
        self.firsts: dict[str, list[int]] = {}
        """By given name, and by all that follows it."""
        self.near: dict[tuple[str, str], list[int]] = {}
        """By given name and the surname's first letter: where other spellings are looked for."""
        self.middles: defaultdict[str, list[int]] = defaultdict(list)
        """By the word before the surname, where that is no given name: "Vennik" in "Ada Vennik Brell"."""
        self.bodies: dict[str, int] = {}
        self.brands: defaultdict[str, list[int]] = defaultdict(list)
        """Bodies by what is left of the name without its last noun: "Tarn" for "Tarn Partners"."""
        self.acronyms: dict[str, int] = {}
        self.exact: dict[tuple[str, bool], int] = {}
        """By printed words, and whether a title says it is a woman."""
        self.apart: defaultdict[str, set[str]] = defaultdict(set)
        """By printed full name: those that are another's, though they could be forms of it."""
        self.forms: defaultdict[int, set[str]] = defaultdict(set)
        """Printed full names of each person."""
        self.parses: dict[str, Name] = {}
        self.counts: Counter[int] = Counter()
        """Mentions so far, while the short forms are read in text order."""
        self.variants: defaultdict[int, set[str]] = defaultdict(set)
        """Folded surnames that are other spellings of the draft's."""
        self.alike: dict[tuple[str, int], list[tuple[str, int]]] | None = None
        """By first letter and length: surnames of about that length, each with its letters as bits."""

    def parse(self, words: str) -> Name:
        """The parts of these words, read once."""
        if words not in self.parses:
            self.parses[words] = parse_name(words, self.lex.language)
        return self.parses[words]

    def new(self, words: str, kind: MentionKind, parsed: Name) -> int:
        """The number of a new draft."""
        number = len(self.drafts)
        self.drafts.append(Draft(name=words, parsed=parsed, kind=kind, gender=parsed.gender))
        return number

    def add(self, number: int, mention: Mention, words: str, gender: Gender | None) -> None:
        """One more mention of a draft; kind and gender are learned where nothing was known."""
        draft = self.drafts[number]
        draft.mentions.append(mention)
        if number in self.variants:
            last = words.split()[-1]
            if fold_name(last) in self.variants[number]:
                draft.variants.setdefault(last, mention.name_span)
        if draft.kind == "unknown" and mention.kind != "unknown":
            draft.kind = mention.kind
        if draft.gender is None:
            draft.gender = gender or self.role_gender(mention)

    @staticmethod
    def is_given(word: str) -> bool:
        """Whether a table lists the word as a given name."""
        return word.casefold() in given_names()

    def role_gender(self, mention: Mention) -> Gender | None:
        """Of the noun in the role phrase beside the name: "his wife"."""
        if mention.role_span is None:
            return None
        found: Gender | None = None
        for word in self.text[slice(*mention.role_span)].split()[:12]:
            low = word.casefold().strip(",.")
            if low in self.lex.cut:
                break
            found = self.lex.genders.get(low, found)
        return found

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
            if (
                other.parsed.given
                and not self._is_another(words, number)
                and (
                    compare(parsed, other.parsed, self.lex.language) == "same"
                    or misspelt_given(parsed, other.parsed)
                )
            ):
                if _fuller(words, other.name, kind):
                    other.name, other.parsed = words, parsed
                self.exact[key] = number
                self.forms[number].add(words)
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
        if kind != "unknown" or not self._attribute(words):
            bearers.append(number)
        bucket.append(number)
        if given:
            self.firsts.setdefault(given, []).append(number)
            if parsed.given[-1] != parsed.given[0] or parsed.particles:
                self.firsts.setdefault(
                    fold_name(" ".join((*parsed.given[1:], *parsed.particles, parsed.surname))), []
                ).append(number)
        if len(parsed.given) > 1 and not _is_given(parsed.given[-1]):
            kept = self.surnames if self.lex.name.two_surnames else self.middles
            kept.setdefault(fold_name(parsed.given[-1]), []).append(number)
        self.exact[key] = number
        self.forms[number].add(words)
        return number

    def _is_another(self, words: str, number: int) -> bool:
        """Whether the text keeps this name apart from one of the person's."""
        return words in self.apart and not self.apart[words].isdisjoint(self.forms[number])

    def _attribute(self, words: str) -> bool:
        """Whether the first word only says of what: no surname stands behind "Senate" in "Senate Brell"."""
        first = words.split(None, 1)[0].casefold()
        lex = self.lex
        return (
            first in lex.bodies.nouns
            or first in lex.bodies.groups
            or first in lex.places
            or first in lex.peoples
        )

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
            brand, _, noun = words.rpartition(" ")
            if noun.casefold().rstrip(".") in self.lex.bodies.called_by_first and brand:
                self.brands[" ".join(fold_name(w) for w in brand.rstrip(",").split())].append(number)
            if brand and noun.casefold() in self.lex.bodies.called_by_last:
                self.brands[fold_name(noun)].append(number)
            for letters in initials(words, self.lex.language):
                self.acronyms.setdefault(letters, number)
        return self.bodies[folded]


def _is_given(word: str) -> bool:
    return is_initial(word) or word.casefold() in given_names()


def misspelt_given(one: Name, two: Name) -> bool:
    """Given names a letter apart, not both borne by people: "Osric" and "Osrik", not "Marie" and "Maria"."""
    if not one.given or not two.given or one.suffix != two.suffix:
        return False
    first, second = fold_name(one.given[0]), fold_name(two.given[0])
    known = given_names()
    return near_spelling(first, second) and not (first in known and second in known)


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
    words = text[span[0] : span[1]]
    return words if words.isalpha() else " ".join(words.split())


def titled(text: str, mention: Mention, words: str, lex: Lexicon) -> str:
    """The name with the titles before it, without what these are of; `words` are those of the name."""
    start, begin = mention.span[0], mention.name_span[0]
    if start == begin:
        return words
    return " ".join([*(w for w in text[start:begin].split() if is_title(w, lex)), words])
