"""Hostile articles: invented news, pieced together and mutated, or random characters altogether."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from hypothesis import strategies as st

from verifier.text.document import Document

TRANSCRIPT = """MARA VELK: Well, we are not going to, you know, close the harbour before May 2031.
We spent 14 million euros, and nobody, nobody asked the people of Oskerry what they wanted.

TOMAS BRANNIC: I never said the ferry was safe. I said it was cheap -- and it was 40 years old.
"""
"""The source the articles are held against."""

PIECES = (
    "Ferry talks begin in Brellport",
    "# Harbour “will never close”",
    "## What happens next",
    "By Ilse Oduya",
    "BRELLPORT (Coastal Wire) — ",
    "12 March 2031",
    "---\ntitle: The harbour\ndate: 2031-03-12\n---\n",
    "“We are not going to close the harbour before May 2031,” said Mara Velk, the harbour master. “Never.”",
    "“We are going to close the harbour,” Velk said.",
    "According to Tomas Brannic, the ferry was 40 years old and cost nearly $14 million.",
    '"I never said the ferry was safe," he told reporters on Friday.',
    "Brannic called the plan “a wall of [wet] paper ... and hope” and warned that 14 boats had sunk.",
    "She said she wanted to ask the people of Oskerry: “What do you want?”",
    "The minister, who is expected to resign, denied it.",
    "Diplomatic sources say the talks have been delayed by two or three weeks.",
    "Q: Was it safe?\nVELK: No. “Never.”",
    "“The first paragraph runs on,\n\n“and so does the second,” Mr. O’Tarn said.",
    "At least 1,200 people came; 3.5 percent fewer than in 2019, according to the council’s figures.",
    "„Wir schließen den Hafen nicht“, sagte die Hafenmeisterin Mara Velk am 3. Mai 2031.",
    "Laut Brannic seien einundzwanzig Boote gesunken; »das war teuer«, teilte er mit.",
    "« Nous ne fermerons pas le port », a déclaré Mara Velk, la maire d’Oskerry, à 14 h 30.",
    "Según Tomás Brannic, «no hubo treinta y cinco barcos», dijo.",
    "> “Quoted in a block,” she wrote.",
    "- [a list](https://example.org/a?b=c) of *claims*: `code` and “quotes”",
    "<b>Bold</b> &amp; 12:30 p.m., 10:99, 31/02/2031, 2031-13-40, 1/0, ½, 10², ١٢٣, III",
    "Photo: “Harbour at night” / Coastal Wire",
    "“‘Inner ‘words’ run’ deep,” Velk’s ’60s friend Dana Quill-Tarn Jr. said. 'Twas so.",
    "The boat sank. The boat did not sink. The boat sank twice, Velk said, adding: “It may sink.”",
)
"""Invented sentences, each of another shape."""

SNIPPETS = (
    *"\"“”„‟«»‹›「」『』‘’‚'`´()[]{}<>.,:;!?—–-…*_#|\\/~%$€£",
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "\u00a0",
        "\u2028",
        "\u2029",
        "\x0b",
        "\x0c",
        "\x85",
        "\x00",
        "\x1b[31m",
    ),
    *(
        "\u200b",
        "\u200d",
        "\u00ad",
        "\ufeff",
        "\u202e",
        "\u2066",
        "\u2069",
        "\u0301",
        "e\u0301",
        "İ",
        "ı",
        "ß",
        "ẞ",
    ),
    *("ſ", "K", "ﬁ", "ŉ", "🚢", "👩‍🚒", "\U000e0041", "שלום", "مرحبا", "港口", "٣", "²", "½", "Ⅷ", "\ud800"),
    *("said", " said Velk", " that ", " not ", "nobody", "said " * 5, "Velk " * 5, "“" * 4, "”" * 4, "'" * 3),
    *(
        "9" * 40,
        "1,000,000,000,000",
        "1.000,5",
        "0",
        "one hundred thousand million ",
        "10 Mİles",
        "Mr. ",
        "e.g. ",
    ),
    *("{{ x }}", "{% raw %}", "\\input{x}", "<script>", "```", "](", "---\n", "=" * 5),
)
"""What is put into them: marks, spaces of every kind, letters that fold oddly, markup, words that steer."""


class Article(NamedTuple):
    """A text and how it is handed in."""

    text: str
    path: str
    language: str | None
    title: str | None
    published: date | None

    def document(self) -> Document:
        """As a caller would make it."""
        return Document.from_text(
            self.text, path=self.path, language=self.language, title=self.title, published=self.published
        )


def _mutated(text: str, changes: list[tuple[int, int, int, str]]) -> str:
    """The text after each change: a kind, two places (in thousandths of the text) and words to put in."""
    for kind, one, two, words in changes:
        start, end = sorted((len(text) * one // 1000, len(text) * two // 1000))
        part = text[start:end]
        text = text[:start] + _changed(kind, part, words) + text[end:]
    return text


def _changed(kind: int, part: str, words: str) -> str:
    match kind:
        case 0:
            return words + part
        case 1:
            return words
        case 2:
            return part[:200] * 2 + part[200:]
        case 3:
            return part.upper()
        case 4:
            return part.translate(str.maketrans("“”’\n", '""\' '))
        case 5:
            return part[::-1]
        case 6:
            return words.join(part[at : at + 40] for at in range(0, len(part), 40))
        case _:
            return part.replace(" ", words, 3)


_SNIPPET = st.sampled_from(SNIPPETS)
_PLACE = st.integers(0, 1000)
_JOINED = st.tuples(
    st.sampled_from(("\n\n", "\n\n", " ", "\n", "", "\r\n\r\n")),
    st.lists(st.sampled_from(PIECES) | _SNIPPET, min_size=1, max_size=10),
).map(lambda drawn: drawn[0].join(drawn[1]))
_CHANGES = st.lists(st.tuples(st.integers(0, 7), _PLACE, _PLACE, _SNIPPET | st.text(max_size=8)), max_size=6)
_ANY = st.text(max_size=400) | st.lists(_SNIPPET | st.sampled_from(PIECES), max_size=40).map("".join)

TEXTS = st.builds(_mutated, _JOINED, _CHANGES) | _ANY
"""Mutated articles, and random ones."""

ARTICLES = st.builds(
    Article,
    text=TEXTS,
    path=st.sampled_from(("a.txt", "a.txt", "a.md")),
    language=st.sampled_from((None, None, "en", "de", "fr", "es", "xx")),
    title=st.none() | st.none() | _SNIPPET | st.sampled_from(PIECES),
    published=st.none() | st.sampled_from((date(2031, 3, 12), date.min, date.max)),
)
"""Articles with whatever a caller may say of them."""
