"""Pages of units: the directory of agencies, people and their roles, groups, administrative units."""
