"""Users and sign-in. Nothing of agencies: which work a person may do is known to `units` and above."""
