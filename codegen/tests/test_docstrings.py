"""No text of a description becomes code: what `docstring` and `literal` make of any text is that text, and harmless."""

from __future__ import annotations

import ast
import inspect
import tomllib
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from dovetail.python.docstrings import docstring, literal, sentence, toml_text

PIECES = st.sampled_from(
    [
        '"""',
        '"',
        "'''",
        "\\",
        '\\"',
        "\\N{BULLET}",
        "\\x",
        "\n",
        "\n\n",
        "    ",
        "{{ view.doc }}",
        "{% raw %}",
        "{#",
        "`a b`",
        "\t",
        "\r",
        "\x0c",
        "\x00",
        "\x85",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\ud800",
        "é",
        "😀",
        "- item\n",
        "1. one\n",
        "```\n",
        "word ",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda values: st.lists(values, max_size=4) | st.dictionaries(TEXTS, values, max_size=4),
)
INVISIBLE = {*range(0x09), 0x0B, *range(0x0C, 0x20), *range(0x7F, 0xA0), *range(0x200B, 0x2010)}
INVISIBLE |= {*range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xD800, 0xE000)}


def visible_words(text: str) -> list[str]:
    """The words of a text, as a reader sees them."""
    return "".join(character for character in text if ord(character) not in INVISIBLE).split()


def only_string_of(source: str) -> str:
    """The string that is all a class says; fails if there is anything else."""
    (defined,) = ast.parse(source).body
    assert isinstance(defined, ast.ClassDef)
    (said,) = defined.body
    assert isinstance(said, ast.Expr)
    assert isinstance(said.value, ast.Constant)
    value = said.value.value
    assert isinstance(value, str)
    return value


@given(TEXTS)
@example('"""\nimport os\nos.system("x")\n"""')
@example('ends with a quote "')
@example("ends with a backslash \\")
@example('\\"""')
@example('a\\" """" \\')
@example('"' * 7)
@example("x" * 200 + '"')
def test_text_survives_in_a_docstring(text: str) -> None:
    made = only_string_of(f'class C:\n    """{docstring(text)}"""\n')
    assert visible_words(made) == visible_words(text)


@given(TEXTS)
def test_a_docstring_holds_nothing_invisible(text: str) -> None:
    assert {ord(character) for character in docstring(text)} & INVISIBLE == set()


@given(TEXTS, st.sampled_from([0, 4, 8]))
def test_indentation_is_that_of_the_place(text: str, indent: int) -> None:
    made = docstring(text, indent)
    first, *rest = made.split("\n")
    assert all(line.startswith(" " * indent) or not line.strip() for line in rest), made
    assert first == first.strip()


@given(st.lists(st.text(alphabet="abcdefgh.,", min_size=1, max_size=20), min_size=1, max_size=80))
def test_lines_are_no_longer_than_a_line(words: list[str]) -> None:
    made = docstring(" ".join(words), 8)
    lines = [f'        """{made}"""'] if "\n" not in made else made.split("\n")
    assert max(map(len, lines)) <= 120
    assert inspect.cleandoc(made).split() == words


@given(JSON)
@example('__import__("os").system("x")')
@example({"a": ("b", 'c"')})
def test_a_literal_is_the_value(value: Any) -> None:
    made = literal(value)
    assert made.isascii()
    assert ast.literal_eval(made) == as_tuples(value)
    assert "\n" not in made


@given(TEXTS)
def test_a_text_is_written_in_double_quotes(text: str) -> None:
    made = literal(text)
    assert made.startswith('"') or '"' in text
    assert ast.literal_eval(made) == text


def as_tuples(value: Any) -> Any:
    """Lists as the tuples they are written as."""
    if isinstance(value, list):
        return tuple(as_tuples(item) for item in value)
    return {key: as_tuples(item) for key, item in value.items()} if isinstance(value, dict) else value


@given(TEXTS)
def test_a_toml_string_is_one_line_of_the_text(text: str) -> None:
    made = tomllib.loads(f"text = {toml_text(text)}\n")["text"]
    assert "\n" not in made
    assert "".join(made.split()) == "".join(visible_words(text))


@given(TEXTS)
def test_a_sentence_ends(text: str) -> None:
    made = sentence(text)
    assert made == "" or made[-1] in ".!?:"
    assert made.removesuffix(".") == text.strip().removesuffix(".")
