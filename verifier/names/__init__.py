"""People and organisations across a text: parse a name, compare two, gather mentions."""
