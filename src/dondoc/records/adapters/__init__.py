"""Files on disk and pictures: no tables here."""
