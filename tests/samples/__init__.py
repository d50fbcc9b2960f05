"""Made-up plans in our own words. Each is written once: what is printed and what it says come from one text."""
