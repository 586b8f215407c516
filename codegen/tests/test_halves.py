"""The two generated halves fit: what the client was given is what the implementation gets, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from codegen.tests.contract.library import running
from codegen.tests.generating import Made

SPEC = """
security: [{who: []}]
paths:
  /gardens/{garden_id}/plants:
    parameters: [{name: garden_id, in: path, required: true, schema: {type: integer}}]
    get:
      operationId: listPlants
      parameters:
        - {name: tag, in: query, schema: {type: array, items: {type: string}}}
        - {name: tall, in: query, schema: {type: boolean}}
        - {name: X-From, in: header, schema: {type: string}}
        - {name: self, in: query, schema: {type: number}}
      responses:
        '200':
          description: All.
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Plant'}}}}
        '400': {$ref: '#/components/responses/Error'}
        '401': {$ref: '#/components/responses/Error'}
    post:
      operationId: createPlant
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Plant'}}}
      responses:
        '201': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Plant'}}}}
        '409': {$ref: '#/components/responses/Error'}
  /gardens/{garden_id}/plants/{id}:
    parameters:
      - {name: garden_id, in: path, required: true, schema: {type: integer}}
      - {name: id, in: path, required: true, schema: {type: string}}
    post:
      operationId: updatePlant
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              properties:
                Water: {type: array, items: {type: integer}}
                PlantedAt: {type: string, format: date-time}
                Name: {type: string}
                Alive: {type: boolean}
      responses:
        '200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Plant'}}}}
    delete: {operationId: deletePlant, responses: {'204': {description: Gone.}}}
components:
  securitySchemes: {who: {type: http, scheme: basic}}
  responses:
    Error: {description: No., content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}
  schemas:
    Error: {type: object, required: [message], properties: {message: {type: string}, code: {type: integer}}}
    Plant:
      type: object
      required: [name]
      properties:
        name: {type: string, minLength: 1}
        'latin name': {type: string}
        class: {type: [string, 'null']}
        heights: {type: array, items: {type: number}}
        planted: {type: string, format: date}
"""


class Garden:
    """Implements the stubs: notes what it gets, and answers with a plant of that name."""

    def __init__(self, server: Any) -> None:
        self.server = server
        self.got: list[tuple[str, dict[str, Any]]] = []
        self.garden_plants = self.gardens_plants = self

    async def authenticate(self, credentials: Any, operation_id: str) -> str | None:
        return credentials.username if credentials.password == "key" else None

    def refuse(self, fault: Any) -> Any:
        return self.server.Reply(
            {"message": "; ".join(f"{found.name} {found.message}" for found in fault.faults) or "no"}, fault.status
        )

    async def list(self, call: Any, *, garden_id: int, params: Mapping[str, Any]) -> Any:
        self.got.append((call.principal, {"garden_id": garden_id, **params}))
        return [{"name": "oak"}, {"name": "elm", "class": None}]

    async def create(self, call: Any, *, garden_id: int, params: Mapping[str, Any]) -> Any:
        self.got.append((call.principal, {"garden_id": garden_id, **params}))
        if params["name"] == "weed":
            raise self.server.Refused(self.server.Reply({"message": "No weeds.", "code": 7}, 409))
        return self.server.Reply({"name": params["name"], "latin name": "Quercus", "planted": "2026-02-03"}, 201)

    async def update(self, call: Any, *, garden_id: int, id: str, params: Mapping[str, Any]) -> Any:
        self.got.append((call.principal, {"garden_id": garden_id, "id": id, **params}))
        return {"name": ""} if params.get("name") == "nobody" else {"name": id}

    async def delete(self, call: Any, *, garden_id: int, id: str) -> None:
        self.got.append((call.principal, {"garden_id": garden_id, "id": id}))


def test_what_is_given_arrives_and_comes_back(generated: Callable[..., Made]) -> None:
    sdk, server = generated(SPEC), generated(SPEC, is_server=True)
    package = server.module()
    garden = Garden(package)
    with running(package.create_app(garden)) as url, sdk.module().Client("me", "key", base_url=url) as client:
        plants = client.gardens(3).plants
        assert [plant.name for plant in plants.list(tag=["a", "b&c"], tall=True, x_from="here", self_=1.5)] == [
            "oak",
            "elm",
        ]
        assert garden.got.pop() == (
            "me",
            {"garden_id": 3, "tag": ["a", "b&c"], "tall": True, "x_from": "here", "self_": 1.5},
        )

        oak = plants.create("oak", class_=None, heights=[1, 2.5], planted=dt.date(2026, 1, 2), latin_name="Quercus")
        assert (oak.latin_name, oak.planted) == ("Quercus", dt.date(2026, 2, 3))
        assert garden.got.pop()[1] == {
            "garden_id": 3,
            "name": "oak",
            "class_": None,
            "heights": [1, 2.5],
            "planted": "2026-01-02",
            "latin_name": "Quercus",
        }

        moment = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
        assert client.gardens(4).plants.update("ä/b", water=[1, 2], planted_at=moment, alive=False).name == "ä/b"
        assert garden.got.pop()[1] == {
            "garden_id": 4,
            "id": "ä/b",
            "water": [1, 2],
            "planted_at": "2026-01-02T03:04:05Z",
            "alive": False,
        }
        assert client.gardens(4).plants.delete("x") is None


def test_refusals_arrive_as_errors(generated: Callable[..., Made]) -> None:
    sdk, server = generated(SPEC), generated(SPEC, is_server=True)
    package, errors = server.module(), sdk.module("errors")
    app = package.create_app(Garden(package))
    with running(app) as url, sdk.module().Client("me", "key", base_url=url, validate=False, retries=0) as client:
        plants = client.gardens(3).plants
        with pytest.raises(errors.Conflict) as caught:
            plants.create("weed")
        assert (caught.value.message, caught.value.code) == ("No weeds.", 7)
        with pytest.raises(errors.BadRequest, match="name must be at least 1"):
            plants.create("")
        with pytest.raises(errors.ServerError):
            plants.update("x", name="nobody")
        with sdk.module().Client("me", "wrong", base_url=url) as stranger, pytest.raises(errors.Unauthorized):
            list(stranger.gardens(3).plants.list())
