"""What is written about reports."""
