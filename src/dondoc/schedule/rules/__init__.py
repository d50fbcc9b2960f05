"""Pure domain: phrases to schedules to days. No I/O, no clock."""
