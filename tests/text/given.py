"""Texts that break careless offset arithmetic."""

from __future__ import annotations

from hypothesis import strategies as st

PIECES = (
    "said", "Mr. Brell", "“", "”", '"', "'", "’", "«", "»", "「", "」", "—", "–", "--", "-", "...",
    "…", ". . .", ".", "!", "?", "。", "؟", " ", "  ", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\t",
    "\u00a0", "\u2009", "\u2028", "\u00ad", "\u200b", "\u200d", "\ufeff", "\u202e", "é", "e\u0301",
    "\u0301", "\u0323", "İ", "i\u0307", "ı", "ß", "ẞ", "ﬁ", "²", "10²", "😀", "👩\u200d🚒", "مرحبا",
    "שלום", "가", "\u1100\u1161", "\u0958", "\u212b", "\x00", "\x0b", "\x1f", "\ud800", "\udfff",
    "a", "B", "3.5", "[T]he", "#", "*", "`", "](x)",
)  # fmt: skip

texts = st.one_of(
    st.text(st.characters(), max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)
"""Any text at all, lone surrogates and NUL included."""


@st.composite
def text_and_span(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a half-open stretch of it."""
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))
