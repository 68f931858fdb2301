"""A loopback chat server that answers each of our questions with a prepared reply."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from verifier.settings import Settings

EMPTY: dict[str, dict[str, Any]] = {
    "QuotesReply": {"quotes": []},
    "ClaimsReply": {"claims": []},
    "AttributionReply": {"speakers": [], "roles": []},
    "ContradictionsReply": {"contradictions": []},
    "EvidenceReply": {"claims": []},
}
"""What a model says that finds nothing."""


@dataclass
class Server:
    """What was asked of it, as request bodies; `url` is its base_url."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)

    def settings(self, **more: Any) -> Settings:
        """Settings that ask this server."""
        return Settings(engine="local/stand-in", base_url=self.url, attempts=2, retry_after_cap_s=0.0, **more)

    def kinds(self) -> list[str]:
        """The reply models asked for, sorted."""
        return sorted(body["response_format"]["json_schema"]["name"] for body in self.asked)


@contextmanager
def answering(replies: Mapping[str, Any], status: Mapping[str, int] | None = None) -> Iterator[Server]:
    """A server that answers by reply model; `status` makes it fail for some of them."""
    failing = status or {}

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet."""

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            server.asked.append(body)
            kind = body["response_format"]["json_schema"]["name"]
            reply = json.dumps({**EMPTY, **replies}[kind])
            message = {"role": "assistant", "content": reply, "refusal": None}
            data = json.dumps(
                {
                    "id": "x",
                    "object": "chat.completion",
                    "created": 0,
                    "model": "stand-in",
                    "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
                    "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
                }
            ).encode()
            self.send_response(failing.get(kind, 200))
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server = Server(f"http://127.0.0.1:{http.server_address[1]}/v1")
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
