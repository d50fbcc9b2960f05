"""Pages across apps: a leader's page, one's own work, the monitor, the calendar, the log; and the demo's data."""
