"""Published results: ranks, groups, comparability, and what a goal has been worth."""
