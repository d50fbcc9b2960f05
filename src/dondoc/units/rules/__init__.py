"""Pure domain: names of agencies and how a cell is split into them."""
