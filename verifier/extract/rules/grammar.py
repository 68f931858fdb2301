"""The attribution table of a language, turned once into lookups by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from verifier.extract.rules.inflect import INFLECT, Form, listed
from verifier.extract.rules.lookups import Grammar as Grammar
from verifier.extract.rules.lookups import Verb as Verb
from verifier.extract.rules.word import CLASSES
from verifier.extract.rules.word import Word as Word
from verifier.language.load import table


@cache
def grammar(language: str) -> Grammar:
    """The language's lookups; empty ones when it has no table."""
    data = table(language, "attribution")
    words: dict[str, int] = {}
    for name, flag in CLASSES.items():
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
    inflect = INFLECT.get(language, listed)
    second = bool(data.get("order", {}).get("verb_second"))
    for entry, takes in merged.items():
        lemma, particles = (entry[-1], entry[:-1]) if second else (entry[0], entry[1:])
        verb = Verb(lemma, particles, takes)
        for form, kinds in inflect(lemma, particles, irregular.get(lemma)).items():
            by_form.setdefault(form, []).append((verb, kinds))
            words[form] = words.get(form, 0) | Word.CUE
        if data.get("order", {}).get("incise"):
            words[lemma] = words.get(lemma, 0) | Word.INFINITIVE
    marked = data.get("phrases", {})
    shouted = set(marked.get("shouting", "").split())
    named = set(marked.get("naming", "").split())
    nouns: dict[str, set[str]] = {}
    for link, words_of in data.get("nouns", {}).items():
        if link == "examples":
            continue
        for noun in words_of.split():
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
        according=_by_first_word(data.get("according", {}).get("before", ())),
        telling=frozenset(data.get("words", {}).get("telling", "").split()),
        negators=frozenset(data.get("words", {}).get("negators", "").split()),
        own_views=tuple(tuple(p.split()) for p in data.get("according", {}).get("own", ())),
        as_said=frozenset(data.get("according", {}).get("as_said", "").split()),
        minds=frozenset(data.get("according", {}).get("minds", "").split()),
        labels=frozenset(data.get("turns", {}).get("labels", "").split()),
        questions=frozenset(data.get("turns", {}).get("questions", "").split()),
        answers=frozenset(data.get("turns", {}).get("answers", "").split()),
        interviews=tuple(data.get("turns", {}).get("interviews", ())),
        meetings=tuple(data.get("turns", {}).get("meetings", ())),
        texts_of=frozenset(data.get("turns", {}).get("texts_of", "").split()),
        addressing=frozenset(data.get("turns", {}).get("addressing", "").split()),
        oneself=frozenset(data.get("turns", {}).get("oneself", "").split()),
        ourselves=frozenset(data.get("turns", {}).get("ourselves", "").split()),
        quoting_as=frozenset(data.get("quoting_as", {}).get("verbs", "").split()),
        works=frozenset(data.get("works", {}).get("nouns", "").split()),
        making=frozenset(data.get("works", {}).get("verbs", "").split()),
        second=second,
        basis=frozenset(data.get("according", {}).get("basis", "").split()),
        basis_endings=tuple(data.get("according", {}).get("basis_endings", "").split()),
        opinions=frozenset(data.get("according", {}).get("opinions", "").split()),
        trailing=frozenset(data.get("according", {}).get("trailing", ())),
        behind=frozenset(data.get("according", {}).get("after", ())),
        opening_endings=tuple(data.get("words", {}).get("opening_endings", "").split()),
        drops=bool(data.get("order", {}).get("drops_subject")),
        incise=bool(data.get("order", {}).get("incise")),
        elided=tuple(data.get("words", {}).get("elided", "").split()),
        nouns_like_adverbs=frozenset(data.get("words", {}).get("nouns_like_adverbs", "").split()),
        participle_endings=tuple(data.get("words", {}).get("participle_endings", "").split()),
        adverb_endings=tuple(data.get("words", {}).get("adverb_endings", "").split()),
        past_endings=tuple(data.get("words", {}).get("past_endings", "").split()),
        future_endings=tuple(data.get("words", {}).get("future_endings", "").split()),
        infinitive_endings=tuple(data.get("words", {}).get("infinitive_endings", "").split()),
        ing_endings=tuple(data.get("words", {}).get("ing_endings", "").split()),
        relative_articles=frozenset(data.get("words", {}).get("relative_article", "").split()),
        aside=frozenset(data.get("words", {}).get("aside", "").split()),
        nominative_endings=tuple(data.get("words", {}).get("nominative_endings", "").split()) or ("\0",),
        nominative_articles=frozenset(data.get("words", {}).get("nominative_article", "").split()),
        phrases=bool(marked),
        phrase_labels=frozenset(marked.get("labels", "").split()),
        phrase_nouns=frozenset(marked.get("nouns", "").split()),
        phrase_as=frozenset(marked.get("as", "").split()),
        agents=frozenset(marked.get("agents", "").split()),
        definite=frozenset(marked.get("definite", "").split()),
        indefinite=frozenset(marked.get("indefinite", "").split()),
        phrase_for=frozenset(data.get("according", {}).get("judges", "").split()),
        held=frozenset(marked.get("held", "").split()),
        shouting=frozenset(
            form for form, found in by_form.items() if any(v.lemma in shouted for v, _ in found)
        ),
        naming=frozenset(form for form, found in by_form.items() if any(v.lemma in named for v, _ in found)),
        reflexive=frozenset(data.get("words", {}).get("reflexive", "").split()),
        clitic=frozenset(data.get("words", {}).get("clitic", "").split()),
        clitic_article=frozenset(data.get("words", {}).get("clitic_article", "").split()),
        told=frozenset(data.get("words", {}).get("told", "").split()),
        from_whom=frozenset(data.get("words", {}).get("from_whom", "").split()),
        interposed=tuple(tuple(p.split()) for p in data.get("words", {}).get("interposed", ())),
        interposed_ends=frozenset(p.split()[-1] for p in data.get("words", {}).get("interposed", ())),
        conditional_endings=tuple(data.get("words", {}).get("conditional_endings", "").split()),
        impersonal=frozenset(data.get("impersonal", {}).get("verbs", "").split()),
        inside=frozenset(data.get("impersonal", {}).get("inside", "").split()),
        texts=tuple(data.get("impersonal", {}).get("texts", "").split()) or ("\0",),
        quoting=frozenset(data.get("quoting", {}).get("verbs", "").split()),
        reported=frozenset(data.get("subjunctive", {}).get("words", "").split()),
        backward=frozenset(data.get("subjunctive", {}).get("backward", "").split()),
        onward=frozenset(data.get("subjunctive", {}).get("onward", "").split()),
        reporting=frozenset(
            form
            for form, found in by_form.items()
            if any(kinds & Form.REPORTED for _, kinds in found)
            and not any(kinds & Form.PAST for _, kinds in found)
        ),
        subjunctive=frozenset(data.get("subjunctive", {}).get("strong", "").split()),
    )


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted((tuple(p.split()) for p in phrases), key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
