"""What stands before or behind a quote in its sentence, and whether it takes the words back."""

from __future__ import annotations

import pytest

from verifier.compare.face import verify_quote
from verifier.compare.lexicon import lexicon
from verifier.compare.read import source_from_text

CLAUSES = {
    "en": "taxes must go down next year",
    "de": "die Steuern müssen im Herbst sinken",
    "fr": "les impôts doivent baisser cette année",
    "es": "los impuestos deben bajar este año",
}
IDIOMS = [(code, " ".join(idiom)) for code in CLAUSES for idiom in sorted(lexicon(code).idioms)]
TAKEN_BACK = [
    ("en", "I doubt taxes must go down next year"),
    ("en", "No, I doubt that taxes must go down next year"),
    ("en", "I do not think taxes must go down next year"),
    ("en", "If you ask me to vote, taxes must go down next year"),
    ("en", "If you like the mayor, taxes must go down next year"),
    ("en", "Taxes must go down next year if you like the mayor"),
    ("de", "Wenn Sie mich wählen, die Steuern müssen im Herbst sinken"),
    ("fr", "Je doute que les impôts doivent baisser cette année"),
    ("fr", "S'il pleut demain, les impôts doivent baisser cette année"),
    ("es", "Dudo que los impuestos deben bajar este año"),
]
STANDING = [
    ("en", "I have no doubt taxes must go down next year"),
    ("en", "I don't doubt that taxes must go down next year"),
    ("en", "There is no doubt that taxes must go down next year"),
    ("en", "We see no reason to doubt that taxes must go down next year"),
    ("en", "If you ask me, I think taxes must go down next year"),
    ("en", "If I'm honest, taxes must go down next year"),
    ("fr", "Il n'y a aucun doute que les impôts doivent baisser cette année"),
    ("es", "No dudo que los impuestos deben bajar este año"),
]


def label(language: str, said: str) -> str:
    """Of the clause printed as a sentence of its own."""
    clause = CLAUSES[language]
    text = f"BRELL: {said}.\nTALLOW: 1.\n"
    source = source_from_text(text, "s1", language=language)
    return verify_quote(clause[0].upper() + clause[1:], [source], "Ada Brell", language=language).label


@pytest.mark.parametrize(("language", "said"), TAKEN_BACK, ids=lambda x: x)
def test_what_takes_the_words_back_is_missed(language: str, said: str) -> None:
    """A doubt, a denial and a condition are part of what was said."""
    assert label(language, said) == "truncated"


@pytest.mark.parametrize(("language", "said"), STANDING, ids=lambda x: x)
def test_a_denied_denial_denies_nothing(language: str, said: str) -> None:
    """ "No doubt" and "if you ask me" leave what was said as it is."""
    assert label(language, said) == "verbatim"


@pytest.mark.parametrize(("language", "idiom"), IDIOMS, ids=lambda x: x)
def test_an_idiom_is_no_condition(language: str, idiom: str) -> None:
    """Neither before the words nor behind them."""
    clause = CLAUSES[language]
    before = f"{idiom[0].upper()}{idiom[1:]}, {clause}"
    behind = f"{clause[0].upper()}{clause[1:]}, {idiom}"
    assert [label(language, before), label(language, behind)] == ["verbatim", "verbatim"]
