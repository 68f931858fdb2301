"""Run coroutines to their end: from sync code, and over many things in order."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

A = TypeVar("A")
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


async def in_order(
    do: Callable[[A], Coroutine[Any, Any, T]], things: Sequence[A], *, at_once: bool
) -> list[T]:
    """What `do` gives for each thing, in the order of the things; `at_once` lets them wait side by side."""
    if not at_once:
        return [await do(thing) for thing in things]
    import asyncio

    tasks = [asyncio.ensure_future(do(thing)) for thing in things]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()  # one failed: nothing goes on asking for the others


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
