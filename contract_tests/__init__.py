"""The gate: does the server keep to the document, does the SDK, and do they fit each other?"""
