"""Files to neutral records: the tables of administrative units that come with the product."""
