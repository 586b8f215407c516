"""X y: what methods take. Generated from spec.json; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.client.operation import CallOptions


class XYUpdate(CallOptions, total=False):
    """What `update` of xy takes besides what it needs; an absent key is not sent."""

    q_x: Literal['a"', "b'", "c\\", 'd"""', "e\n", "f\u202e", "{{ g }}", "{% h %}"]
    """Control [31m and , bidi abc x, zero width , separators  and , an astral 😀, trailing backslash \\. Default
    "a\\"".
    """
    class_: str
    """Control [31m and , bidi abc x, zero width , separators and , an astral 😀, trailing backslash \\."""
    p: str
    """Quotes " ' `, three \"\"\" and ''', a backslash \\ and \\n and \\N{BULLET} and \\x41, {{ view.doc }} {% for
    x in y %} {# c #} %s {0} {name} ${x}.

        indented    tab

    * a list
    * of items \\

    End with a quote ". Default "\\"\\"\\"\\\\".
    """
