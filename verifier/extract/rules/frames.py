"""Attributions by a verb, in one unit."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.chunks import subject_left, subject_right
from verifier.extract.rules.content import forward_end, forward_start
from verifier.extract.rules.cues import Cue, cue_at
from verifier.extract.rules.grammar import Grammar, Word
from verifier.extract.rules.tokens import Tokens


def stretch(tokens: Tokens, first: int, end: int) -> Stretch:
    """Offsets of a token range, the possessive ending left out."""
    finish = tokens.end[end - 1]
    if tokens.kind[end - 1] & Word.POSSESSIVE:
        finish -= 2 if tokens.word[end - 1].endswith(("'s", "’s")) else 1
    return tokens.start[first], finish


class Unit:
    """The attributions of one unit, left to right."""

    def __init__(self, tokens: Tokens, low: int, high: int, grammar: Grammar) -> None:
        self.tokens, self.low, self.high, self.grammar = tokens, low, high, grammar
        self.found: list[Attribution] = []
        self.subject: tuple[int, int] | None = None
        """The last subject found: the speaker of "and said", "saying"."""
        self.free = low
        """The first token no attribution by a trailing cue has taken."""
        self.taken = low

    def read(self) -> list[Attribution]:
        """Try every cue word outside quotations."""
        kind = self.tokens.kind
        for at in range(self.low, self.high):
            if kind[at] & Word.CUE and at >= self.taken:
                for cue in cue_at(self.tokens, at, self.low, self.high, self.grammar):
                    made = self._attribute(cue)
                    if made is not None:
                        self.found.append(made)
                        self.taken = cue.end
                        break
        return self.found

    def _attribute(self, cue: Cue) -> Attribution | None:
        tokens = self.tokens
        takes = cue.verb.takes
        if cue.passive:
            return self._passive(cue) if "passive" in takes else None
        if "raise" in takes:
            return self._raised(cue)
        subject = self._subject(cue)
        trailing = self._trailing(cue, subject)
        if trailing is not None:
            return trailing
        if subject is None:
            return None
        start = self._content_start(cue)
        if start is None or start >= self.high:
            return None
        what, act = self._kind_of_content(cue, start)
        if act is None:
            return None
        end = forward_end(tokens, cue, start, self.high, self.grammar)
        if end <= start:
            return None
        self.subject = subject
        return self._make(cue, [(start, end)], subject, act, f"{what}")

    def _subject(self, cue: Cue) -> tuple[int, int] | None:
        tokens = self.tokens
        first = cue.first
        before = tokens.word[first - 1] if first > self.low else ""
        if cue.infinitive or before in ("and", "but", "or"):
            return self.subject or self._first_subject(cue)
        if cue.participle:
            return self.subject or self._first_subject(cue)
        found = subject_left(tokens, first, self.low)
        if found is None and before == ",":
            return None
        return found

    def _first_subject(self, cue: Cue) -> tuple[int, int] | None:
        """The subject of the unit's main clause, for participles and coordinated verbs."""
        tokens = self.tokens
        at = self.low
        while at < cue.first and tokens.kind[at] & (Word.COORDINATOR | Word.MARK | Word.ADVERB):
            at += 1
        return subject_right(tokens, at, cue.first) if at < cue.first else None

    def _content_start(self, cue: Cue) -> int | None:
        return forward_start(self.tokens, cue, self.high)

    def _kind_of_content(self, cue: Cue, start: int) -> tuple[str, str | None]:
        tokens, takes = self.tokens, cue.verb.takes
        w, k = tokens.word[start], tokens.kind[start]
        if k & Word.QUOTE:
            for what in ("quote", "object", "clause", "person"):
                if what in takes:
                    return what, takes[what]
            return "", None
        if w == "to":
            return ("to", takes.get("to")) if "to" in takes else ("", None)
        if w in ("that", "how", "whether", "if", "what", "why") or k & Word.SUBJECT:
            for what in ("clause", "person", "object"):
                if what in takes:
                    return what, takes[what]
            return "", None
        for what in ("object", "clause", "person"):
            if what in takes:
                return what, takes[what]
        return "", None

    def _trailing(self, cue: Cue, subject: tuple[int, int] | None) -> Attribution | None:
        """Content before the cue: "..., she said" and "..., said Venn"."""
        tokens, takes = self.tokens, cue.verb.takes
        if not ("quote" in takes or "clause" in takes) or cue.infinitive:
            return None
        kind, word = tokens.kind, tokens.word
        if subject is not None and self._ends_content(subject[0]) and not kind[subject[0]] & Word.RELATIVE:
            close = subject[0]
            after = cue.end
            if not self._nothing_follows(cue):
                return None
        elif self._ends_content(cue.first) and cue.first == cue.at and not cue.participle:
            subject = subject_right(tokens, cue.end, self.high)
            if subject is None:
                return None
            close = cue.first
            after = subject[1]
        else:
            return None
        end = close
        while end > self.free and (word[end - 1] in (",", "—", "–", "-")):
            end -= 1
        first = self._back_to(end)
        if first >= end:
            return None
        if "clause" not in takes and not any(kind[i] & Word.QUOTE for i in range(first, end)):
            return None
        pieces = [(first, end)]
        rest = self._second_part(max(after, cue.end))
        if rest is not None:
            pieces.append(rest)
            self.taken = max(self.taken, rest[0])
        self.free = pieces[-1][1]
        self.subject = subject
        act = takes.get("quote") or takes.get("clause") or "speech"
        return self._make(cue, pieces, subject, act, "trailing")

    def _ends_content(self, at: int) -> bool:
        """Whether a content can have ended right before token `at`."""
        if at <= self.free:
            return False
        tokens = self.tokens
        before = at - 1
        return (
            bool(tokens.kind[before] & Word.QUOTE)
            or tokens.word[before] in (",", "—", "–")
            and before > self.free
        )

    def _nothing_follows(self, cue: Cue) -> bool:
        """Whether the cue has no content of its own after it."""
        tokens = self.tokens
        start = forward_start(tokens, cue, self.high)
        if start is None:
            return True
        if tokens.word[cue.end] == "," and tokens.kind[start] & Word.QUOTE and start == cue.end + 1:
            # "A", she said, "B": one utterance, when a quotation stands before too
            return bool(tokens.kind[self.low] & Word.QUOTE) or any(
                tokens.kind[i] & Word.QUOTE for i in range(self.free, cue.first)
            )
        return False

    def _back_to(self, end: int) -> int:
        """Where the content that ends at token `end` begins."""
        tokens = self.tokens
        first = self.free
        while first < end and tokens.word[first] in (",", ";", ":", "—", "–", "-", "and", "but", ".", "”"):
            first += 1
        if tokens.kind[end - 1] & Word.QUOTE and end - 1 > first:
            colon = end - 2
            if tokens.word[colon] == ":":
                return end - 1
        return first

    def _second_part(self, after: int) -> tuple[int, int] | None:
        """What follows the attribution inside the unit and belongs to the same utterance."""
        tokens = self.tokens
        at = after
        while at < self.high and at - after < 20:
            w, k = tokens.word[at], tokens.kind[at]
            if k & Word.QUOTE and tokens.word[at - 1] in (",", ":", "."):
                return at, self._quote_run(at)
            if w == "," and at == after and at + 1 < self.high:
                nxt = tokens.kind[at + 1]
                if nxt & Word.QUOTE:
                    return at + 1, self._quote_run(at + 1)
                if nxt & (Word.ING | Word.PREPOSITION | Word.SUBORDINATOR | Word.TIME) or tokens.word[
                    at + 1
                ].endswith("ing"):
                    return None
                return at + 1, self.high
            at += 1
        return None

    def _quote_run(self, at: int) -> int:
        tokens = self.tokens
        end = at + 1
        while end < self.high and tokens.kind[end] & Word.QUOTE:
            end += 1
        return end

    def _passive(self, cue: Cue) -> Attribution | None:
        """ "The ferry is expected to sail": the subject and what follows are the content."""
        tokens = self.tokens
        subject = subject_left(tokens, cue.first, self.low)
        if subject is None or cue.end >= self.high:
            return None
        w = tokens.word[cue.end]
        if w not in ("to", "that", "as", "of", "for", "by"):
            return None
        source = None
        if w == "by":
            source = subject_right(tokens, cue.end + 1, self.high)
            if source is None:
                return None
            return self._make(cue, [subject], source, cue.verb.takes["passive"], "passive-by")
        end = forward_end(tokens, cue, cue.end, self.high, self.grammar)
        return self._make(cue, [subject, (cue.end, end)], None, cue.verb.takes["passive"], "passive")

    def _raised(self, cue: Cue) -> Attribution | None:
        """ "The harbour seems to be silting up"."""
        tokens = self.tokens
        subject = subject_left(tokens, cue.first, self.low)
        if subject is None or cue.end >= self.high or cue.participle or cue.infinitive:
            return None
        end = forward_end(tokens, cue, cue.end, self.high, self.grammar)
        return self._make(cue, [subject, (cue.end, end)], None, cue.verb.takes["raise"], "raise")

    def _make(
        self, cue: Cue, content: list[tuple[int, int]], source: tuple[int, int] | None, act: str, rule: str
    ) -> Attribution:
        tokens = self.tokens
        covered = {i for a, b in content for i in range(a, b) if tokens.kind[i] & Word.QUOTE}
        return Attribution(
            content=[stretch_content(tokens, a, b) for a, b in content],
            source=stretch(tokens, *source) if source else None,
            cue=(tokens.start[cue.first], tokens.end[cue.end - 1]),
            act=act,
            rule=f"{cue.verb.lemma}:{rule}",
            tokens=covered,
        )


def stretch_content(tokens: Tokens, first: int, end: int) -> Stretch:
    """Offsets of content tokens: outer marks at its ends left out."""
    start, finish = tokens.start[first], tokens.end[end - 1]
    opening, closing = tokens.quotation[first], tokens.quotation[end - 1]
    if opening is not None and (
        end - first == 1 or all(tokens.kind[i] & Word.QUOTE for i in range(first, end))
    ):
        start = opening.inner_start
    if (
        closing is not None
        and opening is not None
        and (end - first == 1 or all(tokens.kind[i] & Word.QUOTE for i in range(first, end)))
    ):
        finish = closing.inner_end
    return start, finish
