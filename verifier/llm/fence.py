"""Show an article to a model as data that cannot pass for anything else.

The fence lines carry a code derived from the text itself and checked not to occur in it, so no article can
hold its own closing line. What chat servers and tokenizers take for structure (`<|im_start|>`, `[INST]`) is
made harmless by exchanging one character, and so is anything that looks like a fence of ours. Every exchange
is one code point for one: offsets stay what they are, and `restored` takes a copied passage back to the
article's own characters.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import cache

CODE_DIGITS = 12
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, *range(0xD800, 0xE000)], "\ufffd")
"""Control characters but tab and line ends, and halves of surrogate pairs: no server takes them alike."""
_TAGS = dict.fromkeys(range(0xE0000, 0xE0080), "\ufffd")
"""Tag characters: invisible to an editor, legible to a model."""
_SAFE = {**_CONTROL, **_TAGS}


@cache
def _structural() -> re.Pattern[str]:
    """Openings of what some chat template or tokenizer reads as structure, and of our own fences."""
    return re.compile(
        r"<(?=\|)"  # <|im_start|>, <|eot_id|>, <|endoftext|>
        r"|<(?=<SYS>>|</SYS>>)"
        r"|<(?=/?(?:s|system|user|assistant|human|article|quotes|claims|passages|start_of_turn|end_of_turn|bos|eos)>)"
        r"|\[(?=/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\])"
        r"|<(?=<<\s?(?:article|quotes|claims|passages|end)\b)"
        r"|(?<=>>)>",
        re.IGNORECASE,
    )


_EXCHANGE = {"<": "\u2039", "[": "\uff3b", ">": "\u203a"}
_BACK = {new: old for old, new in _EXCHANGE.items()}


def neutralised(text: str) -> str:
    """`text` with structural delimiters and control characters made harmless; same length, same offsets."""
    return _structural().sub(lambda m: _EXCHANGE[m.group()], text.translate(_SAFE))


def restored(words: str) -> str:
    """A copied passage with the exchanged delimiters put back."""
    return words.translate({ord(new): old for new, old in _BACK.items()})


def code_for(*texts: str) -> str:
    """12 hex digits that stand for these texts and occur in none of them."""
    seed = hashlib.sha256(b"verifier fence")
    for text in texts:
        seed.update(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest())
    key = seed.digest()
    while any(key.hex()[:CODE_DIGITS] in text.lower() for text in texts):
        key = hashlib.sha256(key).digest()
    return key.hex()[:CODE_DIGITS]


def fenced(label: str, body: str, code: str) -> str:
    """`body` between two lines that carry the code."""
    return f"<<<{label} {code}\n{body}\n{label} {code}>>>"


def numbered(text: str, sentences: Sequence[tuple[int, int]], first: int = 1) -> str:
    """The text with "[7] " in front of its seventh sentence and nothing else changed.

    `sentences` are half-open stretches of `text` in order; `first` is the number of the first of them.
    """
    parts: list[str] = []
    at = 0
    for number, (start, end) in enumerate(sentences, first):
        words = text[start:end]
        lead = len(words) - len(words.lstrip())
        if lead == len(words):
            continue
        parts += [text[at : start + lead], f"[{number}] "]
        at = start + lead
    return "".join([*parts, text[at:]])


_NUMBER = re.compile(r"\[\d{1,6}\] ")


def unnumbered(words: str) -> str:
    """A copied passage without the sentence numbers that were put in."""
    return _NUMBER.sub("", words)
