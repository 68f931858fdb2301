"""What `dates` reads and how it resolves days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.quantity.dates import dates

THURSDAY = date(2024, 3, 14)

DAYS = [
    ("en", "12 March 2024", "12 March 2024", date(2024, 3, 12)),
    ("en", "the 12th of March, 2024", "12th of March, 2024", date(2024, 3, 12)),
    ("en", "March 12", "March 12", date(2024, 3, 12)),
    ("en", "Dec. 30", "Dec. 30", date(2023, 12, 30)),
    ("en", "Friday, March 15", "Friday, March 15", date(2024, 3, 15)),
    ("en", "on Friday morning", "Friday", date(2024, 3, 8)),
    ("en", "next Friday", "Friday", date(2024, 3, 15)),
    ("en", "on Thursday", "Thursday", date(2024, 3, 14)),
    ("en", "last Thursday", "Thursday", date(2024, 3, 7)),
    ("en", "2024-03-15", "2024-03-15", date(2024, 3, 15)),
    ("en", "yesterday", "yesterday", date(2024, 3, 13)),
    ("en", "30 February 2024", "30 February 2024", None),
    ("de", "am 12. März 2024", "12. März 2024", date(2024, 3, 12)),
    ("de", "12.03.2024", "12.03.2024", date(2024, 3, 12)),
    ("de", "gestern", "gestern", date(2024, 3, 13)),
    ("fr", "le 1er mai", "1er mai", date(2024, 5, 1)),
    ("fr", "vendredi prochain", "vendredi", date(2024, 3, 15)),
    ("es", "12 de marzo de 2024", "12 de marzo de 2024", date(2024, 3, 12)),
]


@pytest.mark.parametrize(("language", "text", "words", "day"), DAYS)
def test_day_is_located_and_resolved(language: str, text: str, words: str, day: date | None) -> None:
    """A day is found where it stands and read relative to publication."""
    (mention,) = dates(text, language, THURSDAY)
    assert (words, day) == (text[mention.start : mention.end], mention.date)


def test_weekday_without_publication_stays_open() -> None:
    """Nothing is guessed when the publication date is unknown."""
    (mention,) = dates("on Friday", "en", None)
    assert (5, None) == (mention.weekday, mention.date)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [("12:30 p.m.", 12, 30), ("12:30 a.m.", 0, 30), ("7 p.m.", 19, 0), ("at 14:05", 14, 5)],
)
def test_clock_times(text: str, hour: int, minute: int) -> None:
    """Clock times are read on 24 hours."""
    (mention,) = dates(text)
    assert ("time", hour, minute) == (mention.kind, mention.hour, mention.minute)


@pytest.mark.parametrize(
    ("text", "value", "approximation"),
    [("over three years", 3, "over"), ("three years", 3, "exact"), ("a dozen days", 12, "exact")],
)
def test_durations_keep_their_amount(text: str, value: int, approximation: str) -> None:
    """A length of time carries the quantity with its unit."""
    (mention,) = dates(text)
    assert mention.amount is not None
    assert ("duration", value, approximation) == (
        mention.kind,
        mention.amount.value,
        mention.amount.approximation,
    )


@given(st.dates(), st.dates(min_value=date(1500, 1, 1), max_value=date(2900, 1, 1)))
def test_written_dates_read_back(published: date, day: date) -> None:
    """A full date is read back whatever the publication date."""
    text = f"It opened on {day.day} {day:%B} {day.year}."
    (mention,) = dates(text, "en", published)
    assert (day, True) == (mention.date, mention.certain)


@given(
    text=st.lists(
        st.sampled_from(
            [
                "Friday",
                ", ",
                "March",
                " 12",
                "2024",
                "-03-",
                "12:30",
                " p.m.",
                "ten years",
                "last ",
                "İ",
                "\r\n",
                ".",
            ]
        ),
        max_size=20,
    ).map("".join)
    | st.text(max_size=50),
    language=st.sampled_from(["en", "de", "fr", "es", "xx"]),
)
def test_mentions_lie_in_order_inside_the_text(text: str, language: str) -> None:
    """Spans are inside the text, in order and not overlapping."""
    at = 0
    for mention in dates(text, language, THURSDAY):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end
