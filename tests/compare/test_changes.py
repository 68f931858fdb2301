"""Each kind of change, with an example; they are the tests of the language's table."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.compare.sources import kinds, verdict
from verifier.model.verdict import ChangeKind, Label


class Case(NamedTuple):
    """What was said, what was printed, and what the difference is."""

    said: str
    printed: str
    kinds: list[ChangeKind]
    label: Label


CASES = [
    Case("We saw nothing on the water", "We saw nothing, nothing on the water", ["insertion"], "altered"),
    Case("We, uh, painted the whole pier white", "We painted the whole pier white", ["filler"], "cleanup"),
    Case("We painted, you know, the whole pier", "We painted the whole pier", ["filler"], "cleanup"),
    Case("Then we have — we have painted the pier", "Then we have painted the pier", ["filler"], "cleanup"),
    Case("We painted the pier and the boats", "We painted the pier, the boats", ["filler"], "cleanup"),
    Case("We do not sell the harbour", "We don't sell the harbour", ["contraction"], "cleanup"),
    Case(
        "It's the oldest pier on this coast",
        "It is the oldest pier on this coast",
        ["contraction"],
        "cleanup",
    ),
    Case(
        "I'm gonna paint the pier myself",
        "I am going to paint the pier myself",
        ["contraction"] * 3,
        "cleanup",
    ),
    Case(
        "There were fourteen boats in the bay", "There were 14 boats in the bay", ["number_form"], "cleanup"
    ),
    Case("It grew by 12 percent every winter", "It grew by 12% every winter", ["number_form"], "cleanup"),
    Case("The colour of the pier is wrong", "The color of the pier is wrong", ["spelling"], "cleanup"),
    Case("They enforce the laws of the bay", "They enforce the law of the bay", ["spelling"], "cleanup"),
    Case("There were 14 boats in the bay", "There were 40 boats in the bay", ["number"], "altered_material"),
    Case("There were two boats in the bay", "There were 3 boats in the bay", ["number"], "altered_material"),
    Case(
        "We sold the old ferry in spring",
        "We never sold the old ferry in spring",
        ["negation_added"],
        "altered_material",
    ),
    Case(
        "We didn't see the ferry sink", "We did see the ferry sink", ["negation_dropped"], "altered_material"
    ),
    Case(
        "All of the boats did not return",
        "Not all of the boats did return",
        ["negation_moved"] * 2,
        "altered_material",
    ),
    Case(
        "The pier is safe for children",
        "The pier is unsafe for children",
        ["negation_added"],
        "altered_material",
    ),
    Case("The harbour was rich that year", "The harbour was poor that year", ["antonym"], "altered_material"),
    Case(
        "We may close the harbour in May",
        "We will close the harbour in May",
        ["modality"],
        "altered_material",
    ),
    Case("The ferry is late on Sundays", "The ferry was late on Sundays", ["tense"], "altered_material"),
    Case(
        "They want a longer pier by spring",
        "They wanted a longer pier by spring",
        ["tense"],
        "altered_material",
    ),
    Case("I told them to burn the boats", "He told them to burn the boats", ["person"], "altered_material"),
    Case(
        "We asked Tallow to burn the boats", "We asked Merrin to burn the boats", ["name"], "altered_material"
    ),
    Case(
        "It was only the second storm we saw",
        "It was the second storm we saw",
        ["qualifier_dropped"],
        "altered",
    ),
    Case(
        "We built a proper wall against storms",
        "We built a decent wall against storms",
        ["other_word"],
        "altered",
    ),
    Case(
        "We built a wall against the storms",
        "We built a stone wall against the storms",
        ["insertion"],
        "altered",
    ),
    Case(
        "We built a stone wall against the storms",
        "We built a wall against the storms",
        ["deletion"],
        "altered",
    ),
    Case(
        "We paint boats here and mend nets",
        "We here paint boats and mend nets",
        ["order", "order"],
        "altered",
    ),
    Case(
        "We built it with our own hands", "We built [the wall] with our own hands", ["bracket"], "marked_edit"
    ),
    Case(
        "the wall was built by our own hands",
        "[T]he wall was built by our own hands",
        ["bracket"],
        "marked_edit",
    ),
    Case(
        "We built, after the flood, a new wall here",
        "We built ... a new wall here",
        ["ellipsis"],
        "marked_edit",
    ),
    Case(
        "We should not build a wall here",
        "We should [surely] build a wall here",
        ["negation_swallowed"],
        "omission_reverses",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.printed)
def test_a_change_has_a_name(case: Case) -> None:
    """The difference between what was said and what was printed is named, and labelled by its gravity."""
    found = verdict(case.printed, f"BRELL: {case.said}.\nTALLOW: Thank you for that.\n")
    assert (kinds(found), found.label) == (case.kinds, case.label)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.printed)
def test_a_change_points_at_the_words(case: Case) -> None:
    """Both sides of a change are spans of their own texts."""
    source = f"BRELL: {case.said}.\nTALLOW: Thank you for that.\n"
    for fragment in verdict(case.printed, source).fragments:
        for change in fragment.changes:
            for span, text in ((change.quote, case.printed), (change.source, source)):
                assert span is None or text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("the information in this report is poor", "the infor-\nmation in this report is poor"),
        ("the well-known pier of this town", "the well known pier of this town"),
        ("“The pier—our pier—is lost,” they say", "The pier - our pier - is lost, they say"),
        ("we won’t sell the harbour", "we won't sell the harbour"),
        ("33,000 boats came to the bay", "33000 boats came to the bay"),
        ("the cafe\u0301 on the pier burned", "the café on the pier burned"),
        ("the co\u00adoperative owns the pier", "the cooperative owns the pier"),
    ],
)
def test_typography_is_no_change(said: str, printed: str) -> None:
    """Line breaks, hyphenation, marks, dashes and the encoding of letters change no word."""
    found = verdict(printed, f"BRELL: {said}.\nTALLOW: Thank you for that.\n")
    assert (found.label, kinds(found)) == ("verbatim", [])
