"""The attribution table of a language, turned once into lookups by word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from verifier.language.load import table


class Word:
    """What a token may be, several at once: plain integers, since an enum is too slow to ask at every word."""

    QUOTE = 1 << 0
    """A whole quotation, taken as one token."""
    NAME = 1 << 1
    """Begins with a capital letter."""
    DETERMINER = 1 << 2
    PREPOSITION = 1 << 3
    BE = 1 << 4
    HAVE = 1 << 5
    MODAL = 1 << 6
    COORDINATOR = 1 << 7
    SUBORDINATOR = 1 << 8
    RELATIVE = 1 << 9
    SUBJECT = 1 << 10
    OBJECT = 1 << 11
    ADVERB = 1 << 12
    TIME = 1 << 13
    NUMBER = 1 << 14
    MARK = 1 << 15
    CUE = 1 << 16
    FINITE = 1 << 17
    POSSESSIVE = 1 << 18
    PAST = 1 << 19
    """Looks like a past form or participle."""
    ING = 1 << 20
    STOP = 1 << 21
    """A comma, dash, colon, semicolon, bracket: ends a simple noun phrase."""
    NOUN_CUE = 1 << 22
    OCCASION = 1 << 23
    TITLE = 1 << 24


class Form:
    """Which forms of its verb a word can be."""

    BASE = 1
    PRESENT = 2
    PAST = 4
    PARTICIPLE = 8
    ING = 16


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb: its particle words, and what it takes, each with its act."""

    lemma: str
    particles: tuple[str, ...]
    takes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Lookups by lower-case word."""

    language: str
    words: Mapping[str, int]
    verbs: Mapping[str, tuple[tuple[Verb, int], ...]]
    """Form to the verbs it may be, longest particles first."""
    nouns: Mapping[str, frozenset[str]]
    """Cue noun to the words that may link it to its content."""
    adjectives: frozenset[str]
    according: Mapping[str, tuple[str, ...]]
    """First word to the whole phrase that stands before a source."""
    minds: frozenset[str]
    """What a content may be in: "in her *view*"."""
    labels: frozenset[str]
    """Words before a colon that are no speaker ("Photo:")."""
    table: Mapping[str, Any] = field(repr=False)


_CLASSES = {
    "determiner": Word.DETERMINER,
    "preposition": Word.PREPOSITION,
    "be": Word.BE,
    "have": Word.HAVE,
    "modal": Word.MODAL,
    "coordinator": Word.COORDINATOR,
    "subordinator": Word.SUBORDINATOR,
    "relative": Word.RELATIVE,
    "subject_pronoun": Word.SUBJECT,
    "object_pronoun": Word.OBJECT,
    "adverb": Word.ADVERB,
    "time": Word.TIME,
    "finite": Word.FINITE,
    "occasion": Word.OCCASION,
    "title": Word.TITLE,
}

_FORMS = (Form.PRESENT, Form.PAST, Form.PARTICIPLE, Form.ING)


@cache
def grammar(language: str) -> Grammar:
    """The language's lookups; empty ones when it has no table."""
    data = table(language, "attribution")
    words: dict[str, int] = {}
    for name, flag in _CLASSES.items():
        for word in data.get("words", {}).get(name, "").split():
            words[word] = words.get(word, 0) | flag
    merged: dict[tuple[str, ...], dict[str, str]] = {}
    for frame in data.get("frame", ()):
        for entry in frame["verbs"].split():
            takes = merged.setdefault(tuple(entry.split("+")), {})
            for what in frame["takes"]:
                takes.setdefault(what, frame["act"])
    irregular = data.get("irregular", {})
    by_form: dict[str, list[tuple[Verb, int]]] = {}
    inflect = _INFLECT.get(language, _listed)
    for entry, takes in merged.items():
        verb = Verb(entry[0], entry[1:], takes)
        for form, kinds in inflect(entry[0], irregular.get(entry[0])).items():
            by_form.setdefault(form, []).append((verb, kinds))
            words[form] = words.get(form, 0) | Word.CUE
    nouns: dict[str, set[str]] = {}
    for link, listed in data.get("nouns", {}).items():
        if link == "example":
            continue
        for noun in listed.split():
            for form in (noun, noun[:-1] + "ies" if noun.endswith("y") else noun + "s"):
                nouns.setdefault(form, set()).add(link)
    for noun in nouns:
        words[noun] = words.get(noun, 0) | Word.NOUN_CUE
    return Grammar(
        language=language,
        words=words,
        verbs={f: tuple(sorted(v, key=lambda x: -len(x[0].particles))) for f, v in by_form.items()},
        nouns={n: frozenset(v) for n, v in nouns.items()},
        adjectives=frozenset(data.get("adjectives", {}).get("words", "").split()),
        according={a.split()[0]: tuple(a.split()) for a in data.get("according", {}).get("before", ())},
        minds=frozenset(data.get("according", {}).get("minds", "").split()),
        labels=frozenset(data.get("turns", {}).get("labels", "").split()),
        table=data,
    )


def _listed(lemma: str, irregular: str | None) -> dict[str, int]:
    """Languages whose tables list every form: the entry is one."""
    return dict.fromkeys([lemma, *(irregular or "").split()], Form.PRESENT | Form.PAST)


def _english(lemma: str, irregular: str | None) -> dict[str, int]:
    """The forms of an English verb and what each may be."""
    forms: dict[str, int] = {lemma: Form.BASE}
    if irregular:
        listed = irregular.split()
    else:
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        doubled = _doubles(lemma)
        if lemma.endswith("y") and lemma[-2] not in "aeiou":
            listed = [lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"]
        else:
            ending = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
            past = lemma + lemma[-1] + "ed" if doubled else stem + "ed"
            ing = lemma + lemma[-1] + "ing" if doubled else (lemma if lemma.endswith("ee") else stem) + "ing"
            listed = [lemma + ending, past, past, ing]
    for form, kind in zip(listed, _FORMS, strict=True):
        forms[form] = forms.get(form, 0) | kind
    return forms


_DOUBLING = frozenset(
    "quip brag admit rip tip submit infer refer confer nod slam pan plan chat plot commit rebut dub rap tap permit".split()
)


def _doubles(lemma: str) -> bool:
    return lemma in _DOUBLING


_INFLECT = {"en": _english}
