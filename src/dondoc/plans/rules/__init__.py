"""Pure domain: from neutral blocks to drafts. No I/O, no clock."""
