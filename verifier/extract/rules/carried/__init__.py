"""What goes on from the sentence or paragraph before, without a cue of its own."""
