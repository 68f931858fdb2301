"""Words in marks inside reported speech, as quotes of their own, where a language's readers count them so.

German news prints the telling phrase in marks inside an indirect sentence and means it word for word
("sie nannte den Plan „völlig unausgereift“"); the table's `inner.words` says from how many words on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from verifier.extract.rules.attribution import Attribution
from verifier.text.marks import Quotation


def inner_quotes(
    text: str, found: Sequence[Attribution], quotations: Sequence[Quotation], few: int
) -> list[Attribution]:
    """A quote for each quotation of `few` words or more that is only part of a content, with its speaker."""
    starts = [q.start for q in quotations]
    made: dict[int, Attribution] = {}
    for outer in found:
        if not outer.quotes:
            continue
        for start, end in outer.content:
            at = bisect_left(starts, start)
            while at < len(quotations) and quotations[at].end <= end:
                inner = (quotations[at].inner_start, quotations[at].inner_end)
                whole = inner[0] - start + end - inner[1] <= 4
                if not whole and len(text[inner[0] : inner[1]].split()) >= few:
                    made[at] = Attribution([inner], outer.source, outer.cue, outer.act, "inner", 1)
                at += 1
    return list(made.values())
