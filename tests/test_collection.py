"""The collector rests while spans are made and modules imported, and is afterwards as it was."""

from __future__ import annotations

import gc
import sys
from importlib import import_module

import pytest

from verifier import collection
from verifier.collection import MANY, collection_paused, importing


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


@pytest.mark.parametrize(
    ("frozen", "kept", "generations"),
    [(0, 0, {2}), (1, 0, {0, 1}), (1, 1, set())],
    ids=["in a library", "beside values somebody else froze", "in a command"],
)
def test_very_many_values_are_not_walked_at_once(
    monkeypatch: pytest.MonkeyPatch, frozen: int, kept: int, generations: set[int]
) -> None:
    """They go to the oldest generation, in a command to none; what somebody else froze stays as it was."""
    assert gc.isenabled()
    monkeypatch.setattr(collection, "_kept", kept)
    monkeypatch.setattr(gc, "get_freeze_count", lambda: frozen)
    try:
        with collection_paused():
            made = [[] for _ in range(2 * MANY)]
        found = {g: {id(value) for value in gc.get_objects(generation=g)} for g in range(3)}
        holding = {g for g, ids in found.items() if id(made[0]) in ids and id(made[-1]) in ids}
        assert holding <= generations
        assert bool(holding) == bool(generations)
    finally:
        gc.unfreeze()


def test_what_new_modules_hold_is_walked_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """After an import that loads a module its objects are frozen; one that loads nothing freezes nothing."""
    frozen = gc.get_freeze_count()
    monkeypatch.setattr(collection, "_kept", collection._kept)  # put back afterwards
    monkeypatch.delitem(sys.modules, "verifier.version")
    try:
        with importing():
            import_module("verifier.version")
        assert gc.isenabled()
        assert gc.get_freeze_count() > frozen
        frozen = gc.get_freeze_count()
        with importing():
            import_module("verifier.version")
        assert gc.get_freeze_count() <= frozen
    finally:
        gc.unfreeze()
