"""Time expressions, due dates, working days."""
