"""German sentences that open with a participle or an adverb, which a capital makes look like a name."""

from __future__ import annotations

import pytest

from tests.extract.marked import extracted

OPENERS = [
    ("Gefragt, ob er gehe, sagte Karl Venn: „Nein.“", "Karl Venn"),
    ("Gefragt nach dem Hafen, sagte Karl Venn: „Nein.“", "Karl Venn"),
    ("Anders als Karl Venn hält Anna Brell den Haushalt für „gescheitert“.", "Anna Brell"),
    ("Anders Venn hält den Haushalt für „gescheitert“.", "Anders Venn"),
]


@pytest.mark.parametrize(("text", "name"), OPENERS)
def test_what_opens_the_sentence_is_nobody(text: str, name: str) -> None:
    """The speaker stands behind the verb; the same word before a surname is a given name."""
    assert [q.speaker.name for q in extracted(text, "de").quotes] == [name]
