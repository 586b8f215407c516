"""Text of the description as text of a docstring: it can end no string, and start no escape.

Every string of a description reaches generated code through `docstring` or through `literal`.
"""

from __future__ import annotations

import json
import re
import textwrap

WIDTH = 112
_CODE_SPAN = re.compile(r"`[^`\n]{1,80}`")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e0fff]"
)
"""Controls of terminals and of the direction of text, what has no width, and tags: text that shows as another."""


def literal(value: object) -> str:
    """A Python literal for a string, number, boolean, `None`, or a tuple or dict of them; double-quoted, ASCII only."""
    match value:
        case str():
            text = ascii(value)
            if text.startswith("'"):
                body = text[1:-1].replace('"', '\\"').replace("\\'", "'")
                return f'"{body}"'
            return text
        case list() | tuple():
            items = ", ".join(literal(item) for item in value)
            return f"({items},)" if len(value) == 1 else f"({items})"
        case dict():
            return "{" + ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items()) + "}"
        case _:
            return repr(value)


def toml_text(text: str) -> str:
    """A TOML string that holds the text in one line."""
    return json.dumps(shown(text), ensure_ascii=False)


def shown(text: str) -> str:
    """The text in one line, without what cannot be seen."""
    return " ".join(_INVISIBLE.sub(" ", text).split())


def plain(text: str) -> str:
    """A name such as that of a file, as it can stand in any text: what is no letter, digit, space or `.-+` is `_`."""
    return re.sub(r"[^\w .+-]", "_", text)


def docstring(text: str, indent: int = 4) -> str:
    """The text as the inside of a docstring: one line if it fits, else wrapped paragraphs and a line for the end.

    `indent` is the column that the docstring stands at.
    """
    cleaned = escape(_INVISIBLE.sub("", text.expandtabs(4)).strip())
    paragraphs = [part for part in re.split(r"\n\s*\n", cleaned) if part.strip()] or [""]
    width = WIDTH - indent
    if len(paragraphs) == 1 and len(one_line := " ".join(paragraphs[0].split())) <= width:
        return one_line
    pad = " " * indent
    blocks = [_wrapped(paragraph, width, pad) for paragraph in paragraphs]
    return f"\n\n{pad}".join(blocks) + f"\n{pad}"


def escape(text: str) -> str:
    """Text that can stand between triple double quotes: no backslash escapes, no early end."""
    body, end = (text[:-1], '\\"') if text.endswith('"') else (text, "")
    return body.replace("\\", "\\\\").replace('"""', '\\"\\"\\"') + end


def sentence(text: str) -> str:
    """The text, ended by a full stop if it ends in a letter, digit or closing mark."""
    stripped = text.strip()
    return f"{stripped}." if stripped and stripped[-1] not in ".!?:" else stripped


def _wrapped(paragraph: str, width: int, pad: str) -> str:
    lines = paragraph.splitlines()
    if any(line.lstrip().startswith(("- ", "* ", "1.", "|", "```")) for line in lines):
        return f"\n{pad}".join(line.strip() for line in lines)
    # A code span is not broken: its spaces are made unbreakable while the lines are found.
    held = _CODE_SPAN.sub(lambda span: span[0].replace(" ", "\x00"), paragraph)
    lines = textwrap.wrap(held, width, break_long_words=False, break_on_hyphens=False)
    return f"\n{pad}".join(lines).replace("\x00", " ")
