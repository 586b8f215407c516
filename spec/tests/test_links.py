"""The Links of openapi.yaml: well-formed, and good enough to reach every operation from the two that need no SID."""

from __future__ import annotations

from collections.abc import Iterator

from .description import Description, Json, Operation


def _links(description: Description, operation: Operation) -> Iterator[tuple[str, Json, Json]]:
    """Each link of an operation: its name, itself, and the example of the answer that it starts from."""
    for written in operation.written["responses"].values():
        response = description.follow(written)
        for name, link in response.get("links", {}).items():
            (content,) = response["content"].values()
            example = description.follow(next(iter(content["examples"].values())))["value"]
            yield f"{operation.name} {name}", description.follow(link), example


def _found(example: Json, expression: str) -> Json:
    """What a runtime expression (OAS 3.1, 4.8.20.4) finds in the body of an answer."""
    value = example
    for token in expression.removeprefix("$response.body#/").split("/"):
        value = value[int(token)] if isinstance(value, list) else value[token]
    return value


def test_a_link_gives_its_operation_what_it_needs(description: Description) -> None:
    count = 0
    for operation in description.operations.values():
        for where, link, example in _links(description, operation):
            target = description.operations[link["operationId"]]
            parameters = {each["name"]: each for each in target.parameters}
            needed = {name for name, each in parameters.items() if each["in"] == "path"}
            assert set(link["parameters"]) == needed, where
            for name, expression in link["parameters"].items():
                assert description.faults(parameters[name]["schema"], _found(example, expression)) == [], where
            for field, expression in link.get("requestBody", {}).items():
                schema = description.form(target.name)["properties"][field]
                assert description.faults(schema, _found(example, expression)) == [], where
            count += 1
    assert count > 100


def test_links_reach_every_operation(description: Description) -> None:
    reached = {each.name for each in description.operations.values() if "{" not in each.path}
    assert reached == {"ListWorkspace", "CreateWorkspace"}
    waiting = list(reached)
    while waiting:
        for _, link, _ in _links(description, description.operations[waiting.pop()]):
            if link["operationId"] not in reached:
                reached.add(link["operationId"])
                waiting.append(link["operationId"])
    assert reached == set(description.operations)
