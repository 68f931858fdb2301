"""Contradictions are found, and disagreement is not one, in French and Spanish as in English."""

from __future__ import annotations

import pytest

from tests.check.articles import findings_of

FLAGGED = [
    (
        "fr",
        "C301",
        "La tempête a endommagé 40 bateaux dans le vieux port lundi soir. Personne n’a été blessé.\n\n"
        "Les assureurs sont venus. La tempête a endommagé 14 bateaux dans le vieux port.\n",
        "14 bateaux",
    ),
    (
        "fr",
        "C301",
        "Le syndicat a compté 312 fermes autour du barrage. Ces 321 fermes nourrissent la vallée.\n",
        "321 fermes",
    ),
    (
        "fr",
        "C303",
        "La tempête endommage 40 bateaux dans le vieux port\nRédaction\n\n"
        "Une tempête a endommagé 14 bateaux dans le vieux port lundi soir.\n",
        "40 bateaux",
    ),
    (
        "fr",
        "C303",
        "Le conseil approuve le nouveau péage du port\nRédaction\n\n"
        "Le conseil a rejeté le nouveau péage du port lundi, après un long débat.\n",
        "approuve",
    ),
    (
        "fr",
        "C304",
        "Le conseil de Dorn a approuvé le péage du port après un long débat.\n\n"
        "Il pleuvait. Le conseil de Dorn n’a pas approuvé le péage du port après un long débat.\n",
        "pas",
    ),
    (
        "es",
        "C301",
        "La tormenta dañó 40 barcos en el puerto viejo el lunes por la noche. Nadie resultó herido.\n\n"
        "Vinieron los peritos. La tormenta dañó 14 barcos en el puerto viejo.\n",
        "14 barcos",
    ),
    (
        "es",
        "C301",
        "El sindicato contó 312 granjas junto al embalse. Estas 321 granjas alimentan el valle.\n",
        "321 granjas",
    ),
    (
        "es",
        "C303",
        "La tormenta daña 40 barcos en el puerto viejo\nRedacción\n\n"
        "Una tormenta dañó 14 barcos en el puerto viejo el lunes por la noche.\n",
        "40 barcos",
    ),
    (
        "es",
        "C303",
        "El consejo aprueba el nuevo peaje del puerto\nRedacción\n\n"
        "El consejo rechazó el nuevo peaje del puerto el lunes, tras un largo debate.\n",
        "aprueba",
    ),
    (
        "es",
        "C304",
        "El consejo de Dorn aprobó el peaje del puerto tras un largo debate.\n\n"
        "Llovía. El consejo de Dorn no aprobó el peaje del puerto tras un largo debate.\n",
        "no",
    ),
]


@pytest.mark.parametrize(("language", "rule", "article", "words"), FLAGGED)
def test_a_contradiction_is_flagged(language: str, rule: str, article: str, words: str) -> None:
    """Two numbers, a headline against its body, a statement denied."""
    assert [words] == [f.spans[0].text for f in findings_of(article, rule, language=language)]


NOT_FLAGGED = [
    (
        "fr",
        "La tempête a endommagé 14 bateaux dans le vieux port, selon Martin Osse. "
        "La tempête a endommagé 40 bateaux dans le vieux port, selon Claire Brel.\n",
    ),
    (
        "fr",
        "« La digue est sûre », a dit Martin Osse. « La digue n’est pas sûre », a répondu Claire Brel.\n",
    ),
    (
        "fr",
        "Le conseil a compté près de 1 200 bateaux dans le port. Il y avait 1 187 bateaux dans le port.\n",
    ),
    (
        "es",
        "La tormenta dañó 14 barcos en el puerto viejo, según Martín Osa. "
        "La tormenta dañó 40 barcos en el puerto viejo, según Clara Brel.\n",
    ),
    ("es", "«El dique es seguro», dijo Martín Osa. «El dique no es seguro», respondió Clara Brel.\n"),
    (
        "es",
        "El consejo contó cerca de 1.200 barcos en el puerto. Había 1.187 barcos en el puerto.\n",
    ),
]


@pytest.mark.parametrize(("language", "article"), NOT_FLAGGED)
def test_disagreement_and_rounding_are_no_contradiction(language: str, article: str) -> None:
    """Two holders, a number and its rounding."""
    assert [] == [
        finding.rule
        for rule in ("C301", "C303", "C304")
        for finding in findings_of(article, rule, language=language)
    ]
