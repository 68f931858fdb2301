"""Located or not located: what an extractor proposes becomes spans of the document, or is reported."""
