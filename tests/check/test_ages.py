"""Two ages of one person: what the article must say twice, and what parts two people or two times."""

from __future__ import annotations

import pytest

from tests.check.articles import findings_of

CONFLICT = [
    ("en", "Karl Brell, 54, runs a bakery. “I bake,” says Karl Brell, 45, at his oven.", "45"),
    ("en", "Karl Brell, 54, runs a bakery. It rained. The 45-year-old Karl Brell smiled.", "45"),
    ("en", "Karl Brell, 54, runs a bakery. It rained. Brell, 56, smiled.", "56"),
    ("de", "Karl Brell, 54, führt die Bäckerei. Es regnete. Karl Brell, 45, lachte.", "45"),
]
NO_CONFLICT = [
    ("en", "Karl Brell, 54, runs a bakery. Karl Brell, 55, smiled at the crowd."),
    ("en", "Karl Brell, 54, runs a bakery. Karl, 12, smiled at the crowd."),
    ("en", "Karl Brell, 54, runs a bakery with his father’s money. Karl Brell, 80, smiled."),
    ("en", "Karl Brell, 54, runs a bakery. Karl Brell, 20, came to Ferrow in the 1990s."),
    ("de", "Karl Brell, 54, führt die Bäckerei. Sein Großvater Karl Brell, 90, lachte."),
    ("fr", "Karl Brell, 54, dirige la boulangerie. Son grand-père Karl Brell, 90, a souri."),
    ("es", "Karl Brell, 54, dirige la panadería. Su abuelo Karl Brell, 90, sonrió."),
]


@pytest.mark.parametrize(("language", "article", "age"), CONFLICT)
def test_two_ages_are_a_warning(language: str, article: str, age: str) -> None:
    """Two people may bear one name, so that it is never called an error."""
    (finding,) = findings_of(article + "\n", "C301", language=language)
    assert (finding.spans[0].text, finding.severity) == (age, "warning")


@pytest.mark.parametrize(("language", "article"), NO_CONFLICT)
def test_kin_years_birthdays_and_first_names_part_them(language: str, article: str) -> None:
    """Each may make the second age one of somebody else, or of another time."""
    assert list(findings_of(article + "\n", "C301", language=language)) == []
