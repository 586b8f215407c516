"""The generated distribution: what its package is called, that it installs, and what its metadata say."""

from __future__ import annotations

import pytest

from dovetail.python.package import distribution_name, fault_of_package, package_name


@pytest.mark.parametrize(
    ("title", "source", "name"),
    [
        ("GitHub v3 REST API", "api.yaml", "github"),
        ("Stripe API", "spec3.json", "stripe"),
        ("The Petstore - OpenAPI 3.0", "x.yaml", "petstore"),
        ("L'Été à la mer", "x.yaml", "lete_la_mer"),
        ("Requests", "x.yaml", "requests_api"),
        ("JSON Schema", "shop.openapi.yaml", "shop"),
        ("Email", "x.yaml", "email_api"),
        ("con", "x.yaml", "con_api"),
        ("API", "specs/ferries/openapi.yaml", "ferries"),
        ("予約", "openapi.yaml", "api_client"),
        ("", "../../etc/passwd", "passwd"),
        ("'; import os; os.system('x') #", "x.yaml", "import_os_os_system_x"),
        ("class", "x.yaml", "class_api"),
        ("3Scale", "x.yaml", "api_3scale"),
        ("__init__", "x.yaml", "init"),
        ("Tests", "x.yaml", "tests_api"),
        ("a" * 300, "x.yaml", "a" * 40),
        (
            "One very long title that goes on and on until nobody reads it",
            "x.yaml",
            "one_very_long_title_that_goes_on_on",
        ),
    ],
)
def test_a_package_is_called_what_a_person_would(title: str, source: str, name: str) -> None:
    assert package_name(title, source) == name
    assert fault_of_package(name) is None


@pytest.mark.parametrize(
    "name",
    [*" |a b|a-b|../a|a.b|class|None|été|_|___|__main__|json|JSON|pydantic|NUL|tests".split("|"), "a" * 101],
)
def test_names_that_would_break_the_package_are_refused(name: str) -> None:
    assert fault_of_package(name)


@pytest.mark.parametrize(
    ("package", "name"), [("doors", "doors"), ("two_words", "two-words"), ("_a__b_", "a-b"), ("_2", "2")]
)
def test_a_distribution_is_named_so_that_pip_takes_it(package: str, name: str) -> None:
    assert distribution_name(package) == name
