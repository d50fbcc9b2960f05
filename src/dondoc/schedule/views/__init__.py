"""Pages of the working calendar and of legal terms."""
