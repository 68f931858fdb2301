"""Names of the running text that stand in a headline."""

from __future__ import annotations

from verifier.names.kinds import MentionKind
from verifier.names.mention import Mention, Offsets
from verifier.names.parse import fold_name
from verifier.names.tokens import tokens_of


def full_names(text: str, mentions: list[Mention]) -> dict[str, list[tuple[tuple[str, ...], MentionKind]]]:
    """Names of the running text by their first folded word, longest first."""
    printed: dict[str, MentionKind] = {}
    for m in mentions:
        printed.setdefault(text[slice(*m.name_span)], m.kind)
    forms: dict[tuple[str, ...], MentionKind] = {}
    for words, kind in printed.items():
        forms.setdefault(tuple(fold_name(w) for w in words.split()), kind)
    index: dict[str, list[tuple[tuple[str, ...], MentionKind]]] = {}
    for form, form_kind in sorted(forms.items(), key=lambda f: (-len(f[0]), f[0])):
        if form:
            index.setdefault(form[0], []).append((form, form_kind))
    return index


def in_headline(
    text: str,
    run: Offsets,
    names: dict[str, list[tuple[tuple[str, ...], MentionKind]]],
    known: set[str],
) -> list[Mention]:
    """Names of the running text that stand in a headline's run."""
    tokens = tokens_of(text[run[0] : run[1]])
    words = []
    for token in tokens:
        word = token.text
        for mark in ("’s", "'s", "."):
            if word.endswith(mark):
                word = word[: -len(mark)]
        words.append((fold_name(word), token.start, token.start + len(word)))
    mentions: list[Mention] = []
    i = 0
    while i < len(words):
        size, kind = 0, "unknown"
        for form, form_kind in names.get(words[i][0], [])[:20]:
            if len(form) <= len(words) - i and all(form[k] == words[i + k][0] for k in range(len(form))):
                size, kind = len(form), form_kind
                break
        if not size and words[i][0] in known:
            size, kind = 1, "unknown"
        if size:
            span = (run[0] + words[i][1], run[0] + words[i + size - 1][2])
            mentions.append(Mention(span, span, None, kind, size == 1, True))  # type: ignore[arg-type]
        i += size or 1
    return mentions
