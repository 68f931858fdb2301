"""The attribution table of a language, turned once into lookups by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from verifier.extract.rules.words.inflect import INFLECT, Form, listed
from verifier.extract.rules.words.lookups import Grammar as Grammar
from verifier.extract.rules.words.lookups import Verb as Verb
from verifier.extract.rules.words.sections import (
    Endings,
    Impersonal,
    Order,
    Phrases,
    SmallWords,
    Sources,
    Subjunctive,
    Turns,
    Works,
)
from verifier.extract.rules.words.word import CLASSES
from verifier.extract.rules.words.word import Word as Word
from verifier.language.load import table
from verifier.language.section import read_section

Forms = Mapping[str, tuple[tuple[Verb, int], ...]]


@cache
def grammar(language: str) -> Grammar:
    """The language's lookups; empty ones when it has no table."""
    data = table(language, "attribution")
    order = read_section(Order, data.get("order", {}))
    words: dict[str, int] = {}
    for name, flag in CLASSES.items():
        _mark(words, data.get("words", {}).get(name, "").split(), flag)
    verbs = _verbs(data, language, order)
    _mark(words, verbs, Word.CUE)
    if order.incise:
        _mark(words, {verb.lemma for found in verbs.values() for verb, _ in found}, Word.INFINITIVE)
    nouns = _nouns(data.get("nouns", {}))
    _mark(words, nouns, Word.NOUN_CUE)
    phrases = read_section(Phrases, data.get("phrases", {}))
    return Grammar(
        language=language,
        words=words,
        verbs=verbs,
        nouns=nouns,
        adjectives=frozenset(data.get("adjectives", {}).get("words", "").split()),
        according=_by_first_word(data.get("according", {}).get("before", ())),
        quoting=frozenset(data.get("quoting", {}).get("verbs", "").split()),
        quoting_as=frozenset(data.get("quoting_as", {}).get("verbs", "").split()),
        reporting=frozenset(form for form, found in verbs.items() if _reports(found)),
        order=order,
        sources=read_section(Sources, data.get("according", {})),
        turns=read_section(Turns, data.get("turns", {})),
        works=read_section(Works, data.get("works", {})),
        phrases=replace(
            phrases, naming=_forms(verbs, phrases.naming), shouting=_forms(verbs, phrases.shouting)
        ),
        endings=read_section(Endings, data.get("endings", {})),
        small=read_section(SmallWords, data.get("words", {})),
        impersonal=read_section(Impersonal, data.get("impersonal", {})),
        subjunctive=read_section(Subjunctive, data.get("subjunctive", {})),
    )


def _mark(words: dict[str, int], those: Iterable[str], flag: int) -> None:
    for word in those:
        words[word] = words.get(word, 0) | flag


def _verbs(data: Mapping[str, Any], language: str, order: Order) -> Forms:
    """Form to the verbs it may be; a verb that several frames list takes what each of them says."""
    merged: dict[tuple[str, ...], dict[str, str]] = {}
    for frame in data.get("frame", ()):
        for entry in frame["verbs"].split():
            takes = merged.setdefault(tuple(entry.split("+")), {})
            for what in frame["takes"]:
                takes.setdefault(what, frame["act"])
    irregular = data.get("irregular", {})
    inflect = INFLECT.get(language, listed)
    by_form: dict[str, list[tuple[Verb, int]]] = {}
    for entry, takes in merged.items():
        lemma, particles = (entry[-1], entry[:-1]) if order.verb_second else (entry[0], entry[1:])
        verb = Verb(lemma, particles, takes)
        for form, kinds in inflect(lemma, particles, irregular.get(lemma)).items():
            by_form.setdefault(form, []).append((verb, kinds))
    return {f: tuple(sorted(v, key=lambda x: -len(x[0].particles))) for f, v in by_form.items()}


def _nouns(section: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    """Cue noun, singular and plural, to the words that link it to its content."""
    nouns: dict[str, set[str]] = {}
    for link, listed_nouns in section.items():
        if link == "examples":
            continue
        for noun in listed_nouns.split():
            for form in (noun, noun[:-1] + "ies" if noun.endswith("y") else noun + "s"):
                nouns.setdefault(form, set()).add(link)
    return {noun: frozenset(links) for noun, links in nouns.items()}


def _forms(verbs: Forms, lemmas: frozenset[str]) -> frozenset[str]:
    return frozenset(form for form, found in verbs.items() if any(verb.lemma in lemmas for verb, _ in found))


def _reports(found: tuple[tuple[Verb, int], ...]) -> bool:
    kinds = [kind for _, kind in found]
    return any(kind & Form.REPORTED for kind in kinds) and not any(kind & Form.PAST for kind in kinds)


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted((tuple(p.split()) for p in phrases), key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
