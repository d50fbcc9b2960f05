"""Files to neutral blocks: Word, PDF, text."""
