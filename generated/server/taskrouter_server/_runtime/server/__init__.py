"""The server half: a description compiled into a judge, and the ASGI application around an implementation."""
