"""Names in a genitive without an apostrophe ("Brells Vorwürfe"): whose they are, and what is theirs."""

from __future__ import annotations

from verifier.names.given import given_names
from verifier.names.joined import Found
from verifier.names.lexicon import Lexicon
from verifier.names.parse import fold_name, is_title

_ADJECTIVES = ("es", "er", "en", "em")
"""Strong endings: "Ada Brells neues Buch"."""


def with_owners(text: str, found: list[Found], known: set[str], lex: Lexicon) -> set[str]:
    """The known folded words and the full names, those named only in the genitive without their -s."""
    named = [f for f in found if not f.single and f.kind in ("person", "unknown")]
    every = known | {
        fold_name(text[f.name : f.end]) for f in named if not _before_adjective(text, f.end, lex)
    }
    owners = {
        fold_name(base)
        for f in named
        if f.kind == "person" and (base := _owner(text, f, every, lex)) is not None
    } - every
    for base in owners:
        every -= {f"{base}s", f"{base.split()[-1]}s"}
        every |= {base, base.split()[-1]}
    return every


def _before_adjective(text: str, end: int, lex: Lexicon) -> bool:
    """Whether an adjective and its noun come next, so that the -s may be the genitive's."""
    words = text[end : end + 60].split(None, 2)[:2]
    return (
        text[end - 1] == "s"
        and text[end : end + 1] == " "
        and len(words) == 2
        and words[1][0].isupper()
        and words[0].islower()
        and words[0].endswith(_ADJECTIVES)
        and words[0] not in lex.function
        and words[0] not in lex.cut
        and words[0] not in lex.phrases.lead
    )


def _owner(text: str, item: Found, known: set[str], lex: Lexicon) -> str | None:
    """Whose the noun is: "Ada Brell" in "Ada Brells Buch"; None in "Luis Marns Keller", which may be a name.

    The name must stand elsewhere without -s, or nowhere else with it, and before a noun for what people have.
    """
    words = text[item.name : item.end].split()
    for k in range(1, len(words) - 1):
        name, noun = words[k], words[k + 1]
        if name[-1] != "s" or name[-2:] == "ss" or name.casefold() in given_names():
            continue
        end = text.index(name, item.name + len(words[0])) + len(name)
        full = fold_name(" ".join(words[: k + 1]))
        if full not in known and (full[:-1] in known or is_title(noun, lex) or _is_noun(noun, lex)):
            return text[item.name : end - 1]
    return None


def _is_noun(noun: str, lex: Lexicon) -> bool:
    """Whether a table has it, or its ending is one of nouns: "Buch", "Äußerung"."""
    low = noun.casefold()
    listed = (
        lex.phrases.owned_nouns,
        lex.texts.nouns,
        lex.bodies.groups,
        lex.nobody.nouns,
        lex.nobody.thing_nouns,
        lex.texts.pointing,
    )
    return any(low in words for words in listed) or low.endswith(
        (*lex.small.common_endings, *lex.texts.endings)
    )


def without_genitive(text: str, item: Found, known: set[str], lex: Lexicon) -> Found:
    """ "Brells Vorwürfe", "Ada Brells": the -s of a known name left out, and the noun behind it."""
    if item.kind not in ("unknown", "person") or item.name != item.start:
        return item
    word = text[item.name : item.end].split(None, 1)[0]
    if item.single and word[-1] == "s" and word[:-1].casefold() in lex.places:
        return item._replace(end=item.end - 1, kind="place")
    folded = fold_name(word)
    if not item.single:
        end = text[item.name : item.end].split()[-1]
        last = fold_name(end)
        if last.endswith("s") and fold_name(text[item.name : item.end])[:-1] in known:
            return item._replace(end=item.end - 1)  # "Ada Brells Vorwürfe"
        common = item.kind == "unknown" and folded not in known and folded.removesuffix("s") not in known
        if common and last.endswith("s") and last not in known and last[:-1] in known:
            begin = item.end - len(end)  # "Worte Brells"
            return item._replace(start=begin, name=begin, end=item.end - 1, single=True, weak=False)
        if item.kind == "person" and (base := _owner(text, item, known, lex)) is not None:
            return item._replace(end=item.name + len(base))
    if not folded.endswith("s") or folded in known or folded[:-1] not in known:
        return item
    return item._replace(end=item.name + len(word) - 1, single=True)
