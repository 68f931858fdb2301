"""What the check on quotation marks says."""

from __future__ import annotations

from tests.check.articles import findings_of


def test_an_excerpt_that_holds_both_marks_is_named_once() -> None:
    """The same words twice in one message would look like two places."""
    (finding,) = findings_of("“Sam said, “No,” and left,” said Jon Tolk.\n", "S402")
    assert [span.text for span in finding.spans] == ["“Sam said, “No,” and left,”"]
    assert finding.message.count("Sam said") == 1
