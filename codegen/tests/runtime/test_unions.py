"""Unions told by a property: exact where the description knows the value, open where it does not."""

from __future__ import annotations

import json
import warnings
from types import GenericAlias
from typing import Annotated, Any

import pytest
from pydantic import Field, TypeAdapter

from dovetail.runtime.client.models import Model
from dovetail.runtime.client.unions import Tagged, UnknownObject


class Cat(Model):
    pet_kind: Annotated[str, Field(alias="petKind")]
    lives: int


class Dog(Model):
    pet_kind: Annotated[str | None, Field(alias="petKind")] = None
    name: str = ""


class Fish(Model):
    fins: int


MEMBERS = {"cat": "Cat", "dog": "Dog", "hound": "Dog"}
Pet = Annotated[Cat | Dog | UnknownObject, Tagged("petKind", MEMBERS)]
WithDefault = Annotated[Cat | Dog | UnknownObject, Tagged("petKind", MEMBERS, "Dog")]
WithUntold = Annotated[Cat | Dog | Fish | UnknownObject, Tagged("petKind", MEMBERS)]


@pytest.mark.parametrize(
    ("union", "value", "expected"),
    [
        (Pet, {"petKind": "cat", "lives": 9}, Cat),
        (Pet, {"petKind": "dog", "name": "Rex", "more": [1]}, Dog),
        (Pet, {"petKind": "hound"}, Dog),
        (Pet, {"petKind": "cat", "lives": "many"}, UnknownObject),
        (Pet, {"petKind": "bird", "wings": 2}, UnknownObject),
        (Pet, {"lives": 9}, UnknownObject),
        (WithDefault, {"petKind": "bird"}, Dog),
        (WithDefault, {}, Dog),
        (WithUntold, {"fins": 2}, Fish),
        (WithUntold, {"wings": 2}, UnknownObject),
    ],
)
def test_the_property_tells_the_class(union: Any, value: dict[str, Any], expected: type) -> None:
    pets: Any = GenericAlias(list, (union,))
    adapter = TypeAdapter[Any](pets)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        [read] = adapter.validate_json(json.dumps([value]))
        assert type(read) is expected
        assert json.loads(adapter.dump_json([read], by_alias=True, exclude_unset=True)) == [value]
        assert adapter.validate_python([read]) == [read]


def test_properties_of_unknown_objects_are_attributes() -> None:
    pet = TypeAdapter[Any](Pet).validate_json('{"petKind": "bird", "wings": 2}')
    assert (pet.petKind, pet.wings) == ("bird", 2)
    with pytest.raises(AttributeError):
        pet.lives  # noqa: B018


def test_what_is_no_object_is_refused() -> None:
    with pytest.raises(ValueError, match="validation error"):
        TypeAdapter[Any](Pet).validate_json('"cat"')
