"""The vectors that other projects hold themselves to, both ways; a page of `docs/decisions` counts them."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, unquote

import pytest

from codegen.tests.runtime.shapes import shape_of
from dovetail.runtime.wire.reading import decode_parameter, split_pairs
from dovetail.runtime.wire.styles import Place, Shape, encode_parameter

ROOT = Path(__file__).parents[3]
CORPUS = Path(os.environ.get("DOVETAIL_CORPUS", ROOT.parent / "shared/corpus"))
VECTORS = CORPUS / "vectors/dev"
PAGE = ROOT / "docs/decisions/0009-parameters-where-the-standards-disagree.md"

Outcome = Literal["undisputed", "decided", "not applicable"]

PLACES: Mapping[str, Place] = {
    "matrix": "path",
    "label": "path",
    "simple": "path",
    "form": "query",
    "spaceDelimited": "query",
    "pipeDelimited": "query",
    "deepObject": "query",
    "cookie": "cookie",
}
# What we write where the tables disagree: as OAS 3.0.4, 3.1.1 and 3.2 do.
DECIDED = {
    ("label", "array"): ".blue,black,brown",
    ("label", "object"): ".R,100,G,200,B,150",
    ("spaceDelimited", "array"): "color=blue%20black%20brown",
    ("spaceDelimited", "object"): "color=R%20100%20G%20200%20B%20150",
    ("pipeDelimited", "array"): "color=blue%7Cblack%7Cbrown",
    ("pipeDelimited", "object"): "color=R%7C100%7CG%7C200%7CB%7C150",
    ("deepObject", "object"): "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
}


@dataclass(frozen=True)
class Vector:
    """One vector: which file it is from, and what holds us to it."""

    id: str
    source: str
    check: Callable[[], Outcome]


def texts(value: Any) -> Any:
    match value:
        case dict():
            return {name: str(item) for name, item in value.items()} or None
        case list():
            return [str(item) for item in value] or None
        case None:
            return None
        case _:
            return str(value)


def read(name: str, written: str, style: str, explode: bool, shape: Shape) -> Any:
    place = PLACES[style]
    raw = written if place == "path" else split_pairs(written, ";" if place == "cookie" else "&")
    return decode_parameter(name, raw, place=place, style=style, explode=explode, shape=shape)


def check_table(vector: dict[str, Any]) -> Outcome:
    """A cell of the style tables: written as it says, and read back."""
    if not vector["expected"]["defined"]:
        return "not applicable"
    style, kind, value, told = vector["style"], vector["value_kind"], vector["value"], vector["expected"]["serialized"]
    explode = style == "deepObject" if vector["explode"] is None else vector["explode"]
    written = encode_parameter("color", value, place=PLACES[style], style=style, explode=explode)
    shape = shape_of(value)
    decided = None if explode and style != "deepObject" else DECIDED.get((style, kind))
    assert written == (decided or told)
    # Before 3.0.4 the cells of the delimited styles leave the name out, which a query cannot.
    found = told if style == "deepObject" or PLACES[style] == "path" or "=" in told else f"color={told}"
    expected = "" if kind in {"empty", "undefined"} else texts(value)
    assert read("color", found, style, explode, shape) == expected
    assert read("color", written, style, explode, shape) == expected
    return "decided" if decided or kind in {"empty", "undefined"} else "undisputed"


def check_reading(vector: dict[str, Any]) -> Outcome:
    """What openapi-core reads."""
    style = vector["param"].get("style", "").strip('"') or ("form" if "form" in vector["test"] else "simple")
    explode: bool = vector.get("explode", False)
    shape: Shape = {"string": "primitive"}.get(vector["schema_type"], vector["schema_type"])
    location: Any = vector.get("location")
    raw: Any = vector.get("value")
    place: Place = "header"
    if style.endswith("Delimited"):
        raw, place = [("param", raw)], "query"
    elif style in {"label", "matrix"}:
        raw, place = next(iter(location.values())), "path"
    elif style == "form":
        place = "query"
        raw = list(location.items()) if isinstance(location, dict) else [tuple(it) for it in location]
        if shape == "object" and explode:
            # It is called with the whole text under one name; on the wire that is the query.
            raw = split_pairs(raw[0][1])
    found = decode_parameter("param", raw, place=place, style=style, explode=explode, shape=shape)
    assert found == vector["expected"]
    return "decided" if not explode and (style, shape) in DECIDED else "undisputed"


EXPRESSION = re.compile(r"\{([+#./;?&]?)([^{}]*)\}")
STYLES = {"": "simple", "+": "simple", ".": "label", ";": "matrix", "?": "form", "&": "form"}
JOINTS = {"": ",", "+": ",", ".": "", ";": "", "?": "&", "&": "&"}


def check_expansion(template: str, expected: Any, variables: Mapping[str, Any]) -> Outcome:
    """An expansion of a URI template, each of whose variables is a parameter of OpenAPI."""
    if expected is False:
        return "not applicable"  # a fault in the template itself
    if queried := re.fullmatch(r"(\w*\?)(\w+)=\{\+(\w+)\}", template):
        value = variables[queried[3]]
        assert queried[1] + encode_parameter(queried[2], value, place="query", allow_reserved=True) == expected
        return "undisputed"
    expressions = EXPRESSION.findall(template)
    names = [name for _, listed in expressions for name in listed.split(",")]
    is_foreign = any(operator in "#/" and operator for operator, _ in expressions) or not template.isascii()
    is_absent = any(
        variables.get(name.rstrip("*")) is None
        for operator, listed in expressions
        if operator not in {"?", "&"}
        for name in listed.split(",")
    )
    if is_foreign or is_absent or any(":" in name for name in names):
        return "not applicable"
    written = EXPRESSION.sub(lambda found: expand(found[1], found[2], variables), template)
    allowed = expected if isinstance(expected, list) else [expected]
    if written in allowed:
        read_expansion(expressions, template, written, variables)
        return "undisputed"
    # OAS 3.2: no generic syntax in a path value; a delimiter in data is escaped even where others may stand.
    assert any(operator == "+" for operator, _ in expressions)
    assert re.sub("%2[FC]", lambda found: unquote(found[0]), written) in allowed
    return "decided"


def expand(operator: str, listed: str, variables: Mapping[str, Any]) -> str:
    parts: list[str] = []
    for each in listed.split(","):
        name, value = each.rstrip("*"), variables.get(each.rstrip("*"))
        style = STYLES[operator]
        if value is not None:
            how: dict[str, Any] = {"style": style, "explode": each.endswith("*"), "allow_reserved": operator == "+"}
            parts.append(encode_parameter(unquote(name), value, place=PLACES[style], **how))
    written = JOINTS[operator].join(part for part in parts if part or operator in {"", "+"})
    return operator + written if operator in {"?", "&"} and written else written


def read_expansion(expressions: list[Any], template: str, written: str, variables: Mapping[str, Any]) -> None:
    """Read back what can be: all of a query, and a path expression of one variable that stands alone."""
    queried = [name for operator, listed in expressions if operator in {"?", "&"} for name in listed.split(",")]
    pairs = split_pairs(re.split(r"[?&]", written, maxsplit=1)[-1]) if queried else []
    plain = {quote(unquote(name)) for name in queried if not name.endswith("*")}
    for each in queried:
        value, explode = variables.get(each.rstrip("*")), each.endswith("*")
        own = [pair for pair in pairs if pair[0] not in plain] if isinstance(value, dict) and explode else pairs
        name, shape = unquote(each.rstrip("*")), shape_of(value)
        assert decode_parameter(name, own, place="query", shape=shape, explode=explode) == texts(value)
    if len(expressions) == 1 and not queried and "," not in expressions[0][1]:
        operator, listed = expressions[0]
        value, style = variables[listed.rstrip("*")], STYLES[operator]
        before, after = EXPRESSION.split(template)[0], EXPRESSION.split(template)[-1]
        raw = written.removeprefix(before).removesuffix(after)
        if (operator != "+" or "%" not in str(value)) and (raw or value):
            found = read(listed.rstrip("*"), raw, style, listed.endswith("*"), shape_of(value))
            assert found == texts(value)


def vectors() -> Iterator[Vector]:
    for vector in json.loads((VECTORS / "oas_style_tables.json").read_text())["vectors"]:
        yield Vector(vector["id"], "OAS tables", partial(check_table, vector))
    for vector in json.loads((VECTORS / "openapi_core_styles.json").read_text())["vectors"]:
        yield Vector(vector["id"], "openapi-core", partial(check_reading, vector))
    for file in sorted(VECTORS.glob("rfc6570/*.json")):
        for group in json.loads(file.read_text(encoding="utf-8")).values():
            for template, expected in group["testcases"]:
                check = partial(check_expansion, template, expected, group["variables"])
                yield Vector(f"{file.stem}-{template}", "RFC 6570", check)


def _parameters() -> list[Any]:
    if not VECTORS.is_dir():
        return [pytest.param(None, marks=pytest.mark.skip(reason=f"no corpus at {CORPUS}"))]
    return [pytest.param(vector, id=vector.id) for vector in vectors()]


@pytest.mark.corpus
@pytest.mark.parametrize("vector", _parameters())
def test_a_vector_holds(vector: Vector) -> None:
    vector.check()


@pytest.mark.corpus
@pytest.mark.skipif(not VECTORS.is_dir(), reason=f"no corpus at {CORPUS}")
def test_the_page_of_decisions_counts_them() -> None:
    counted = Counter((vector.source, vector.check()) for vector in vectors())
    rows = [
        f"| {source} | {counted[source, 'undisputed']} | {counted[source, 'decided']} | "
        f"{counted[source, 'not applicable']} |"
        for source in ("OAS tables", "openapi-core", "RFC 6570")
    ]
    print("", "| source | undisputed, passed | disputed, decided | not applicable |", *rows, sep="\n")  # noqa: T201
    assert counted.total() >= 570
    told = PAGE.read_text(encoding="utf-8")
    assert [row for row in rows if row not in told] == []
