"""Where the product is put together: settings from the environment, addresses, checks, the commands that run it."""
