from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from tests.text.given import texts
from verifier.errors import InputError
from verifier.text.document import Document
from verifier.text.read import document_from_bytes, document_from_text, read_document

ARTICLE = "Harbour Vote Fails\r\n\r\n“No,” said Ada Brell.\r\n"


def test_a_file_is_read_without_changing_anything(tmp_path: Path) -> None:
    """Line breaks stay, a byte order mark goes, the hash is that of the bytes."""
    path = tmp_path / "a.txt"
    data = b"\xef\xbb\xbf" + ARTICLE.encode()
    path.write_bytes(data)
    document = read_document(path)
    assert document.text == ARTICLE
    assert document.path == str(path)
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.title == "Harbour Vote Fails"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\t", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"ab\xffcd", "byte 2 (0xff) is not valid UTF-8"),
        (b"\xef\xbb\xbfab\xe9", "byte 5 (0xe9) is not valid UTF-8"),
        (bytes(range(256)), "is a binary file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "is an image"),
        (b"%PDF-1.7 stuff", "is a PDF file"),
        (b"PK\x03\x04stuff", "an office document"),
        ("“No”".encode("utf-16"), "is UTF-16"),
        (b"abcdefghijk" * 10, "is longer than 100 characters"),
        ("é".encode() * 101, "is longer than 100 characters"),
        (b"a" * 500, "is longer than 100 characters"),
    ],
)
def test_what_is_no_text_is_refused_on_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    """Each unreadable file is an InputError that names the file, the reason and a remedy on one line."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_document(path, max_chars=100)
    assert message in str(caught.value)
    assert "a.txt" in str(caught.value)
    assert ";" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    """Both say what to do."""
    with pytest.raises(InputError, match="no such file; check the path"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(InputError, match="is a folder; name the files in it"):
        read_document(tmp_path)


def test_a_strange_path_is_refused_and_printed_on_one_line(tmp_path: Path) -> None:
    """A NUL or a line break in a path neither crashes nor breaks the message."""
    for name in ("a\x00b", "a\nb"):
        with pytest.raises(InputError) as caught:
            read_document(str(tmp_path / name))
        assert len(str(caught.value).splitlines()) == 1


@given(texts)
def test_any_text_makes_a_document(text: str) -> None:
    """A document made from text holds exactly that text, NUL and lone surrogates included, in both forms."""
    for path in ("a.txt", "a.md"):
        document = document_from_text(text, path=path)
        assert document.text == text
        assert len(document.prose) == len(text)
        spans = [document.structure.title, document.structure.standfirst, document.structure.byline]
        spans += [document.structure.dateline, *document.structure.headings]
        assert all(text[s.start : s.end] == s.text for s in spans if s)
        assert 0 <= document.structure.body_start <= len(text)
        bounds = [offset for stretch in document.masked for offset in stretch]
        assert bounds == sorted(set(bounds))


def test_what_the_caller_says_wins() -> None:
    """Title, date and language given are not looked for in the text."""
    document = document_from_text(
        "Harbour Vote Fails\n\n2024-03-04\n\nThe vote failed.",
        title="Other",
        published=date(2023, 1, 2),
        language="de",
    )
    assert (document.title, document.published, document.language) == ("Other", date(2023, 1, 2), "de")
    assert document.language_given


def test_a_text_over_the_limit_is_refused() -> None:
    """The limit counts code points, for text in memory as well."""
    assert document_from_text("é" * 5, max_chars=5).text == "é" * 5
    with pytest.raises(InputError, match="longer than 5 characters"):
        document_from_text("é" * 6, max_chars=5)


def test_one_nul_does_not_make_a_file_binary() -> None:
    """A stray control character in a long text is kept."""
    data = ("Words and words. " * 20 + "\x00").encode()
    assert document_from_bytes(data).text.endswith("\x00")


def test_the_three_doors_of_document_lead_to_the_same_text(tmp_path: Path) -> None:
    """Text, bytes and path give documents that differ in their path only."""
    path = tmp_path / "a.txt"
    path.write_bytes(ARTICLE.encode())
    found = [Document.from_text(ARTICLE), Document.from_bytes(ARTICLE.encode()), Document.from_path(path)]
    assert {document.sha256 for document in found} == {hashlib.sha256(ARTICLE.encode()).hexdigest()}
    assert {document.text for document in found} == {ARTICLE}
