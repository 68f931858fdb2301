"""What a replay loads, and from what a session is opened."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.llm.ask import QUESTION, Scripted, settings
from tests.llm.fault_server import FaultServer
from verifier.errors import ModelRejected, UsageError
from verifier.llm.endpoint import Endpoint, endpoint_of, is_loopback
from verifier.llm.open import notices, open_ask
from verifier.llm.question import parse_engine
from verifier.llm.record import Record
from verifier.settings import Settings

VENDORS = ("openai", "instructor", "httpx2", "httpx", "tenacity", "diskcache", "jinja2", "rich")

REPLAYING = """
import asyncio, socket, sys

def no_socket(*_, **__):
    raise AssertionError("a replay opened a socket")

from tests.llm.ask import QUESTION
from verifier.llm.open import open_ask
from verifier.settings import Settings

async def run():
    async with open_ask(Settings(engine="openai/gpt-tiny", replay=sys.argv[1])) as ask:
        socket.socket.connect = socket.socket.connect_ex = no_socket
        print((await ask.ask(QUESTION)).reply.words)

asyncio.run(run())
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


def test_a_replay_loads_no_vendor_and_opens_no_socket(tmp_path: Path, root: Path) -> None:
    """In a process of its own, without key or network, a replay answers and has imported none of them."""
    asyncio.run(Record(tmp_path, Scripted("Ja.")).ask(QUESTION))
    run = subprocess.run(
        [sys.executable, "-c", REPLAYING, str(tmp_path), *VENDORS],
        cwd=root,
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "Ja.\n\n"


def test_recording_and_live_need_the_vendor_only_when_they_send(tmp_path: Path, root: Path) -> None:
    """A complete recording is used through --record, too, without loading a vendor or having a key."""
    asyncio.run(Record(tmp_path, Scripted("Ja.")).ask(QUESTION))
    code = REPLAYING.replace("replay=", "record=")
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), *VENDORS],
        cwd=root,
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "Ja.\n\n"


USAGE_ERRORS: dict[str, tuple[dict[str, Any], str]] = {
    "rules": ({"engine": "rules"}, "PROVIDER/MODEL"),
    "unknown provider": ({"engine": "acme/m"}, "use openai/MODEL, or local/MODEL"),
    "both": ({"record": "a", "replay": "b"}, "exclude each other"),
    "no folder": ({"replay": "/nowhere/at/all"}, "no folder of recordings"),
    "no price": ({"budget_usd": 1.0}, "input_usd_per_mtok"),
    "no address": ({"engine": "local/m", "base_url": None}, "needs base_url"),
    "no scheme": ({"base_url": "127.0.0.1:80/v1"}, "is no address"),
    "another scheme": ({"base_url": "file:///etc/passwd"}, "is no address"),
    "a key in the address": ({"base_url": "http://user:secret@127.0.0.1/v1"}, "api_key_env"),
    "a query": ({"base_url": "http://127.0.0.1/v1?key=1"}, "query"),
    "a port beyond": ({"base_url": "http://127.0.0.1:99999/v1"}, "is no address"),
    "a line break": ({"base_url": "http://127.0.0.1/v1\nx"}, "is no address"),
}


@pytest.mark.parametrize("case", USAGE_ERRORS)
def test_what_cannot_be_opened_is_a_usage_error(case: str) -> None:
    """One line says what is off and what would be right, and no secret of the address."""
    changes, phrase = USAGE_ERRORS[case]
    with pytest.raises(UsageError) as caught:
        open_ask(settings(**changes))
    assert phrase in str(caught.value)
    assert str(caught.value).isprintable()
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("value", ["", "  ", "two words", "bell\a"])
def test_a_missing_or_impossible_key_is_named_by_its_variable(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the variable, never its content, before anything is sent."""
    monkeypatch.setenv("NEWSROOM_KEY", value)
    with pytest.raises(ModelRejected, match="NEWSROOM_KEY") as caught:
        open_ask(settings("https://models.example/v1", api_key_env="NEWSROOM_KEY"))
    assert "words" not in str(caught.value)
    assert str(caught.value).isprintable()


def test_the_address_may_come_from_the_environment() -> None:
    """OPENAI_BASE_URL counts when base_url is not set, and the vendor's own when neither is."""
    engine = parse_engine("openai/m")
    assert endpoint_of(Settings(), engine, {}).host == "api.openai.com"
    assert endpoint_of(Settings(), engine, {"OPENAI_BASE_URL": "http://[::1]:8/v1"}).host == "::1"
    assert (
        endpoint_of(settings("http://a.example/v1"), engine, {"OPENAI_BASE_URL": "http://b/"}).host
        == "a.example"
    )


LOOPBACKS = {
    "127.0.0.1": True,
    "127.8.8.8": True,
    "::1": True,
    "localhost": True,
    "localhost.example": False,
    "127.0.0.1.example": False,
    "10.0.0.1": False,
    "api.openai.com": False,
}


@pytest.mark.parametrize("host", LOOPBACKS)
def test_only_this_machine_is_loopback(host: str) -> None:
    """A name that merely begins like this machine is another host."""
    assert is_loopback(host) is LOOPBACKS[host]


PROVENANCES: list[tuple[str, object, str]] = [
    ("127.0.0.1", "relay", "large language model through a loopback relay"),
    ("127.0.0.1", "fp_44709d6fcb", "model server on loopback"),
    ("localhost", None, "model server on loopback"),
    ("models.example", None, "gpt-tiny at models.example"),
    ("models.example", "relay", "gpt-tiny at models.example"),
    ("api.openai.com", "fp_1", "gpt-tiny at api.openai.com"),
]


@pytest.mark.parametrize(("host", "fingerprint", "expected"), PROVENANCES)
def test_provenance_is_honest(host: str, fingerprint: object, expected: str) -> None:
    """A server on this machine is never given a hosted service's name, whatever it calls itself."""
    assert Endpoint(f"http://{host}/v1", host, "").provenance("gpt-tiny", fingerprint) == expected


def test_a_recording_from_loopback_says_so(tmp_path: Path) -> None:
    """The file names no hosted service when the answer came from this machine."""

    async def run() -> None:
        async with FaultServer() as server, open_ask(settings(server.url("ok"), record=str(tmp_path))) as ask:
            await ask.ask(QUESTION)

    asyncio.run(run())
    (path,) = tmp_path.iterdir()
    assert '"provenance": "model server on loopback"' in path.read_text("utf-8")


def test_the_notices_say_where_the_article_goes() -> None:
    """The host comes first, then what the files will hold; a replay sends nothing and says nothing."""
    (line,) = notices(settings("http://127.0.0.1:9/v1"))
    assert "127.0.0.1: the article is sent there" in line
    assert "article's text" in notices(settings(record="tapes"))[1]
    assert "as hashes" in notices(settings(record="tapes", record_redacted=True))[1]
    assert notices(settings(replay="tapes")) == ()
