"""The small sister of the campaign (`python -m tests.fuzz.campaign`), the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.articles import ARTICLES, TRANSCRIPT, Article
from tests.fuzz.invariants import hold


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A transcript to hold the articles against."""
    path = tmp_path_factory.mktemp("fuzz") / "transcript.txt"
    path.write_text(TRANSCRIPT, "utf-8")
    return path


@settings(
    max_examples=200, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)
@given(article=ARTICLES)
def test_whatever_the_article_the_report_holds(article: Article, source: Path) -> None:
    """Nothing raises; spans re-read; quotes lie in fragments; ids, order and schema hold; twice the same."""
    hold(article, (source,), twice=len(article.text) % 7 == 0)
