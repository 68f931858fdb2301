"""A text's capitalised runs as names, and the runs that stand in headlines, where capitals tell nothing."""

from __future__ import annotations

from bisect import bisect_right

from verifier.names.joined import Found
from verifier.names.lexicon import Lexicon
from verifier.names.mention import Offsets
from verifier.names.openers import given_before
from verifier.names.runs import holds_headline_verb, read_run, split_run
from verifier.names.tokens import run_pattern


def scan(text: str, lex: Lexicon, zones: list[Offsets]) -> tuple[list[Found], list[Offsets]]:
    """Names of the running text, and the offsets of runs in `zones` or with a headline's verb."""
    found: list[Found] = []
    headlines: list[Offsets] = []
    starts = [z[0] for z in zones]
    credits_ = lex.small.credits
    for match in run_pattern(lex.name.particles).finditer(text):
        start = match.start()
        if start and (text[start - 1].isalnum() or text[start - 1] in "@_/"):
            continue
        if zones:
            z = bisect_right(starts, start) - 1
            if z >= 0 and start < zones[z][1]:
                headlines.append(match.span())
                continue
        run = match.group()
        if credits_ and text.startswith(":", match.end()) and run.split()[-1].casefold() in credits_:
            run = run[: run.rindex(run.split()[-1])].rstrip()
        pieces = split_run(run, lex.language)
        if not pieces:
            if holds_headline_verb(run, lex):
                headlines.append(match.span())
            continue
        opening = begins_sentence(text, start)
        if (
            pieces[0].start
            and (at := given_before(text, start, run, pieces[0], lex, opening=opening)) is not None
        ):
            pieces = (pieces[0]._replace(start=at, name=at, single=False), *pieces[1:])
        for p in pieces:
            weak = p.first and (p.start > 0 or opening)
            found.append(Found(start + p.start, start + p.name, start + p.end, p.kind, p.single, weak))
    return found, headlines


def pieces_of(text: str, run: Offsets, lex: Lexicon) -> list[Found]:
    """The names of a headline's run, for a text that has no other names."""
    start, end = run
    return [
        Found(start + p.start, start + p.name, start + p.end, p.kind, p.single, p.first)
        for p in read_run(text[start:end], lex)
    ]


def begins_sentence(text: str, at: int) -> bool:
    """Whether a capital at this offset may be owed to the place: after a stop, a colon, a mark, a break."""
    if at == 0:
        return True
    before = text[at - 1]
    if before != " ":
        joined = before in "–—" and at > 1 and text[at - 2].isalnum()
        return not (joined or before.isalnum() or before in "-‑/&’'(")
    before = text[at - 2] if at > 1 else "\n"
    if before in ".!?:…•–—*\n" or before == " ":
        return True
    return before in '"”’“»)' and at > 2 and text[at - 3] in ".!?…,"
