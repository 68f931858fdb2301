"""A judged finding that a computed one already makes on the same sentences is not made twice."""

from __future__ import annotations

from tests.check.articles import context_of
from verifier.check.judged.c323_contradicting_statements import RULE as STATEMENTS
from verifier.check.judged.c324_contradicting_names import RULE as NAMES
from verifier.check.repeats import without_repeats
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.model.base import Span

ARTICLE = "Lake falls again\n\nThe lake rose in May. Nobody knows why. The lake rose in June."
COMPUTED = Rule(id="C303", name="headline-conflict", severity="error", summary="a headline that conflicts")


def draft(context: CheckContext, rule: Rule, *words: str) -> Draft:
    """A finding of that rule on these words."""
    spans = []
    for word in words:
        start = ARTICLE.index(word)
        spans.append(Span(start=start, end=start + len(word), text=word))
    return context.finding(rule, "a message", spans)


def test_the_computed_finding_stands_for_both() -> None:
    """Headline and first sentence: said by arithmetic, so not again by the model."""
    context = context_of(ARTICLE)
    computed = draft(context, COMPUTED, "falls", "rose in May")
    judged = draft(context, STATEMENTS, "Lake falls again", "The lake rose in May")
    assert without_repeats(context, [computed], [judged]) == ()


def test_another_pair_of_sentences_is_another_finding() -> None:
    """The second sentence of the pair differs, so the model's finding stays."""
    context = context_of(ARTICLE)
    computed = draft(context, COMPUTED, "falls", "rose in May")
    judged = draft(context, STATEMENTS, "Lake falls again", "The lake rose in June")
    assert without_repeats(context, [computed], [judged]) == (judged,)


def test_a_rule_that_says_something_else_is_no_repetition() -> None:
    """Only the rules a judged rule names can stand for it."""
    context = context_of(ARTICLE)
    other = draft(context, Rule(id="A206", name="x", severity="note", summary="x"), "falls", "rose in May")
    judged = draft(context, NAMES, "Lake falls again", "The lake rose in May")
    assert without_repeats(context, [other], [judged]) == (judged,)
