"""Administrative units and agencies."""
