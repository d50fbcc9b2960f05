"""What everything rests on: audit trail, stored files, events, messages, jobs with leases, forms that count once."""
