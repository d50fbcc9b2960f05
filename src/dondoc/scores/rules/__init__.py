"""Pure domain of published results: groups, ranks, comparability, goals and their odds."""
