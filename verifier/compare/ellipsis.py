"""What an ellipsis left out: fairly, turning the sense, or joining what does not stand together."""

from __future__ import annotations

from verifier.compare.change import change_at, source_tokens
from verifier.compare.index import SourceIndex
from verifier.compare.lexicon import Lexicon
from verifier.compare.locate import NEAR, Placed
from verifier.compare.quoted import Part
from verifier.compare.swallowed import turned_by_gap
from verifier.model.verdict import Change


def at_gap(
    index: SourceIndex, text: str, part: Part, left: Placed | None, right: Placed | None, words: Lexicon
) -> Change:
    """The change at the ellipsis before `part`, whose neighbours stand at `left` and `right`, if anywhere."""
    assert part.gap is not None
    mark = (part.gap.start, part.gap.end)
    if left is None or right is None:
        return change_at(text, "ellipsis", mark, None)
    source = index.source_at(left.start)
    distance = right.start - left.end
    if (
        source != index.source_at(right.start)
        or distance < 0
        or distance > NEAR
        or _other_voice(index, left, right)
    ):
        return change_at(text, "gap", mark, None)
    here = index.sources[source].text
    if distance == 0:
        return change_at(text, "ellipsis", mark, None)
    place = (index.start(left.end), index.end(right.start - 1))
    swallowed = source_tokens(index, left.end, right.start)
    before = source_tokens(index, max(left.start, left.end - 3), left.end)
    turned = turned_by_gap(before, swallowed, here, words)
    return change_at(text, "negation_swallowed" if turned else "ellipsis", mark, place, here)


def _other_voice(index: SourceIndex, left: Placed, right: Placed) -> bool:
    """Whether the parts stand in the turns of different speakers."""
    source = index.source_at(left.start)
    one = index.turn_at(source, index.start(left.end - 1))
    other = index.turn_at(source, index.start(right.start))
    return one is not None and other is not None and one.speaker != other.speaker
