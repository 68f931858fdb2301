"""Checks that need a reader: a model proposes, and only what can be located and re-computed is kept.

Side by side: do the speakers hold up (A22x), does the article contradict itself (C321 to C326), do
its sources contradict it (C327).
"""

MODULES: tuple[str, ...] = (
    "a221_words_of_another",
    "a222_unsupported_speaker",
    "a223_pronoun_read_otherwise",
    "a224_conflicting_roles",
    "c321_contradicting_figures",
    "c322_contradicting_dates",
    "c323_contradicting_statements",
    "c324_contradicting_names",
    "c325_contradicting_status",
    "c326_firmer_elsewhere",
    "c327_contradicted_by_source",
)
"""Module names in `verifier.check.judged`, in listing order; each holds a RULE and has its page beside it."""
