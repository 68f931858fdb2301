"""Run a coroutine to its end from sync code."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


def without_loop(flow: Coroutine[Any, Any, T]) -> T:
    """The result of a flow that never waits: the offline path, which so needs no asyncio.

    Raises RuntimeError when it waits after all.
    """
    try:
        flow.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    flow.close()
    raise RuntimeError("the flow waits for something; it needs an event loop")


def in_loop(flow: Coroutine[Any, Any, T]) -> T:
    """The result of a flow that may wait, in an event loop of its own.

    Inside a running loop (a notebook) that loop runs in a thread of its own.
    """
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(flow)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, flow).result()
