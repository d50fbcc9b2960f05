"""What every page of the product stands on: doors, page-or-fragment, tables, forms, charts. Django without models."""
