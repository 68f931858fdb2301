"""Read gold and predicted quotes: JSON Lines, one document a line.

A gold line is `{"doc_id", "text", "quotes": [...]}`, a line of predictions `{"doc_id", "quotes": [...]}`. A
quote is `{"fragments": [[start, end], ...], "speaker_fragments", "cue_fragments", "cue", "kind",
"speaker_cluster_name"}`; `start`/`end`, `speaker_start`/`speaker_end` and `cue_start`/`cue_end` may stand for
a single fragment, and a prediction gives its resolved name as `speaker_name`. Other keys are left alone.
Offsets are half-open code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from verifier.errors import InputError
from verifier.evaluate.labelled import GoldDocument, LabelledQuote, Stretch
from verifier.model.extraction import Kind

SHAPE = 'each line is one document: {"doc_id", "text", "quotes": [{"fragments": [[start, end]], ...}]}'
KINDS = get_args(Kind)


def rows(path: Path, limit: int | None = None) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Line number (from 1) and object of each non-empty line, `limit` objects at most.

    Raises InputError when the file cannot be read, is not UTF-8, or a line is not a JSON object.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as file:
            count = 0
            for number, line in enumerate(file, 1):
                if limit is not None and count >= limit:
                    return
                if line.strip():
                    count += 1
                    yield number, _object(path, number, line)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); give a JSON Lines file") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 ({error.reason}); save it as UTF-8 JSON Lines") from error


def read_gold(path: Path, limit: int | None = None) -> tuple[GoldDocument, ...]:
    """All documents of a gold file in its order, `limit` at most. Raises InputError, naming file and line."""
    documents = []
    for number, row in rows(path, limit):
        where = f"{path}, line {number}"
        text = row.get("text")
        if not isinstance(text, str):
            raise InputError(f"{where}: no text; {SHAPE}")
        entries = _entries(row, where)
        quotes = tuple(_quote(entry, "speaker_cluster_name", len(text), place) for place, entry in entries)
        doc_id, primary = _doc_id(row, where), bool(row.get("primary", True))
        documents.append(GoldDocument(doc_id=doc_id, text=text, quotes=quotes, primary=primary))
    if not documents:
        raise InputError(f"{path}: holds no document; {SHAPE}")
    return tuple(documents)


def read_predictions(path: Path, gold: tuple[GoldDocument, ...]) -> dict[str, tuple[LabelledQuote, ...]]:
    """Predicted quotes by document, for the documents of `gold`; a document without a line has none.

    Raises InputError, naming file and line, also when no line belongs to any document of the gold.
    """
    lengths = {document.doc_id: len(document.text) for document in gold}
    found: dict[str, tuple[LabelledQuote, ...]] = {}
    for number, row in rows(path):
        where = f"{path}, line {number}"
        doc_id = _doc_id(row, where)
        if doc_id in lengths:
            entries = _entries(row, where)
            found[doc_id] = tuple(
                _quote(entry, "speaker_name", lengths[doc_id], place) for place, entry in entries
            )
    if not found:
        raise InputError(f"{path}: no doc_id of the gold stands here; predict the same documents")
    return found


def as_row(doc_id: str, quotes: tuple[LabelledQuote, ...]) -> dict[str, Any]:
    """One line of predictions, in the shape `read_predictions` reads."""
    return {
        "doc_id": doc_id,
        "quotes": [
            {
                "fragments": quote.fragments,
                "speaker_fragments": quote.speaker,
                "cue_fragments": quote.cue,
                "cue": quote.cue_text,
                "speaker_name": quote.name,
                "kind": quote.kind,
            }
            for quote in quotes
        ],
    }


def _object(path: Path, number: int, line: str) -> Mapping[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}, line {number}: is not JSON ({error}); {SHAPE}") from error
    if not isinstance(value, dict):
        raise InputError(f"{path}, line {number}: is not an object; {SHAPE}")
    return value


def _doc_id(row: Mapping[str, Any], where: str) -> str:
    doc_id = row.get("doc_id")
    if not isinstance(doc_id, str):
        raise InputError(f"{where}: no doc_id; {SHAPE}")
    return doc_id


def _entries(row: Mapping[str, Any], where: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    quotes = row.get("quotes")
    if not isinstance(quotes, list):
        raise InputError(f"{where}: no list of quotes; {SHAPE}")
    for at, entry in enumerate(quotes, 1):
        if not isinstance(entry, dict):
            raise InputError(f"{where}: quote {at} is not an object; {SHAPE}")
        yield f"{where}, quote {at}", entry


def _quote(entry: Mapping[str, Any], name_key: str, length: int, where: str) -> LabelledQuote:
    kind = entry.get("kind")
    if kind is not None and kind not in KINDS:
        raise InputError(f"{where}: kind {kind!r} is unknown; use one of {', '.join(KINDS)}")
    name = entry.get(name_key)
    cue = entry.get("cue")
    return LabelledQuote(
        fragments=_stretches(entry, "", length, where),
        speaker=_stretches(entry, "speaker_", length, where),
        cue=_stretches(entry, "cue_", length, where),
        cue_text=cue if isinstance(cue, str) else "",
        name=name if isinstance(name, str) else None,
        kind=kind,
    )


def _stretches(entry: Mapping[str, Any], prefix: str, length: int, where: str) -> tuple[Stretch, ...]:
    listed = entry.get(f"{prefix}fragments")
    if not listed:
        start, end = entry.get(f"{prefix}start"), entry.get(f"{prefix}end")
        listed = [] if start is None or end is None else [[start, end]]
    if not isinstance(listed, list):
        raise InputError(f"{where}: {prefix}fragments is not a list; write [[start, end], ...]")
    return tuple(_stretch(pair, f"{where}, {prefix}fragments", length) for pair in listed)


def _stretch(pair: object, where: str, length: int) -> Stretch:
    if not (isinstance(pair, list) and len(pair) == 2 and all(type(at) is int for at in pair)):
        raise InputError(f"{where}: {pair!r:.60} is not a pair of offsets; write [start, end] in code points")
    start, end = pair
    if not 0 <= start <= end <= length:
        raise InputError(
            f"{where}: {start}-{end} lies outside a text of {length} code points; count code points"
        )
    return start, end
