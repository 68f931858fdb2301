"""The one retry layer. Import it only inside functions: it loads tenacity.

A tenacity object keeps the state of its run on itself, so two questions sharing one spoil each other's count
(https://github.com/jd/tenacity/issues/93): every question gets a fresh one.
"""

from __future__ import annotations

import random

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt

from verifier.llm.fault import Fault
from verifier.settings import Settings

_FIRST_PAUSE_S = 0.5
_LONGEST_PAUSE_S = 30.0


def retrying(settings: Settings, reasked: tuple[type[Exception], ...]) -> AsyncRetrying:
    """A fresh policy: at most `settings.attempts` requests, pauses as the service asks, capped.

    `reasked` are the vendor's names for a reply that did not validate.
    """

    def worth_it(error: BaseException) -> bool:
        return error.retry if isinstance(error, Fault) else isinstance(error, reasked)

    def pause_s(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome is not None else None
        return _pause_s(error, state.attempt_number, settings.retry_after_cap_s)

    return AsyncRetrying(
        stop=stop_after_attempt(settings.attempts),
        wait=pause_s,
        retry=retry_if_exception(worth_it),
        reraise=True,
    )


def _pause_s(error: BaseException | None, attempt: int, cap_s: float) -> float:
    """Seconds before the next attempt: none after a reply that came out wrong, else asked for or growing."""
    if not isinstance(error, Fault) or not error.pauses:
        return 0.0
    if error.retry_after_s is not None:
        return min(error.retry_after_s, cap_s)
    longest = min(_LONGEST_PAUSE_S, _FIRST_PAUSE_S * 2**attempt)
    return min(random.uniform(0, longest), cap_s)  # noqa: S311  spread, no secret
