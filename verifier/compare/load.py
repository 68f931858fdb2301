"""From `--source` paths to an index, with a gap for each source that cannot be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.errors import SourceError, UsageError
from verifier.model.findings import Gap
from verifier.model.report import SourceRef

if TYPE_CHECKING:
    from verifier.compare.index import SourceIndex
    from verifier.compare.source import Source


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """The sources of a run. `index` is None when no source was named, so that quotes get no verdict at
    all."""

    sources: tuple[Source, ...] = ()
    index: SourceIndex | None = None
    gaps: tuple[Gap, ...] = ()

    @property
    def references(self) -> tuple[SourceRef, ...]:
        """The sources as the report lists them."""
        return tuple(SourceRef(id=s.id, path=s.path, sha256=s.sha256) for s in self.sources)

    def gaps_with(self, sha256: str) -> tuple[Gap, ...]:
        """The sources that are the article of that hash: its quotes stand in them, which proves nothing."""
        return tuple(
            Gap(
                kind="source",
                message=f"{s.path!r} is the article itself, whose quotes all stand in it; leave it out",
                incomplete=True,
            )
            for s in self.sources
            if s.sha256 == sha256
        )


def load_sources(paths: str | Path | Iterable[str | Path], *, max_chars: int) -> Loaded:
    """Read every source at most once, in the order given; ids are "s1", "s2", ... over those that were
    read. One path stands for itself.

    Raises UsageError for an empty path, which would mean the working folder.
    """
    several = [paths] if isinstance(paths, str | Path) else list(paths)
    if "" in several:
        raise UsageError("a source has an empty path; name a file or a folder")
    given = [Path(path) for path in several]
    if not given:
        return Loaded()
    # A run without sources does not pay for what reads them.
    from verifier.compare.index import SourceIndex
    from verifier.compare.read import read_source, source_files

    sources: list[Source] = []
    gaps: list[Gap] = []
    seen: set[Path] = set()
    for path in given:
        try:
            files = source_files(path)
        except SourceError as error:
            gaps.append(_gap(error))
            continue
        for file in files:
            if file.resolve() in seen:
                continue
            seen.add(file.resolve())
            try:
                sources.append(read_source(file, f"s{len(sources) + 1}", max_chars=max_chars))
            except SourceError as error:
                gaps.append(_gap(error))
    return Loaded(sources=tuple(sources), index=SourceIndex(sources), gaps=tuple(gaps))


def _gap(error: SourceError) -> Gap:
    return Gap(kind="source", message=f"source not read: {error}", incomplete=True)
