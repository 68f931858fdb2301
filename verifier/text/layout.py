"""What single lines at the head of an article are: bylines, datelines, dates, headings."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

MAX_TITLE = 200
"""Code points; a longer line is text."""
MAX_HEADING = 90
"""Code points of a crosshead or a label above the text."""
MAX_BYLINE = 120

_OF_NAMES = frozenset(
    (
        "and",
        "und",
        "et",
        "y",
        "de",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "del",
        "di",
        "da",
        "al",
        "bin",
        "&",
        "in",
    )
)
_CLOSERS = "\"'”’“‘»«›‹)]*_ \t"
_STOPS = ".!?…。！？؟۔।:;,"


@cache
def _table() -> dict[str, list[str]]:
    raw = tomllib.loads((files("verifier.text") / "layout.toml").read_text("utf-8"))
    return {name: raw[name] for name in ("byline", "dated", "release", "weekdays")}


@cache
def _months() -> dict[str, int]:
    raw = tomllib.loads((files("verifier.text") / "layout.toml").read_text("utf-8"))
    return {name: number for number, names in enumerate(raw["months"], 1) for name in names}


@cache
def _written() -> tuple[re.Pattern[str], ...]:
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return (
        re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"),
        re.compile(rf"\b(?P<name>{month})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b", re.I),
        re.compile(
            rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?:\s+de|\s+of)?\s+(?P<name>{month})\.?,?"
            rf"(?:\s+del?)?\s+(?P<y>\d{{4}})\b",
            re.I,
        ),
        # 03.10.2023 has the day first wherever full stops are used; 03/10/2023 may be read two ways.
        re.compile(r"(?<!\d)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\d)"),
    )


def find_date(line: str) -> tuple[date, int, int] | None:
    """The first full date of a line, ISO or written, and its place; None when none exists on a calendar."""
    found = []
    for pattern in _written():
        match = pattern.search(line)
        if match:
            groups = match.groupdict()
            month = _months()[groups["name"].lower()] if groups.get("name") else int(groups["m"])
            try:
                day = date(int(groups["y"]), month, int(groups["d"]))
            except ValueError:
                continue
            found.append((match.start(), match.end(), day))
    if not found:
        return None
    start, end, day = min(found)
    return day, start, end


def dated_line(line: str) -> date | None:
    """The date of a line that says nothing else ("Friday, July 21, 2017", "Published: 2017-07-21 10:30")."""
    if len(line) > MAX_BYLINE:
        return None
    found = find_date(line)
    if found is None:
        return None
    day, start, end = found
    before = re.sub(r"[^\w\s]", " ", line[:start]).lower().split()
    after = re.sub(r"[^\w\s]", " ", line[end:]).lower().split()
    labels = {word for label in _table()["dated"] for word in label.split()}
    known = labels | set(_table()["weekdays"]) | {"on", "the", "den", "dem", "le", "el", "am"}
    clock = {
        "am",
        "pm",
        "a",
        "p",
        "m",
        "uhr",
        "h",
        "at",
        "um",
        "gmt",
        "utc",
        "et",
        "est",
        "edt",
        "cet",
        "bst",
        "updated",
    }
    fits = all(word in known for word in before) and all(
        word in clock or word in known or re.fullmatch(r"\d{1,4}|t?\d{1,2}h?\d{0,2}z?", word)
        for word in after
    )
    return day if fits else None


def is_byline(line: str) -> bool:
    """Whether a line names who wrote the article ("By Ada Brell and Jon Tolk")."""
    if len(line) > MAX_BYLINE or line.rstrip()[-1:] in "!?…:;":
        return False
    words = line.replace(":", " ").split()
    lower = [word.lower() for word in words]
    for lead in _table()["byline"]:
        head = lead.split()
        if lower[: len(head)] == head and words[0][:1].isupper():
            names = re.split(r"[|•·,–—]| - ", " ".join(words[len(head) :]))[0].split()
            return 0 < len(names) <= 10 and all(_of_a_name(word) for word in names)
    return False


def is_release(line: str) -> bool:
    """Whether a line says no more than that what follows is a press release, and of which day."""
    if len(line) > MAX_HEADING:
        return False
    found = find_date(line)
    label = line[: found[1]] + line[found[2] :] if found else line
    return label.strip(" \t:,|–—-*_()").lower() in _table()["release"]


def _of_a_name(word: str) -> bool:
    return word[0].isupper() or word.lower() in _OF_NAMES


@cache
def _dateline() -> re.Pattern[str]:
    # LONDON (Reuters) - / Istanbul, Turkey — / STATE COLLEGE, Pa. - / Bonn, 3. Mai (dpa) –
    name = r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’-]*+)"
    return re.compile(
        rf"{name}(?:[ /]{name}){{0,3}}"
        rf"(?:,[ ](?:{name}|\d{{1,4}}\.?)(?:[ ](?:{name}|\d{{1,4}}\.?)){{0,3}}){{0,2}}"
        r"(?:[ ]?\([^()\n]{2,40}\))?[ ]?(?:[—–―]|--?(?=[ ]))[ ]?"
    )


def dateline(line: str) -> str | None:
    """The dateline at the beginning of a paragraph, its dash left out: "LONDON (Reuters)"."""
    match = _dateline().match(line[:120])
    if not match:
        return None
    words = match[0].rstrip(" —–―-")
    # "Ada Brell — who ..." opens a sentence; a dateline is in capitals or names its place in two ways.
    plain = re.fullmatch(r"[^,()]*", words) and not words.isupper()
    return None if plain else words


def is_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return line.rstrip(_CLOSERS)[-1:] in _STOPS


def title_case(line: str) -> bool:
    """Whether nearly all longer words have a capital, as in an English headline."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if len(word) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def is_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return re.match(r"\s*(?:[-*+•>|]|\d{1,3}[.)] )", line) is not None


def is_label(line: str) -> bool:
    """Whether a line may be a heading or a label: short, begun with a capital, no sentence, no list item."""
    bare = line.strip()
    if not bare or len(bare) > MAX_HEADING or is_item(bare):
        return False
    first = next((char for char in bare if char.isalnum()), "")
    if not first or first.islower():
        return False
    # A question may head a section, in title case or in few words.
    asks = bare[-1] in "?!" and (title_case(bare) or len(bare.split()) <= 6)
    return asks or not is_sentence(bare)
