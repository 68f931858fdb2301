"""What the words of a unit may be: classes, verb forms, tokens."""
