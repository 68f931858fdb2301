"""What `numbers` reads, and where."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.quantity.dates import dates, numbers_and_dates
from verifier.quantity.numbers import numbers

WORDS = [
    "nearly",
    "ten",
    "two",
    "and",
    "a",
    "half",
    "million",
    "5",
    "May",
    "2024,",
    "10:30",
    "a.m.",
    "Friday",
    "2019",
    "20-30",
    "km",
    "$4",
    "percent",
    "in",
]

ONE_QUANTITY = [
    ("en", "1,000", "1000", None, "exact"),
    ("en", "1\u202f000", "1000", None, "exact"),
    ("en", "12.5", "12.5", None, "exact"),
    ("en", "fourteen", "14", None, "exact"),
    ("en", "twenty-one", "21", None, "exact"),
    ("en", "a dozen", "12", None, "exact"),
    ("en", "half a dozen", "6", None, "exact"),
    ("en", "two hundred and five", "205", None, "exact"),
    ("en", "one hundred twenty-one thousand", "121000", None, "exact"),
    ("en", "three million two hundred thousand", "3200000", None, "exact"),
    ("en", "a trillion dollars", "1000000000000", "USD", "exact"),
    ("en", "$1 trillion", "1000000000000", "USD", "exact"),
    ("en", "€5m", "5000000", "EUR", "exact"),
    ("en", "two and a half million", "2500000", None, "exact"),
    ("en", "2½ miles", "2.5", "mile", "exact"),
    ("en", "7 per cent", "7", "percent", "exact"),
    ("en", "3.5 percentage points", "3.5", "point", "exact"),
    ("en", "nearly 1,000 people", "1000", "person", "nearly"),
    ("en", "more than 40 km", "40", "km", "over"),
    ("en", "no more than 40 km", "40", "km", "at_most"),
    ("en", "at least 30", "30", None, "at_least"),
    ("en", "some 200", "200", None, "about"),
    ("en", "200 or so", "200", None, "about"),
    ("en", "5,000+", "5000", None, "at_least"),
    ("en", "half of", "0.5", None, "exact"),
    ("en", "three quarters", "0.75", None, "exact"),
    ("en", "10²", "100", None, "exact"),
    ("en", "tens of thousands", "10000", None, "vague"),
    ("en", "35-year-old", "35", "year", "exact"),
    ("de", "1.000", "1000", None, "exact"),
    ("de", "3,5 Millionen Euro", "3500000", "EUR", "exact"),
    ("de", "5 Mio. Euro", "5000000", "EUR", "exact"),
    ("de", "zweihundertfünf", "205", None, "exact"),
    ("de", "einundzwanzig", "21", None, "exact"),
    ("de", "dreitausendvierhundertsiebzehn", "3417", None, "exact"),
    ("de", "eine Million", "1000000", None, "exact"),
    ("de", "eine halbe Million", "500000", None, "exact"),
    ("de", "knapp 1.000 Menschen", "1000", "person", "nearly"),
    ("de", "anderthalb Jahre", "1.5", "year", "exact"),
    ("fr", "1 000 euros", "1000", "EUR", "exact"),
    ("fr", "quatre-vingt-treize", "93", None, "exact"),
    ("fr", "soixante et onze", "71", None, "exact"),
    ("fr", "deux cent cinq", "205", None, "exact"),
    ("fr", "vingt et un jours", "21", "day", "exact"),
    ("fr", "vingt-et-un jours", "21", "day", "exact"),
    ("fr", "cent vingt et une personnes", "121", "person", "exact"),
    ("fr", "quatre-vingt-un ans", "81", "year", "exact"),
    ("es", "treinta y un días", "31", "day", "exact"),
    ("es", "cuarenta y una personas", "41", "person", "exact"),
    ("es", "mil millones de euros", "1000000000", "EUR", "exact"),
    ("fr", "plus de 3,5 millions d'euros", "3500000", "EUR", "over"),
    ("fr", "une douzaine", "12", None, "exact"),
    ("es", "treinta y cinco", "35", None, "exact"),
    ("es", "mil millones", "1000000000", None, "exact"),
    ("es", "doscientos cinco mil", "205000", None, "exact"),
    ("es", "al menos 1.000 personas", "1000", "person", "at_least"),
]


@pytest.mark.parametrize(("language", "text", "value", "unit", "approximation"), ONE_QUANTITY)
def test_quantity_is_read_exactly(
    language: str, text: str, value: str, unit: str | None, approximation: str
) -> None:
    """A number in digits or words has its exact value, its unit, and how it was bent."""
    (quantity,) = numbers(text, language)
    assert (Decimal(value), unit, approximation) == (quantity.value, quantity.unit, quantity.approximation)


@pytest.mark.parametrize(
    ("language", "text", "unit", "approximation"),
    [
        ("en", "10 Mİles", "mile", "exact"),
        ("en", "ten mınutes", "minute", "exact"),
        ("en", "Mİnİmum 10 people", "person", "at_least"),
        ("en", "10 ſeconds", "second", "exact"),
        ("en", "10 \u212am", "km", "exact"),
        ("fr", "10 mİles", "mile", "exact"),
    ],
)
def test_words_in_letters_that_only_fold_alike_are_known(
    language: str, text: str, unit: str, approximation: str
) -> None:
    """Dotted capital I, dotless i, long s and the Kelvin sign stand for their plain letters."""
    (quantity,) = numbers(text, language)
    assert (unit, approximation) == (quantity.unit, quantity.approximation)


@pytest.mark.parametrize(
    "text",
    ["F-16", "COVID-19", "version 3.1.2", "12:30", "3/4", "G7", "7²", "800-555-0199", "no one", "1" * 31],
)
def test_identifiers_are_no_quantities(text: str) -> None:
    """Names, versions, times, powers and telephone numbers count nothing."""
    assert () == numbers(text)


def test_superscript_is_never_read_as_a_digit() -> None:
    """10² is a hundred and 102 is a hundred and two."""
    assert [100, 102] == [q.value for q in numbers("10² or 102")]


def test_two_thirds_is_a_share() -> None:
    """Fractions in words are shares of one."""
    (quantity,) = numbers("two thirds of the hall")
    assert ("fraction", Decimal(2) * (1 / Decimal(3))) == (quantity.kind, quantity.value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 10 and 15 percent", 10, 15),
        ("10-15 km", 10, 15),
        ("10–15 km", 10, 15),
        ("two to three million", 2_000_000, 3_000_000),
    ],
)
def test_range_is_one_quantity(text: str, low: int, high: int) -> None:
    """Both ends of a range stand in one quantity, whose unit and scale they share."""
    (quantity,) = numbers(text)
    assert (low, high) == (quantity.value, quantity.upper)


def test_change_is_no_range() -> None:
    """ "from 20 to 30 percent" states two amounts."""
    assert [20, 30] == [q.value for q in numbers("rose from 20 to 30 percent")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("in 2016", ["year"]),
        ("the 1990s", ["year"]),
        ("1500 soldiers", ["cardinal"]),
        ("March 12", ["date"]),
        ("12 March 2024", ["date", "date"]),
        ("the 21st century", ["ordinal"]),
        ("the twenty-first", ["ordinal"]),
    ],
)
def test_kind_tells_counts_from_dates_and_ranks(text: str, kinds: list[str]) -> None:
    """Years, parts of dates and ordinals are told from counts."""
    assert kinds == [q.kind for q in numbers(text)]


@given(st.text("ab 12,.:-%€$½²\n") | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_numbers_and_dates_read_at_once_are_those_read_alone(text: str) -> None:
    """Reading the calendar once for both changes nothing."""
    assert (numbers(text), dates(text)) == numbers_and_dates(text)


def test_approximator_is_located() -> None:
    """The bending words keep their own place, outside the number."""
    text = "It took nearly three years."
    (quantity,) = numbers(text)
    assert ("nearly", "three years") == (
        text[slice(*quantity.approximator or ())],
        text[quantity.start : quantity.end],
    )


WORDS = "two hundred and a half million 1 ,000 3.5 ² ½ % $ € km - third of dozen tens between to 12:30"
ODD = (" ", "nearly ", "March", "2024", "İ", "👩\u200d🚒", "\r\n", "\0", "e\u0301")
PIECES = st.sampled_from([*WORDS.split(), *ODD])


@given(
    text=st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60),
    language=st.sampled_from(["en", "de", "fr", "es", "xx"]),
)
def test_quantities_lie_in_order_inside_the_text(text: str, language: str) -> None:
    """Spans are inside the text, in order, not overlapping, and hold a digit or a letter."""
    at = 0
    for quantity in numbers(text, language):
        assert at <= quantity.start < quantity.end <= len(text)
        assert quantity.start < quantity.number_end <= quantity.end
        assert any(c.isalnum() for c in text[quantity.start : quantity.end])
        at = quantity.end


@given(value=st.integers(min_value=0, max_value=999_999_999_999))
def test_grouped_digits_read_back(value: int) -> None:
    """Any whole number written with separators is read back exactly."""
    (quantity,) = numbers(f"{value:,} of them")
    assert value == quantity.value


@given(value=st.integers(min_value=1, max_value=999_999))
def test_german_compounds_read_back(value: int) -> None:
    """Any number up to a million written as one German word is read back exactly."""
    word = german(value)
    (quantity,) = numbers(f"Es waren {word}.", "de")
    assert value == quantity.value


UNITS = [
    "",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
]
UNITS += ["dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def german(value: int) -> str:
    """The number as one German word, by the school rule."""
    if value >= 1000:
        return (
            (german(value // 1000).removesuffix("s") if value // 1000 == 1 else german(value // 1000))
            + "tausend"
            + (german(value % 1000) if value % 1000 else "")
        )
    hundreds, rest = divmod(value, 100)
    head = (["", "ein", *UNITS[2:]])[hundreds] + "hundert" if hundreds else ""
    if rest < 20:
        return head + UNITS[rest]
    tens, one = divmod(rest, 10)
    return head + ((["", "ein", *UNITS[2:]])[one] + "und" if one else "") + TENS[tens]
