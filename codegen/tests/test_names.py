"""Whatever a description calls things, their names here can be written, imported and told apart."""

from __future__ import annotations

import builtins
import keyword
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import BaseModel

from dovetail.api import words
from dovetail.python import names

TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        [*keyword.kwlist, *keyword.softkwlist, *dir(builtins), "__init__", "_", "", "2fa", "größe", "名前", "a.b[c]"]
    ),
    st.from_regex(r"[A-Za-z0-9_.\-]{1,20}", fullmatch=True),
)
MAKERS: list[Callable[[str], str]] = [names.snake, names.pascal, names.constant, names.field_name]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
@given(text=TEXTS)
@example(text="None")
@example(text="9lives")
@example(text="__")
@example(text="İstanbul")
@example(text="ﬁsh")
def test_every_text_gives_an_identifier(make: Callable[[str], str], text: str) -> None:
    name = make(text)
    assert name.isidentifier()
    assert name.isascii()
    assert not keyword.iskeyword(name)
    assert not name.startswith("_"), "a private name could be neither imported with the others nor used outside"


@given(TEXTS)
def test_names_keep_to_their_style(text: str) -> None:
    assert names.snake(text) == names.snake(text).lower()
    assert names.constant(text) == names.constant(text).upper()
    assert names.pascal(text)[0].isupper()


@given(TEXTS)
def test_names_are_stable(text: str) -> None:
    once = names.snake(text)
    assert names.snake(once).rstrip("_") == once.rstrip("_")


@given(TEXTS)
def test_fields_hide_nothing_that_models_have(text: str) -> None:
    assert not hasattr(BaseModel, names.field_name(text))


@given(st.lists(TEXTS, max_size=30))
def test_unique_names_differ_in_more_than_case(texts: list[str]) -> None:
    taken: list[str] = []
    for text in texts:
        taken.append(names.unique(names.pascal(text), taken))
    assert len({name.casefold() for name in taken}) == len(taken)
    assert all(name.isidentifier() for name in taken)


@pytest.mark.parametrize(
    ("text", "snake", "pascal", "constant"),
    [
        ("BookTitle", "book_title", "BookTitle", "BOOK_TITLE"),
        ("book-title", "book_title", "BookTitle", "BOOK_TITLE"),
        ("HTTPServer2Go", "http_server2_go", "HTTPServer2Go", "HTTP_SERVER2_GO"),
        ("If-Match", "if_match", "IfMatch", "IF_MATCH"),
        ("from", "from_", "From", "FROM"),
        ("class", "class_", "Class", "CLASS"),
        ("none", "none", "None_", "NONE"),
        ("2fa", "value_2fa", "Value2fa", "VALUE_2FA"),
        ("sha256Sum", "sha256_sum", "Sha256Sum", "SHA256_SUM"),
        ("S3Key", "s3_key", "S3Key", "S3_KEY"),
        ("io.k8s.ipv6-line1", "io_k8s_ipv6_line1", "IoK8sIpv6Line1", "IO_K8S_IPV6_LINE1"),
        ("enterprise-28-day", "enterprise_28_day", "Enterprise28Day", "ENTERPRISE_28_DAY"),
        ("", "value", "Value", "VALUE"),
        ("über uns", "uber_uns", "UberUns", "UBER_UNS"),
        ("größe", "grosse", "Grosse", "GROSSE"),
        ("名前", "ming_qian", "MingQian", "MING_QIAN"),
        ("όνομα", "onoma", "Onoma", "ONOMA"),
        ("😀", "grinning", "Grinning", "GRINNING"),
    ],
)
def test_names_are_those_a_person_would_choose(text: str, snake: str, pascal: str, constant: str) -> None:
    assert (names.snake(text), names.pascal(text), names.constant(text)) == (snake, pascal, constant)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
@given(st.text("aB9_ ", min_size=100, max_size=400), st.text("aB9_ ", min_size=1, max_size=3))
def test_long_names_are_bounded_and_told_apart_by_their_ends(make: Callable[[str], str], text: str, end: str) -> None:
    assert len(make(text)) <= names.LONGEST + len("VALUE_") + 1
    assert make(text) != make(text + end)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("Activities", "Activity"),
        ("Books", "Book"),
        ("Boxes", "Box"),
        ("Addresses", "Address"),
        ("Statuses", "Status"),
        ("Houses", "House"),
        ("Series", "Series"),
        ("Status", "Status"),
        ("Analysis", "Analysis"),
        ("Access", "Access"),
        ("Sheep", "Sheep"),
        ("Leaves", "Leaf"),
        ("TaskIndices", "TaskIndex"),
        ("PEOPLE", "PERSON"),
    ],
)
def test_singulars(plural: str, singular: str) -> None:
    assert words.singular(plural) == singular
