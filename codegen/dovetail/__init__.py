"""Cuts both halves of an API from one OpenAPI document, and proves that they fit."""
