"""Whom a pronoun means: gender, distance, subject position, and who spoke last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
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

_OPENING_WORDS = 4
_OPENING_CHARS = 80

_LAST_BONUS = (2.0, 1.5, 1.0)
"""The lead of who spoke last, by the paragraphs between."""


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
        self.spoke: set[int] = set()
        """Entities that were speakers, which tells persons among the names nothing else tells of."""
        self._genders: dict[int, str | None] = {}

    def sentence(self, offset: int) -> int:
        """Number of the sentence that holds the offset."""
        return bisect_right(self._sentences, offset) - 1

    def opening_before(self, offset: int) -> tuple[str, ...]:
        """The first words, casefolded, of the sentence before that of the offset, in its paragraph."""
        here = self.sentence(offset)
        if here < 1 or self.paragraph(self._sentences[here - 1]) != self.paragraph(offset):
            return ()
        start = self._sentences[here - 1]
        words = self.text[start : min(start + _OPENING_CHARS, self._sentences[here])].casefold().split()
        return tuple(words[:_OPENING_WORDS])

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

    def antecedent(self, kind: str, offset: int, recent: Mapping[int, float], last_at: int) -> Antecedent:
        """Whom a pronoun of that kind ("male", "female", "neuter") at `offset` means.

        `recent` holds the ids of who spoke in the last sentence with a speaker, which ended at `last_at`,
        with the share of the lead each has. Each fitting name scores by its nearness in sentences and by
        standing where subjects stand; who spoke last leads, unless another has been named
        since. A lead below `MARGIN` settles nothing.
        """
        scores, rival = self._scores(kind, offset, recent, last_at)
        near = self.paragraph(offset) - self.paragraph(last_at) if 0 <= last_at < offset else len(_LAST_BONUS)
        if near < len(_LAST_BONUS) and not (
            kind == "neuter" and self.sentence(offset) - self.sentence(last_at) > 2
        ):
            for owner, share in recent.items():
                if self._fits(self.entities.items[owner], kind):
                    scores[owner] = scores.get(owner, 1.5 - near) + _LAST_BONUS[near] * rival * share
        for owner in scores:
            entity = self.entities.items[owner]
            scores[owner] += min(len(entity.mentions), 10) * 0.04
            if kind != "neuter" and self.gender(entity) is None:
                scores[owner] -= 0.3
            if kind != "neuter" and entity.kind == "unknown":
                scores[owner] -= 1.2
        if not scores:
            return Antecedent(entity=None)
        ranked = sorted(scores.items(), key=lambda s: (-s[1], s[0]))
        first = ranked[0][0]
        best = self.entities.items[first]
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN and first not in recent:
            return Antecedent(entity=None, rivals=(best, self.entities.items[ranked[1][0]]))
        return Antecedent(
            entity=best, why="who spoke last" if first in recent else "the nearest name that fits"
        )

    def pair_before(self, offset: int) -> tuple[Entity, Entity] | None:
        """Two persons joined by "and" in this sentence or the one before, outside quotations."""
        here = self.sentence(offset)
        stop = self.entities.before(offset)
        for i in range(stop - 1, max(0, stop - 8), -1):
            one, two = self.entities.owners[i - 1], self.entities.owners[i]
            left, right = self.entities.mentions[i - 1], self.entities.mentions[i]
            if here - self.sentence(left.span[0]) > 1:
                break
            gap = self.text[left.span[1] : right.span[0]].strip().casefold()
            if (
                one is None
                or two is None
                or one == two
                or gap not in self.lex.phrases.coordinating
                or right.headline
            ):
                continue
            pair = self.entities.items[one], self.entities.items[two]
            if (
                all(e.kind == "person" for e in pair)
                and self.quote_at(left.span[0]) is None
                and self._subject(i - 1) > 0
            ):
                return pair
        return None

    def _scores(
        self, kind: str, offset: int, recent: Mapping[int, float], last_at: int
    ) -> tuple[dict[int, float], float]:
        """Each fitting entity's best mention; and how much of its lead who spoke last has kept."""
        scores: dict[int, float] = {}
        rival = 1.0
        here, mine = self.sentence(offset), self.quote_at(offset)
        stop = self.entities.before(offset)
        reach = 2 if kind == "neuter" else REACH_SENTENCES
        farthest = self._sentences[max(0, here - reach)]
        for i in range(stop - 1, max(-1, stop - 1 - REACH_MENTIONS), -1):
            mention, owner = self.entities.mentions[i], self.entities.owners[i]
            start, end = mention.name_span
            if start < farthest:
                break
            if owner is None or mention.headline or end > offset:
                continue
            quote = self.quote_at(start)
            if (quote is not None and quote != mine) or not self._fits(self.entities.items[owner], kind):
                continue
            subject = self._subject(i)
            score = 3.0 - 0.8 * (here - self.sentence(start)) + subject
            if owner not in recent and start > last_at:
                rival = min(rival, 0.1 if subject > 0 else 0.6)
            scores[owner] = max(score, scores.get(owner, score))
        return scores, rival

    def _fits(self, entity: Entity, kind: str) -> bool:
        if kind == "neuter":
            if entity.kind == "place":
                return entity.id in self.spoke
            return entity.kind == "organisation" or (entity.kind == "unknown" and not entity.fulls)
        if entity.kind != "person" and (entity.kind != "unknown" or entity.id not in self.spoke):
            return False
        gender = self.gender(entity)
        return gender is None or gender == kind

    def _acts(self, end: int) -> bool:
        """A verb comes next: "Brell rubbished", "Brell said"."""
        word = self.text[end : end + 20].partition(" ")[2].partition(" ")[0]
        if self.text[end : end + 1] != " " or not word.isalpha() or not word.islower():
            return False
        return word in self.lex.where.human or (
            bool(self.lex.phrases.verb_endings)
            and word.endswith(self.lex.phrases.verb_endings)
            and word not in self.lex.cut
        )

    def _subject(self, i: int) -> float:
        """How much the name stands where subjects stand: first in its sentence, behind no preposition."""
        start, end = self.entities.mentions[i].span
        begin = self._sentences[self.sentence(start)]
        between = self.text[max(begin, start - 60) : start]
        weight = 0.0
        if not between.strip(' \n"“”„«»‘’—–-'):
            weight += 1.1
        elif (
            (words := between.split())
            and (low := words[-1].casefold())
            and (low in self.lex.phrases.lead or low in self.lex.cut)
        ):
            weight -= 0.6
        elif self._acts(end):
            weight += 0.6
        if self.text.startswith(self.lex.phrases.possessed[:2], end):
            weight -= 0.4
        return weight
