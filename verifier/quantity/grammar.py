"""Which digits and number words make one number: "two and a half million", "a third of", "twenty-first"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from verifier.quantity.tables import Tables
from verifier.quantity.words import GLUE, Atom, Builder


def grouped(text: str, atoms: list[Atom], tables: Tables) -> Iterator[Builder]:
    """The numbers that the atoms make, in order."""
    at = 0
    while at < len(atoms):
        builder, at = _one(text, atoms, at, tables)
        if builder is not None:
            yield builder


def _one(text: str, atoms: list[Atom], at: int, tables: Tables) -> tuple[Builder | None, int]:
    """The number that starts at atom `at`, and the first atom after it."""
    builder = _begun(text, atoms, at, tables)
    if builder is None:
        return None, at + 1
    at += 1
    while at < len(atoms) and not builder.closed:
        atom = atoms[at]
        glue = text[builder.end : atom.start]
        if len(glue) > 12:
            break
        ones = _fraction_after(text, builder, atom, glue, tables)
        if ones is None and not (
            (glue in GLUE and builder.add(atom)) or (_is_and(glue, tables) and builder.add(atom, True))
        ):
            break
        at += 1
    half = tables.and_half.match(text, builder.end)
    if half and not builder.closed and builder.kind == "cardinal":
        builder.current = (builder.current or Decimal(0)) + Decimal("0.5")
        builder.step, builder.end = Decimal("0.5"), half.end()
        while at < len(atoms) and atoms[at].start < builder.end:
            at += 1
        if at < len(atoms) and text[builder.end : atoms[at].start] in GLUE and builder.add(atoms[at]):
            at += 1
    while at < len(atoms) and atoms[at].start < builder.end:
        at += 1
    return builder, at


def _begun(text: str, atoms: list[Atom], at: int, tables: Tables) -> Builder | None:
    atom = atoms[at]
    builder = Builder(tables, atom.start, atom.end, step=atom.step)
    if atom.kind == "unit":
        builder.current, builder.in_words = atom.value, bool(atom.word)
        return None if _idle_one(text, atom, tables) else builder
    article = tables.article.search(text, max(0, atom.start - 8), atom.start)
    if atom.kind == "ordinal":
        builder.kind, builder.closed, builder.current = "ordinal", True, atom.value
        if (
            article
            and atom.value > 2
            and _word_after(text, atom.end) in tables.rules.get("fraction_before", ())
        ):
            builder.kind, builder.current = "fraction", 1 / atom.value
            builder.start = article.start()
        return builder
    if atom.kind in ("scale", "noun"):
        if article:
            builder.start = article.start()
        elif atom.word not in tables.bare_scales:
            return None
        builder.current = Decimal(1)
        builder.end = atom.start
        if atom.kind == "noun":
            builder.current, builder.step, builder.closed = atom.value, atom.value, True
        elif not builder.add(atom):
            return None
        builder.end = atom.end
        return builder
    if atom.kind == "vague":
        builder.current, builder.vague, builder.step = atom.value, True, atom.value
        follower = atoms[at + 1] if at + 1 < len(atoms) else None
        of = (
            text[atom.end : follower.start].strip().casefold()
            if follower and follower.start - atom.end < 6
            else ""
        )
        if follower and follower.kind == "vague" and of in tables.rules.get("of", ()):
            builder.current, builder.end = builder.current * follower.value, follower.end
        builder.closed = True
        return builder
    return _begun_fraction(text, atoms, at, builder, article)


def _begun_fraction(
    text: str, atoms: list[Atom], at: int, builder: Builder, article: re.Match[str] | None
) -> Builder | None:
    """ "half", "a third of", "half a million"."""
    tables, atom = builder.tables, atoms[at]
    rules = tables.rules
    follower = atoms[at + 1] if at + 1 < len(atoms) else None
    if follower is not None and follower.kind in ("scale", "noun"):
        between = text[atom.end : follower.start]
        if between in GLUE or tables.article.fullmatch(between.lstrip()):
            builder.current, builder.end = atom.value * follower.value, follower.end
            builder.step, builder.closed, builder.start = builder.current, True, atom.start
            return builder
    before, after = _word_before(text, atom.start), _word_after(text, atom.end)
    hyphened = text[atom.end : atom.end + 1] in ("-", "‑") and text[atom.end + 1 : atom.end + 2].isalpha()
    if hyphened or before in rules.get("half_not_after", ()) or after in rules.get("half_not_before", ()):
        return None
    if atom.word not in rules.get("fraction_alone", ()):
        if article is None or ("fraction_before" in rules and after not in rules["fraction_before"]):
            return None
        builder.start = article.start()
    builder.current, builder.kind, builder.closed = atom.value, "fraction", True
    return builder


def _fraction_after(text: str, builder: Builder, atom: Atom, glue: str, tables: Tables) -> bool | None:
    """Close "two thirds", "one-third", "drei Viertel"; null when the atom makes no fraction here."""
    count = builder.current
    if glue not in GLUE or builder.total or builder.kind != "cardinal" or count is None:
        return None
    if count != count.to_integral_value() or not 0 < count < 100:
        return None
    value = atom.value
    if atom.kind == "ordinal" and count == 1 and value > 2:
        if glue == " " and _word_after(text, atom.end) not in tables.rules.get("fraction_before", ()):
            return None
        value = 1 / value
    elif atom.kind != "fraction":
        return None
    builder.current, builder.kind, builder.closed, builder.end = count * value, "fraction", True, atom.end
    return True


def _is_and(glue: str, tables: Tables) -> bool:
    word = glue.strip().casefold()
    meanings = tables.words.get(word, ())
    return bool(glue[:1].isspace() or glue[:1] == "-") and any(kind == "and" for kind, _ in meanings)


def _idle_one(text: str, atom: Atom, tables: Tables) -> bool:
    rules = tables.rules
    if text[atom.end : atom.end + 1] in ("-", "‑"):
        return False  # "the one-week strike"
    return atom.word in rules.get("one", ()) and (
        _word_before(text, atom.start) in rules["one_not_after"]
        or _word_after(text, atom.end) in rules["one_not_before"]
    )


def _word_before(text: str, at: int) -> str:
    match = re.search(r"(\w+)\s{1,2}$", text[max(0, at - 20) : at])
    return match[1].casefold() if match else ""


def _word_after(text: str, at: int) -> str:
    match = re.match(r"\s{1,2}(\w+)", text[at : at + 20])
    return match[1].casefold() if match else ""
