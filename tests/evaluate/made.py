"""A small invented gold whose every figure can be counted by hand."""

from __future__ import annotations

from typing import Any

RAIN = "Ada said rain fell. Bo Ek said “go now”. Ada hopes we win."
SNOW = "Snow fell, says the mayor.\nNobody knew why."


def stretch(text: str, words: str, nth: int = 1) -> list[int]:
    """Start and end of the nth occurrence of these words."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return [at, at + len(words)]


def quote(
    text: str, content: str, speaker: str = "", cue: str = "", nth: int = 1, cue_nth: int = 1, **more: Any
) -> dict[str, Any]:
    """A quote as a gold or predictions line holds it; `nth` and `cue_nth` say which occurrence is meant."""
    return {
        "fragments": [stretch(text, content)],
        "speaker_fragments": [stretch(text, speaker, nth)] if speaker else [],
        "cue_fragments": [stretch(text, cue, cue_nth)] if cue else [],
        "cue": cue,
        **more,
    }


GOLD: list[dict[str, Any]] = [
    {
        "doc_id": "rain",
        "text": RAIN,
        "quotes": [
            quote(RAIN, "rain fell", "Ada", "said"),
            quote(RAIN, "“go now”", "Bo Ek", "said", cue_nth=2, speaker_cluster_name="Bo Ek"),
            quote(RAIN, "we win", "Ada", "hopes", 2),
        ],
    },
    {
        "doc_id": "snow",
        "text": SNOW,
        "quotes": [quote(SNOW, "Snow fell", "the mayor", "says"), quote(SNOW, "why")],
    },
]

PREDICTED: list[dict[str, Any]] = [
    {
        "doc_id": "rain",
        "quotes": [
            quote(RAIN, "rain", "Ada", "said"),  # IoU 4/8: the same passage
            quote(
                RAIN, "go now", "Ada", "", speaker_name="Minister Bo Ek"
            ),  # right words and name, wrong place
            quote(RAIN, "fell. Bo", "Bo Ek", "said"),  # IoU 4/10 with the first gold quote: none
            quote(RAIN, "we win", "Ada", "hopes", 2),
        ],
    },
    {"doc_id": "snow", "quotes": [quote(SNOW, "why"), quote(SNOW, ", ", "the mayor")]},
]
"""The last one holds no letter and is no prediction."""
