"""When to look for reference cycles: not while many small values are made that hold none, nor in modules."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 50_000
"""Values made without a round of the collector from which the next round takes long (25 ms and more)."""

_kept = 0
"""Values set aside to the end of the process; none where no command has called `importing`."""


@contextmanager
def collection_paused() -> Iterator[None]:
    """Within it the cyclic garbage collector does not run; afterwards it is as it was before.

    Pass 1 makes some fifty thousand spans a megabyte of text and keeps them all. Each of the collector's
    rounds walks every one of them again and finds nothing, which costs about a quarter of the time. What is
    no longer needed is freed by reference counts as ever, so memory does not grow. May be nested, and used
    by several threads: whoever found the collector running sets it running again. Of very many values made
    within it the collector's next round looks at none; a full round does.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            _set_aside()
            gc.enable()


def _set_aside() -> None:
    """Of very many new values leave none to the collector's next round. What somebody else keeps stays so."""
    global _kept
    if gc.get_count()[0] <= MANY or gc.get_freeze_count() > _kept:
        return
    gc.freeze()  # moves all values into one generation that is never walked
    if _kept:
        _kept = gc.get_freeze_count()
    else:
        gc.unfreeze()  # moves them into the oldest, which is walked seldom


@contextmanager
def importing() -> Iterator[None]:
    """For a command that imports what it needs: within it the collector rests; what came with new modules
    stays to the end of the process, so the collector never looks at it again, at its end neither.
    """
    known = len(sys.modules)
    global _kept
    with collection_paused():
        yield
        if len(sys.modules) > known:
            gc.freeze()
            _kept = gc.get_freeze_count()
