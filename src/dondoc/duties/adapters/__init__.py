"""Official documents of the engine: neutral records to papers. No tables here."""
