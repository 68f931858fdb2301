"""An HTTP client that reads no more than it was told to. Import it only inside functions: it loads httpx2."""

from __future__ import annotations

import zlib
from typing import Any

import httpx2

from verifier.llm.fault import invalid
from verifier.llm.plain import plain

MAX_ERROR_BYTES = 64_000
"""As much of an error's body as is read; its first line is shown at most."""


class BoundedClient(httpx2.AsyncClient):
    """Stops at `max_bytes` of body, packed or unpacked, follows no redirect, and decodes nothing but gzip.

    To a server on this machine it speaks directly, whatever proxy the environment names.
    """

    def __init__(self, *, max_bytes: int, timeout_s: float, loopback: bool) -> None:
        super().__init__(
            timeout=timeout_s,
            follow_redirects=False,
            headers={"accept-encoding": "gzip"},
            trust_env=not loopback,
        )
        self._max_bytes = max_bytes

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """Send, and give back a response whose body is here, unpacked and bounded.

        Raises:
            Fault: the body is too large or packed in a way nobody asked for.
        """
        options.update(stream=True, follow_redirects=False)
        response = await super().send(request, **options)
        try:
            limit = self._max_bytes if response.status_code < 300 else MAX_ERROR_BYTES
            body = await _read(response, limit, cut=response.status_code >= 300)
        finally:
            await response.aclose()
        kept = [
            (name, value)
            for name, value in response.headers.multi_items()
            if name.lower() in ("content-type", "retry-after", "x-should-retry")
        ]
        return httpx2.Response(response.status_code, headers=kept, content=body, request=request)


async def _read(response: httpx2.Response, limit: int, *, cut: bool) -> bytes:
    """The body, unpacked; beyond `limit` bytes a fault, or with `cut` only its beginning."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", ""):
        raise invalid(f"the answer is packed as {plain(encoding, 40)!r}, which nobody asked for")
    unpack = zlib.decompressobj(wbits=31) if "gzip" in encoding else None
    parts: list[bytes] = []
    size = packed = 0
    async for chunk in response.aiter_raw():
        packed += len(chunk)
        try:
            part = chunk if unpack is None else unpack.decompress(chunk, limit + 1 - size)
        except zlib.error:
            raise invalid("the answer's gzip packing is broken") from None
        parts.append(part)
        size += len(part)
        if size > limit or packed > limit:
            if cut:
                break
            raise invalid(f"the answer is larger than {limit} bytes (max_reply_bytes)")
    else:
        if unpack is not None and not unpack.eof:
            raise invalid("the answer's gzip packing ends early")
    return b"".join(parts)[:limit]
