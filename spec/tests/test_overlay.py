"""What sdk.overlay.yaml says of the SDK fits the description. That its targets exist, loading it has shown."""

from __future__ import annotations

import pytest

from .description import Description, Json

RESERVATIONS = "/v1/Workspaces/{WorkspaceSid}/%ss/{%sSid}/Reservations/{Sid}"


def _pointed(schema: Json, pointer: str, description: Description) -> Json:
    for token in pointer.removeprefix("/").split("/"):
        schema = description.follow(description.follow(schema)["properties"][token])
    return schema


def test_every_operation_is_a_method_of_a_resource(description: Description) -> None:
    methods: dict[str, list[str]] = {}
    classes: dict[str, str] = {}
    for operation in description.operations.values():
        resource = description.root["paths"][operation.path]["x-dovetail-resource"]
        assert classes.setdefault(resource["class"], resource["path"]) == resource["path"]
        methods.setdefault(resource["path"], []).append(operation.written["x-dovetail-method"])
        assert operation.name.lower().startswith(operation.written["x-dovetail-method"])
    assert len(classes) == len(methods) == 11
    for path, names in methods.items():
        assert len(names) == len(set(names))
        assert path.rpartition(".")[0] in {"", *methods}


def test_every_list_is_paged(description: Description) -> None:
    lists = [each for each in description.operations.values() if each.written["x-dovetail-method"] == "list"]
    assert len(lists) == 11
    for operation in lists:
        pages = operation.written["x-dovetail-pages"]
        content = description.follow(operation.written["responses"]["200"])["content"]["application/json"]
        assert _pointed(content["schema"], pages["items"], description)["type"] == "array"
        assert _pointed(content["schema"], pages["next"], description)["type"] == ["string", "null"]
        assert {pages["size"], *pages["page"]} <= {each["name"] for each in operation.parameters}


@pytest.mark.parametrize("view", ["Task", "Worker"])
def test_verbs_cover_every_status_instruction_and_field(description: Description, view: str) -> None:
    operation = description.operations[f"Update{view}Reservation"]
    form = description.form(operation.name)
    verbs = operation.written["x-dovetail-verbs"]
    assert len(verbs) == (9 if view == "Task" else 8)
    for name, verb in verbs.items():
        taken = verb["properties"]
        assert len(taken) == len(set(taken))
        assert set(verb.get("required", ())) <= set(taken) <= set(form["properties"]) - set(verb["fixed"])
        for field, value in verb["fixed"].items():
            assert description.faults(form["properties"][field], value) == [], name
        names = [each.removeprefix(verb.get("prefix", "")) for each in taken]
        assert all(names), name
        assert len(names) == len(set(names)), name
    offered = {field for verb in verbs.values() for field in (*verb["fixed"], *verb["properties"])}
    assert offered == set(form["properties"])
    instructions = {verb["fixed"]["Instruction"] for verb in verbs.values() if "Instruction" in verb["fixed"]}
    assert instructions == set(description.follow(form["properties"]["Instruction"])["enum"])


@pytest.mark.parametrize("view", ["Task", "Worker"])
def test_a_verb_requires_what_the_schema_requires_of_it(description: Description, view: str) -> None:
    operation = description.operations[f"Update{view}Reservation"]
    form = description.form(operation.name)
    for name, verb in operation.written["x-dovetail-verbs"].items():
        needed = {
            field
            for rule in form["allOf"]
            if description.faults(rule["if"], verb["fixed"]) == []
            for field in rule["then"]["required"]
        }
        assert set(verb.get("required", ())) == needed, name


@pytest.mark.parametrize(
    ("schema", "form", "settable"),
    [
        ("Reservation", "UpdateTaskReservation", {"accepted", "rejected", "wrapping", "completed"}),
        ("Reservation", "UpdateWorkerReservation", {"accepted", "rejected", "wrapping", "completed"}),
        ("Task", "UpdateTask", {"canceled", "wrapping", "completed"}),
    ],
)
def test_a_life_cycle_is_one_of_its_states(
    description: Description, schema: str, form: str, settable: set[str]
) -> None:
    cycle = description.schema(schema)["x-dovetail-lifecycle"]
    states = set(description.follow(description.schema(schema)["properties"][cycle["property"]])["enum"])
    assert cycle["request"] in description.form(form)["properties"]
    steps = [(each["from"], each["to"]) for each in cycle["transitions"]]
    assert len(steps) == len(set(steps))
    reached = set(cycle["initial"])
    for _ in states:
        reached |= {to for origin, to in steps if origin in reached}
    assert reached == states
    assert {each["to"] for each in cycle["transitions"] if each["by"] == "client"} == settable


def test_the_life_cycle_of_a_reservation_ends_in_five_states(description: Description) -> None:
    cycle = description.schema("Reservation")["x-dovetail-lifecycle"]
    ends = {each["to"] for each in cycle["transitions"]} - {each["from"] for each in cycle["transitions"]}
    assert ends == {"rejected", "timeout", "canceled", "rescinded", "completed"}
