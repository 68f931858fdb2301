"""JSON without surprises: one canonical way to write it, one strict way to read it."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")


class NotStrict(ValueError):
    """JSON that two readers may read differently: a repeated key, NaN, NUL or half a character."""


def canonical(value: object) -> str:
    """One text for one value, whatever the order of keys: sorted, no spaces, no escapes but the needed ones.

    Raises:
        ValueError: NaN or infinity.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def sha256(text: str) -> str:
    """The hash of a text's UTF-8 bytes, in lower-case hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read_strictly(text: str) -> Any:
    """Parse JSON and refuse what readers disagree on.

    Python keeps the last of two equal keys, others the first; NaN is no JSON; NUL and lone surrogates
    break what they are later handed to.

    Raises:
        NotStrict: a repeated key, NaN or infinity, NUL, half a surrogate pair, a number or a nesting
            beyond what Python reads.
        json.JSONDecodeError: not JSON at all.
    """
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except RecursionError:
        raise NotStrict("nested too deeply") from None
    except json.JSONDecodeError:
        raise
    except NotStrict:
        raise
    except ValueError:  # an integer of more digits than Python converts
        raise NotStrict("holds a number too long to read") from None
    _no_broken_text(value)
    return value


def has_surrogate(text: str) -> bool:
    """Whether the text holds half a surrogate pair, which UTF-8 cannot write."""
    return _SURROGATE.search(text) is not None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise NotStrict("has one key twice in an object")
        found[key] = value
    return found


def _no_constant(name: str) -> Any:
    raise NotStrict(f"holds {name}, which is no JSON number")


def _no_broken_text(value: object) -> None:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            waiting.extend(item)
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, str):
            if "\0" in item:
                raise NotStrict("holds a NUL character")
            if has_surrogate(item):
                raise NotStrict("holds half a surrogate pair")
