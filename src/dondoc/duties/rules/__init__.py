"""Pure domain of the engine: states, figures, occurrences. No Django, no clock."""
