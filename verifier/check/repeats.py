"""One conflict, one finding: a judged finding gives way to a computed one on the same sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verifier.check.rule import CheckContext, Draft


def without_repeats(
    context: CheckContext, computed: Sequence[Draft], judged: Iterable[Draft]
) -> tuple[Draft, ...]:
    """The judged drafts that say something new.

    One is left out when a rule it `repeats` has a finding, computed or judged before it, whose sentences are
    all among its own: the editor is pointed at the same passages already, on better authority or on the same.
    """
    said = [(draft.rule.id, _sentences(context, draft)) for draft in computed]
    kept: list[Draft] = []
    for draft in judged:
        places = _sentences(context, draft)
        if any(rule in draft.rule.repeats and there and there <= places for rule, there in said):
            continue
        said.append((draft.rule.id, places))
        kept.append(draft)
    return tuple(kept)


def _sentences(context: CheckContext, draft: Draft) -> frozenset[tuple[int, int]]:
    return frozenset(context.sentence(span.start) for span in draft.spans)
