"""Looks for documents that the tool cannot handle: `python -m fuzz --minutes 10`.

Three ways: Hypothesis makes descriptions that are meant to be wrong in many places at once, or changes sound ones in a
few places, and both go through the whole trial of the hostile corpus; atheris changes bytes, led by what the readers of
JSON and YAML run, and looks for any error that is not the tool's own. What is found is written to a folder, made as
small as it gets.
"""
