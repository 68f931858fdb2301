"""Seeded edits of real speech: quotes with a known fault, made from any transcripts given by path.

Each kind takes a sentence somebody says in a transcript and changes it the way a careless or dishonest
printer would. The same paths and seed give the same edits. The words chosen for a change are listed below
and are not those of the tables the comparison reads.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from verifier.compare.source import Source
from verifier.compare.speaker import same
from verifier.compare.transcript import is_generic

LEAST, MOST = 8, 45
"""Words in a sentence that serves as a quote."""

EXPECTED: dict[str, frozenset[str]] = {
    "verbatim": frozenset({"verbatim"}),
    "case": frozenset({"verbatim", "cleanup"}),
    "filler_dropped": frozenset({"cleanup", "verbatim"}),
    "contraction": frozenset({"cleanup"}),
    "number_form": frozenset({"cleanup", "verbatim"}),
    "marked_ellipsis": frozenset({"marked_edit"}),
    "marked_bracket": frozenset({"marked_edit"}),
    "unmarked_drop": frozenset({"altered", "altered_material", "truncated", "spliced"}),
    "other_word": frozenset({"altered", "altered_material"}),
    "inserted_word": frozenset({"altered", "altered_material"}),
    "number_changed": frozenset({"altered_material"}),
    "negation_added": frozenset({"altered_material"}),
    "negation_removed": frozenset({"altered_material"}),
    "antonym": frozenset({"altered_material"}),
    "modality": frozenset({"altered_material"}),
    "tense": frozenset({"altered_material"}),
    "person": frozenset({"altered_material"}),
    "name": frozenset({"altered_material"}),
    "ellipsis_swallows_negation": frozenset({"omission_reverses"}),
    "unmarked_splice": frozenset({"spliced", "altered"}),
    "marked_splice_far": frozenset({"spliced", "marked_edit"}),
    "reversed_fragments": frozenset({"spliced"}),
    "absent": frozenset({"not_found"}),
    "misattributed": frozenset({"verbatim", "ambiguous"}),
}
"""The labels that are right for each kind; `misattributed` is judged by its attribution."""


@dataclass(frozen=True)
class Edit:
    """A quote with its fault, the speaker an article would name, and the id of the source it was made
    from."""

    kind: str
    text: str
    speaker: str | None
    original: str
    source: str


@dataclass(frozen=True)
class Sentence:
    """Something one person says in one breath."""

    text: str
    speaker: str | None
    source: str
    place: int


def sentences(sources: Sequence[Source]) -> list[Sentence]:
    """The sentences of all turns that can serve as quotes, line breaks and labels left out."""
    found = []
    for source in sources:
        silent = list(zip(source.apparatus[::2], source.apparatus[1::2], strict=True))
        at = 0
        for turn in source.turns:
            text = ""
            begin = turn.start
            while at < len(silent) and silent[at][0] < turn.end:
                text += source.text[begin : silent[at][0]]
                begin = max(begin, silent[at][1])
                at += 1
            text += source.text[begin : turn.end]
            for sentence in re.split(r"(?<=[.!?])\s+", " ".join(text.split())):
                if LEAST <= len(sentence.split()) <= MOST and sentence[:1].isupper() and '"' not in sentence:
                    found.append(Sentence(sentence, turn.speaker, source.id, turn.start))
    return found


Maker = Callable[[random.Random, Sentence], str | None]


def _swap(pattern: str, new: Callable[[re.Match[str], random.Random], str]) -> Maker:
    compiled = re.compile(pattern)

    def make(rng: random.Random, sentence: Sentence) -> str | None:
        matches = [m for m in compiled.finditer(sentence.text) if m.start() > 0]
        if not matches:
            return None
        match = rng.choice(matches)
        text = sentence.text
        return re.sub(r"\s+", " ", text[: match.start()] + new(match, rng) + text[match.end() :]).strip()

    return make


def _pairs(words: str) -> dict[str, str]:
    """ "good > bad; we > they" as a dictionary."""
    return {old.strip(): new.strip() for old, new in (pair.split(">") for pair in words.split(";"))}


_OPPOSITES = _pairs(
    "good > bad; bad > good; more > less; less > more; best > worst; against > for; high > low; "
    "strong > weak;"
    "rich > poor; hard > easy; win > lose; lose > win; always > never; right > wrong; before > after;"
    "after > before; everybody > nobody; better > worse; love > hate; up > down; old > new; new > old;"
    "first > last; great > terrible; big > small; safe > dangerous; legal > illegal; increase > decrease;"
    "support > oppose; raise > cut; same > different; buy > sell; open > close; wrong > right;"
    "worse > better; many > few; friends > enemies"
)
_NUMBER_WORDS = _pairs(
    "two > seven; three > eight; five > nine; ten > twenty; million > billion; billion > million;"
    "thousand > million"
)
_FORMS = _pairs(
    "two > 2; three > 3; four > 4; five > 5; six > 6; ten > 10; twelve > 12; twenty > 20; thirty > 30;"
    "fifty > 50; 2 > two; 3 > three; 4 > four; 5 > five; 10 > ten; 20 > twenty; 30 > thirty; 50 > fifty;"
    "100 > one hundred"
)
_TENSES = _pairs(
    "is > was; was > is; are > were; were > are; have > had; has > had; had > has; want > wanted;"
    "think > thought; know > knew; said > say; went > go; need > needed; made > make; believe > believed;"
    "came > come; took > take"
)
_MODALS = _pairs(
    "will > may; would > must; can > should; could > will; should > could; may > will; might > will;"
    "must > may"
)
_PERSONS = _pairs(
    "we > they; they > we; he > she; she > he; our > their; their > our; his > my; my > his; you > they;"
    "them > us"
)
_CONTRACTED = _pairs(
    "do not > don't; it is > it's; we are > we're; I am > I'm; they are > they're; is not > isn't;"
    "cannot > can't; we have > we've; I have > I've; don't > do not; can't > cannot; I'm > I am;"
    "we're > we are; won't > will not; they're > they are; we've > we have; isn't > is not;"
    "doesn't > does not"
)
_NAMES = ("Brell", "Tallow", "Varn", "Osgood", "Merrin", "Quill", "Hathersage", "Dunmore")
_WORDS = ("harbour", "lantern", "orchard", "velvet", "copper", "saddle", "mountain", "window")


def _listed(words: dict[str, str]) -> Maker:
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return _swap(rf"(?<![\d.,$])\b(?:{either})(?![\w',.]*\d)\b(?!')", lambda match, _: words[match[0]])


def _case(_: random.Random, sentence: Sentence) -> str | None:
    text = sentence.text
    return text[0].lower() + text[1:].rstrip(".") + ","


def _filler(_: random.Random, sentence: Sentence) -> str | None:
    match = re.search(r",? \b(?:you know|I mean|uh|um)\b,?", sentence.text)
    return sentence.text[: match.start()] + sentence.text[match.end() :] if match and match.start() else None


def _word_indices(words: Sequence[str]) -> list[int]:
    """Inner words of content: longer than four letters, small, no punctuation."""
    return [i for i in range(2, len(words) - 2) if re.fullmatch(r"[a-z]{5,}", words[i])]


def _drop(rng: random.Random, sentence: Sentence) -> str | None:
    words = sentence.text.split()
    places = _word_indices(words)
    if not places:
        return None
    del words[rng.choice(places)]
    return " ".join(words)


def _other(rng: random.Random, sentence: Sentence) -> str | None:
    words = sentence.text.split()
    places = _word_indices(words)
    if len(words) < 12 or not places:
        return None
    words[rng.choice(places)] = rng.choice(_WORDS)
    return " ".join(words)


def _insert(rng: random.Random, sentence: Sentence) -> str | None:
    words = sentence.text.split()
    places = _word_indices(words)
    if len(words) < 12 or not places:
        return None
    words.insert(rng.choice(places), rng.choice(_WORDS))
    return " ".join(words)


def _not_after(rng: random.Random, sentence: Sentence) -> str | None:
    matches = [
        m
        for m in re.finditer(
            r"\b(?:is|are|was|were|will|would|can|should|could|has|have)\b(?! not\b|n't)", sentence.text
        )
        if m.start() > 0
    ]
    if not matches:
        return None
    match = rng.choice(matches)
    return sentence.text[: match.end()] + " not" + sentence.text[match.end() :]


def _without_not(_: random.Random, sentence: Sentence) -> str | None:
    match = re.search(r"n't\b| not\b(?! only| just)| never\b", sentence.text)
    if match is None or re.search(r"(?:ca|wo)n't", sentence.text) or not match.start():
        return None
    return sentence.text[: match.start()] + sentence.text[match.end() :]


def _swallow(_: random.Random, sentence: Sentence) -> str | None:
    match = re.search(
        r"\b(?:is|are|was|will|would|should|could|do|does|did) (not|never)\b(?= \w+ \w+)", sentence.text
    )
    if match is None or len(sentence.text[: match.start(1)].split()) < 2:
        return None
    return sentence.text[: match.start(1)] + "..." + sentence.text[match.end(1) :]


def _ellipsis(rng: random.Random, sentence: Sentence) -> str | None:
    words = sentence.text.split()
    if len(words) < 14:
        return None
    start = rng.randrange(4, len(words) - 8)
    size = rng.randint(2, 4)
    dropped = " ".join(words[start - 1 : start + size]).lower()
    if re.search(
        r"n't|n’t|\b(?:not|never|no|nothing|nobody|none|only|if|unless|without|except|until|hardly)\b",
        dropped,
    ):
        return None
    return " ".join([*words[:start], "...", *words[start + size :]])


def _bracket(_: random.Random, sentence: Sentence) -> str | None:
    match = re.search(r"(?<= )(?:he|she|they|it|him|her|them)\b(?!')", sentence.text)
    return sentence.text[: match.start()] + "[the council]" + sentence.text[match.end() :] if match else None


def _digits(match: re.Match[str], rng: random.Random) -> str:
    value = match[0].replace(",", "")
    return (
        match[0][::-1]
        if len(value) == 2 and value[0] != value[1] and value[1] != "0"
        else str(int(value) + rng.randint(1, 9))
    )


MAKERS: dict[str, Maker] = {
    "verbatim": lambda _, s: s.text,
    "case": _case,
    "filler_dropped": _filler,
    "contraction": _listed(_CONTRACTED),
    "number_form": _listed(_FORMS),
    "marked_ellipsis": _ellipsis,
    "marked_bracket": _bracket,
    "unmarked_drop": _drop,
    "other_word": _other,
    "inserted_word": _insert,
    "number_changed": lambda rng, s: (
        _swap(r"(?<![\d.,$'’-])\d{1,3}(?:,\d{3})*(?![\d.,]*\d|['’\w-])", _digits)(rng, s)
        or _listed(_NUMBER_WORDS)(rng, s)
    ),
    "negation_added": _not_after,
    "negation_removed": _without_not,
    "antonym": _listed(_OPPOSITES),
    "modality": _listed(_MODALS),
    "tense": _listed(_TENSES),
    "person": _listed(_PERSONS),
    "name": _swap(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b(?!')(?! [A-Z])", lambda _, rng: rng.choice(_NAMES)),
    "ellipsis_swallows_negation": _swallow,
}


def edits(sources: Sequence[Source], per_kind: int, seed: int = 1) -> Iterator[Edit]:
    """Up to `per_kind` edits of each kind, those of one kind together; `absent` ones are cut from scrambled
    speech."""
    pool = sentences(sources)
    by_speaker: dict[tuple[str, str | None], list[Sentence]] = {}
    for sentence in pool:
        by_speaker.setdefault((sentence.source, sentence.speaker), []).append(sentence)
    for kind in EXPECTED:
        rng = random.Random(f"{seed}:{kind}")
        made = 0
        for sentence in rng.sample(pool, len(pool)):
            if made == per_kind:
                break
            edit = _made(kind, rng, sentence, by_speaker, pool)
            if edit is not None:
                made += 1
                yield edit


def _made(
    kind: str,
    rng: random.Random,
    sentence: Sentence,
    by_speaker: dict[tuple[str, str | None], list[Sentence]],
    pool: Sequence[Sentence],
) -> Edit | None:
    own = by_speaker[sentence.source, sentence.speaker]
    speaker = sentence.speaker
    text: str | None = None
    if kind in MAKERS:
        text = MAKERS[kind](rng, sentence)
        if kind != "verbatim" and text == sentence.text:
            return None
    elif kind in ("unmarked_splice", "marked_splice_far"):
        far = [other for other in own if abs(other.place - sentence.place) > 20_000]
        if far:
            other = rng.choice(far).text
            tie = " and " + other[0].lower() + other[1:] if kind == "unmarked_splice" else " ... " + other
            text = sentence.text.rstrip(".!?") + tie
    elif kind == "reversed_fragments":
        words = sentence.text.rstrip(".!?").split()
        if len(words) >= 12:
            middle = len(words) // 2
            text = " ".join(words[middle:]) + " ... " + " ".join(words[:middle])
    elif kind == "absent":
        # Words of three people in another order: grammatical noise that nobody said.
        words = [w for s in rng.sample(list(pool), 3) for w in s.text.split()]
        rng.shuffle(words)
        text = " ".join(words[:18])
    elif kind == "misattributed":
        others = sorted(
            {
                label
                for source, label in by_speaker
                if source == sentence.source
                and label
                and label != speaker
                and not is_generic(label)
                and not (speaker and same(label, speaker, "en"))
            }
        )
        if others and speaker and not is_generic(speaker) and len(sentence.text.split()) >= 10:
            text, speaker = sentence.text, rng.choice(others)
    return Edit(kind, text, speaker, sentence.text, sentence.source) if text else None
