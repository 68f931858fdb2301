"""Where questions are sent: checked before anything is, and named honestly in recordings."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from verifier.errors import ModelRejected, UsageError
from verifier.llm.plain import plain
from verifier.llm.question import Engine
from verifier.settings import Settings

VENDOR_URL = "https://api.openai.com/v1"
NO_KEY = "no-key"
"""Sent where none is wanted: some local servers refuse an empty one."""


@dataclass(frozen=True)
class Endpoint:
    """One OpenAI-compatible service. The key is left out of its repr."""

    base_url: str
    host: str
    """Host name or address, without port."""
    key_env: str
    """Name of the variable the key came from; empty when none is sent."""

    @property
    def loopback(self) -> bool:
        """Whether the service runs on this machine."""
        return is_loopback(self.host)

    @property
    def vendor(self) -> bool:
        """Whether it is the vendor's own service."""
        return self.host == "api.openai.com"

    def provenance(self, model: str, fingerprint: object = None) -> str:
        """Who answers here, as a recording should say it.

        A server on this machine is never given a hosted service's name, whatever it calls itself.
        """
        if not self.loopback:
            return f"{plain(model, 80)} at {self.host}"
        if fingerprint == "relay":
            return "large language model through a loopback relay"
        return "model server on loopback"


def endpoint_of(settings: Settings, engine: Engine, environ: Mapping[str, str] | None = None) -> Endpoint:
    """The service these settings name: `base_url`, else OPENAI_BASE_URL, else the vendor's own.

    Raises:
        UsageError: local/MODEL without a base_url, or a base_url that is no plain http(s) address.
    """
    environ = os.environ if environ is None else environ
    base_url = settings.base_url or environ.get("OPENAI_BASE_URL", "").strip()
    if not base_url:
        if engine.provider == "local":
            raise UsageError(
                f"engine {plain(str(engine))} needs base_url, the address of the server: "
                "set it in the configuration or in OPENAI_BASE_URL, such as http://127.0.0.1:8080/v1"
            )
        base_url = VENDOR_URL
    host = _host(base_url)
    # The default variable belongs to the vendor: its key goes to a server of one's own only when told to.
    told = "api_key_env" in settings.model_fields_set or engine.provider != "local"
    return Endpoint(base_url=base_url, host=host, key_env=settings.api_key_env if told else "")


def api_key(endpoint: Endpoint, environ: Mapping[str, str] | None = None) -> str:
    """The key to send.

    Raises:
        ModelRejected: the variable that should hold it is empty or not set.
    """
    if not endpoint.key_env:
        return NO_KEY
    environ = os.environ if environ is None else environ
    key = environ.get(endpoint.key_env, "").strip()
    if not key:
        raise ModelRejected(
            f"no key for {endpoint.host}: set the variable {plain(endpoint.key_env, 60)}, "
            "name another one in api_key_env, or leave api_key_env empty for a server that wants none"
        )
    if not key.isascii() or not key.isprintable() or " " in key:
        raise ModelRejected(
            f"the key in {plain(endpoint.key_env, 60)} holds characters no key has; set it again"
        )
    return key


def is_loopback(host: str) -> bool:
    """Whether a host name or address can only be this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _host(base_url: str) -> str:
    shown = plain(base_url.rpartition("@")[2], 80)
    try:
        parts = urlsplit(base_url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, None
    if parts is None or not host or parts.scheme not in ("http", "https") or not base_url.isprintable():
        raise UsageError(f"base_url {shown!r} is no address; write it like http://127.0.0.1:8080/v1")
    if parts.username is not None or parts.query or parts.fragment:
        raise UsageError(
            f"base_url {shown!r} may hold no user, query or fragment; put the key in api_key_env"
        )
    return host
