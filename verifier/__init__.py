"""A linter for quotes and claims: did they really say that, and does this text hold together?

    from verifier import verify

    report = verify("article.txt", sources=["transcript.txt"])
    for finding in report.findings:
        print(finding.severity, finding.rule, finding.message)

Names are loaded when first used, so that `import verifier` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from verifier.version import __version__

if TYPE_CHECKING:
    from verifier.compare.face import verify_quote
    from verifier.errors import VerifierError
    from verifier.model.findings import Finding
    from verifier.pipeline import averify, verify, verify_many
    from verifier.report.document import Report
    from verifier.settings import Settings
    from verifier.text.document import Document

_HOMES = {
    "Document": "verifier.text.document",
    "Finding": "verifier.model.findings",
    "Report": "verifier.report.document",
    "Settings": "verifier.settings",
    "VerifierError": "verifier.errors",
    "averify": "verifier.pipeline",
    "verify": "verifier.pipeline",
    "verify_many": "verifier.pipeline",
    "verify_quote": "verifier.compare.face",
}

__all__ = [
    "Document",
    "Finding",
    "Report",
    "Settings",
    "VerifierError",
    "__version__",
    "averify",
    "verify",
    "verify_many",
    "verify_quote",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its home (PEP 562)."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'verifier' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return __all__
