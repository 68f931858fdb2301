"""The forms of a cue verb, from its lemma and the table's irregular ones."""

from __future__ import annotations

from collections.abc import Callable


class Form:
    """Which forms of its verb a word can be; several at once."""

    BASE = 1
    PRESENT = 2
    PAST = 4
    PARTICIPLE = 8
    ING = 16
    REPORTED = 32
    """Of reported speech: "sage", "halte"."""


_ENGLISH = (Form.PRESENT, Form.PAST, Form.PARTICIPLE, Form.ING)
_UNPREFIXED = ("be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "wider", "unter", "über", "wieder")


def english(lemma: str, _particles: tuple[str, ...], irregular: str | None) -> dict[str, int]:
    """Forms of an English verb; `irregular`: present, past, participle, -ing."""
    forms = {lemma: Form.BASE}
    if irregular:
        listed = irregular.split()
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        listed = [lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"]
    else:
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        past = stem + "ed"
        ing = (lemma if lemma.endswith("ee") else stem) + "ing"
        present = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
        listed = [present, past, past, ing]
    for form, kind in zip(listed, _ENGLISH, strict=True):
        forms[form] = forms.get(form, 0) | kind
    return forms


def german(lemma: str, particles: tuple[str, ...], irregular: str | None) -> dict[str, int]:
    """Forms of a German verb without its separable prefix; joined forms carry it.

    `irregular`: present, past, plural past, subjunctive, participle.
    """
    prefix = particles[0] if particles else ""
    if irregular:
        present, past, pasts, subjunctive, participle = irregular.split()
    else:
        stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
        soft = "e" if stem.endswith(("t", "d", "chn", "ffn", "gn", "tm")) else ""
        present, past, pasts = stem + soft + "t", stem + soft + "te", stem + soft + "ten"
        subjunctive = stem + "e"
        bare = lemma.endswith("ieren") or stem.startswith(_UNPREFIXED)
        participle = ("" if bare else "ge") + stem + soft + "t"
    forms: dict[str, int] = {}
    for form, kind in (
        (lemma, Form.PRESENT),
        (present, Form.PRESENT),
        (past, Form.PAST),
        (pasts, Form.PAST),
        (subjunctive, Form.PRESENT | Form.REPORTED),
    ):
        forms[form] = forms.get(form, 0) | kind
        if prefix:
            forms[prefix + form] = forms.get(prefix + form, 0) | kind
    forms[prefix + participle] = forms.get(prefix + participle, 0) | Form.PARTICIPLE
    return forms


def listed(lemma: str, _particles: tuple[str, ...], irregular: str | None) -> dict[str, int]:
    """Languages whose tables list the forms themselves."""
    return dict.fromkeys([lemma, *(irregular or "").split()], Form.PRESENT | Form.PAST)


_FRENCH = {
    "e ent": Form.PRESENT,
    "era eront erait eraient": Form.PRESENT,
    "ait aient a èrent": Form.PAST,
    "é ée és ées": Form.PARTICIPLE,
    "ant": Form.ING,
    "er": Form.BASE,
}
_SPANISH = {
    "ar": {
        "a an ará arán aría arían": Form.PRESENT,
        "ó aron aba aban ara aran": Form.PAST,
        "ado ada ados adas": Form.PARTICIPLE,
        "ando": Form.ING,
        "ar": Form.BASE,
    },
    "er": {
        "e en erá erán ería erían": Form.PRESENT,
        "ió ieron ía ían": Form.PAST,
        "ido ida idos idas": Form.PARTICIPLE,
        "iendo": Form.ING,
        "er": Form.BASE,
    },
    "ir": {
        "e en irá irán iría irían": Form.PRESENT,
        "ió ieron ía ían": Form.PAST,
        "ido ida idos idas": Form.PARTICIPLE,
        "iendo": Form.ING,
        "ir": Form.BASE,
    },
}


def french(lemma: str, _particles: tuple[str, ...], irregular: str | None) -> dict[str, int]:
    """Forms of a French verb: those in -er by rule; `irregular`: finite forms, "|", participles."""
    forms = _irregular(irregular)
    if not lemma.endswith("er"):
        return {lemma: Form.BASE, **forms} if forms else {lemma: Form.PRESENT | Form.PAST}
    stem = lemma[:-2]
    for endings, kind in _FRENCH.items():
        for ending in endings.split():
            forms.setdefault(_french_stem(stem, ending) + ending, kind)
    return forms


def _french_stem(stem: str, ending: str) -> str:
    """ "annonça", "jugea", "révèle", "martèle"."""
    if ending[0] in "aè" and ending != "èrent" and stem.endswith(("c", "g")):
        return stem[:-1] + "ç" if stem.endswith("c") else stem + "e"
    if ending in ("e", "ent") and len(stem) > 2 and stem[-2] in "ée" and stem[-1] in "cdglmnprtv":
        return stem[:-2] + "è" + stem[-1]
    return stem


def spanish(lemma: str, _particles: tuple[str, ...], irregular: str | None) -> dict[str, int]:
    """Forms of a Spanish verb by rule; `irregular`: further finite forms, "|", participles."""
    forms = _irregular(irregular)
    for endings, kind in _SPANISH.get(lemma[-2:], {}).items():
        for ending in endings.split():
            forms.setdefault(lemma[:-2] + ending, kind)
    return forms or {lemma: Form.PRESENT | Form.PAST}


def _irregular(listed: str | None) -> dict[str, int]:
    finite, _, participles = (listed or "").partition("|")
    forms = dict.fromkeys(finite.split(), Form.PRESENT | Form.PAST)
    for participle in participles.split():
        forms[participle] = forms.get(participle, 0) | Form.PARTICIPLE
    return forms


INFLECT: dict[str, Callable[[str, tuple[str, ...], str | None], dict[str, int]]] = {
    "en": english,
    "de": german,
    "fr": french,
    "es": spanish,
}
