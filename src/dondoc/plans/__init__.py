"""Plans: reading a document, goals, tasks, targets."""
