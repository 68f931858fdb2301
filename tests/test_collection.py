"""`collection_paused`: the collector rests, and is afterwards as it was."""

from __future__ import annotations

import gc

import pytest

from verifier.collection import collection_paused


def test_the_collector_rests_within_and_runs_again_after_an_error() -> None:
    """Whatever happens inside, a running collector runs again afterwards, nested or not."""
    seen = []

    @collection_paused()
    def fail() -> None:
        with collection_paused():
            seen.append(gc.isenabled())
        seen.append(gc.isenabled())
        raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert seen == [False, False]
    assert gc.isenabled()


def test_a_collector_at_rest_is_left_at_rest() -> None:
    """A caller who switched the collector off finds it off."""
    gc.disable()
    try:
        with collection_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
