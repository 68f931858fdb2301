"""The parts of a clause: noun phrases left and right of a verb, subjects, cue verbs, where a content ends."""
