"""Index taxonomies by year as data."""
