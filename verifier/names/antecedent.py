"""Whom a pronoun means: gender, distance, subject position, and who spoke last."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from verifier.names.entities import Entities, Entity
from verifier.names.gender import learned_gender
from verifier.names.lexicon import Lexicon
from verifier.text.segment import Segments

REACH_MENTIONS = 60
"""How many mentions are looked back over, so that a pronoun costs the same in any text."""
REACH_SENTENCES = 8
"""How many sentences a pronoun may reach back, quotations counted."""
MARGIN = 0.5
"""A lead smaller than this settles nothing."""


@dataclass(frozen=True, kw_only=True)
class Antecedent:
    """The best reading of a pronoun: one entity, or several between which nothing decides."""

    entity: Entity | None
    rivals: tuple[Entity, ...] = ()
    why: str = ""
    """Ends a sentence that begins with the pronoun and the name."""


class Reader:
    """Looks back from an offset over the mentions of one document."""

    def __init__(self, text: str, segments: Segments, entities: Entities, lex: Lexicon) -> None:
        self.text = text
        self.entities = entities
        self.lex = lex
        self._sentences = [s[0] for s in segments.sentences]
        self._paragraphs = [p[0] for p in segments.paragraphs]
        self._quotes = [q[0] for q in entities.quoted]
        self._genders: dict[int, str | None] = {}

    def sentence(self, offset: int) -> int:
        """Number of the sentence that holds the offset."""
        return bisect_right(self._sentences, offset) - 1

    def paragraph(self, offset: int) -> int:
        """Number of the paragraph that holds the offset."""
        return bisect_right(self._paragraphs, offset) - 1

    def quote_at(self, offset: int) -> int | None:
        """Number of the quotation that holds the offset."""
        i = bisect_right(self._quotes, offset) - 1
        return i if i >= 0 and offset < self.entities.quoted[i][1] else None

    def gender(self, entity: Entity) -> str | None:
        """Of a person, from names and titles, else from the pronouns that follow the name."""
        if entity.gender is not None:
            return entity.gender
        if entity.id not in self._genders:
            self._genders[entity.id] = learned_gender(self.text, self.entities, entity, self.lex)
        return self._genders[entity.id]

    def antecedent(self, kind: str, offset: int, last: int | None, last_at: int | None) -> Antecedent:
        """Whom a pronoun of that kind ("male", "female", "neuter") at `offset` means.

        `last` is the id of the entity that spoke last, at `last_at`.
        """
        scores: dict[int, float] = {}
        here, mine = self.sentence(offset), self.quote_at(offset)
        seen_sentence, subject = -1, -1
        stop = self.entities.before(offset)
        for i in range(stop - 1, max(-1, stop - 1 - REACH_MENTIONS), -1):
            mention = self.entities.mentions[i]
            owner = self.entities.owners[i]
            start, end = mention.name_span
            away = here - self.sentence(start)
            if away > REACH_SENTENCES:
                break
            if owner is None or mention.headline or end > offset:
                continue
            quote = self.quote_at(start)
            if quote is not None and quote != mine:
                continue
            if not self._fits(self.entities.items[owner], kind):
                continue
            score = self._weight(i, away)
            if score > scores.get(owner, -99.0):
                scores[owner] = score
        del seen_sentence, subject
        if last is not None and last_at is not None and last_at < offset:
            near = self.paragraph(offset) - self.paragraph(last_at)
            if near <= 2 and self._fits(self.entities.items[last], kind):
                bonus = (2.0, 1.5, 1.0)[near]
                scores[last] = scores.get(last, 1.5 - near) + bonus
        for owner in scores:
            entity = self.entities.items[owner]
            scores[owner] += min(len(entity.mentions), 16) * 0.04
            if kind != "neuter" and self.gender(entity) is None:
                scores[owner] -= 0.6
        if not scores:
            return Antecedent(entity=None)
        ranked = sorted(scores.items(), key=lambda s: (-s[1], s[0]))
        best = self.entities.items[ranked[0][0]]
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN and ranked[0][0] != last:
            return Antecedent(entity=None, rivals=(best, self.entities.items[ranked[1][0]]))
        if ranked[0][0] == last:
            return Antecedent(entity=best, why="who spoke last")
        return Antecedent(entity=best, why="the nearest name that fits")

    def _fits(self, entity: Entity, kind: str) -> bool:
        if kind == "neuter":
            return entity.kind in ("organisation", "unknown")
        if entity.kind in ("organisation", "place"):
            return False
        if entity.kind == "unknown" and (self.gender(entity) is None or not entity.fulls):
            return False
        gender = self.gender(entity)
        return gender is None or gender == kind

    def _weight(self, i: int, away: int) -> float:
        """Nearness, and whether the name stands where subjects stand."""
        mention = self.entities.mentions[i]
        start, end = mention.span
        score = 3.0 - 0.8 * away
        begin = self._sentences[self.sentence(start)]
        between = self.text[max(begin, start - 60) : start]
        if not between.strip(" \n\"“”„«»‘’—–-"):
            score += 0.8
        elif (words := between.split()) and words[-1].casefold() in self.lex.lead | self.lex.cut:
            score -= 0.6
        if self.text.startswith(self.lex.possessed[:2], end):
            score -= 0.4
        return score
