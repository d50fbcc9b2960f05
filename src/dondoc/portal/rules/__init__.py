"""Pure rules of the public's pages."""
