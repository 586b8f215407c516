"""The operations of the API on rows of the store, one module a resource.

Each takes a transaction and the request's arguments, and gives an `Answer`, or raises an `ApiError` and leaves
everything as it was.
"""
