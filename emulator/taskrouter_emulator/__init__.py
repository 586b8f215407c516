"""A local server of the TaskRouter API, for development and tests without the network."""
