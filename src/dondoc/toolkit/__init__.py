"""Vietnamese text, numbers and errors: no Django, no models, no files."""
