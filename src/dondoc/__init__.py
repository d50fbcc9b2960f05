"""dondoc: a local government's yearly index plan, from the document to the published result."""
