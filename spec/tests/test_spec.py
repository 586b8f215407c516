"""What openapi.yaml promises: it is well-formed, complete, exemplified, and says what the sources say."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from openapi_spec_validator import validate

from .description import FOLDER, FORM, Description, Json, Operation, values

# Rows of the list of conflicts that concern the browser clients alone, and nothing that a description could say.
ELSEWHERE = {22, 23, 24, 25, 34}
WITH_ETAG = re.compile(r"(Task|Worker|TaskReservation|WorkerReservation)$")
EVERYWHERE = {"401", "403", "429", "500"}


def test_the_meta_schema_of_openapi_accepts_it(description: Description) -> None:
    assert description.root["openapi"] == "3.1.1"
    validate(description.root)


def test_every_reference_leads_somewhere(description: Description) -> None:
    references = [each["$ref"] for each in values(description.root) if isinstance(each, dict) and "$ref" in each]
    assert len(references) > 500
    for reference in references:
        assert reference.startswith("#/components/")
        description.follow({"$ref": reference})


def test_every_component_is_used(description: Description) -> None:
    used = {each["$ref"] for each in values(description.root) if isinstance(each, dict) and "$ref" in each}
    named = {
        f"#/components/{kind}/{name}"
        for kind, components in description.root["components"].items()
        for name in components
        if kind != "securitySchemes"
    }
    assert named - used == set()


def test_all_operations_and_all_fields_are_there(description: Description) -> None:
    assert len(description.operations) == 46
    task = description.form("UpdateTaskReservation")["properties"]
    worker = description.form("UpdateWorkerReservation")["properties"]
    assert (len(task), len(worker)) == (54, 52)
    assert set(task) - set(worker) == {"Supervisor", "SupervisorMode"}
    assert set(description.root["webhooks"]) == {"assignmentCallback", "eventCallback"}


def _media(description: Description, operation: Operation) -> Iterator[tuple[str, Json]]:
    """Every media type of an operation, with where it stands."""
    body = operation.written.get("requestBody", {})
    responses = {status: description.follow(each) for status, each in operation.written["responses"].items()}
    for where, holder in {"request": body, **responses}.items():
        for content in holder.get("content", {}).values():
            yield f"{operation.name} {where}", content


def test_every_operation_has_examples_and_every_example_is_valid(description: Description) -> None:
    faults = []
    for operation in (*description.operations.values(), *description.webhooks.values()):
        for parameter in operation.parameters:
            faults += [
                f"{operation.name} {parameter['name']} {fault}"
                for fault in description.faults(parameter["schema"], parameter["example"])
            ]
        for where, content in _media(description, operation):
            assert content["examples"], where
            for name, written in content["examples"].items():
                example = description.follow(written)["value"]
                faults += [f"{where} {name} {fault}" for fault in description.faults(content["schema"], example)]
    assert faults == []


def test_every_header_has_a_valid_example(description: Description) -> None:
    for name, header in description.root["components"]["headers"].items():
        assert description.faults(header["schema"], header["example"]) == [], name


@pytest.mark.parametrize("view", ["Task", "Worker"])
def test_every_status_and_instruction_has_an_example(description: Description, view: str) -> None:
    operation = description.operations[f"Update{view}Reservation"]
    examples = operation.written["requestBody"]["content"][FORM]["examples"].values()
    sent = [description.follow(each)["value"] for each in examples]
    instructions = description.schema("Instruction" if view == "Task" else "WorkerInstruction")["enum"]
    assert {each["Instruction"] for each in sent if "Instruction" in each} == set(instructions)
    statuses = {each["ReservationStatus"] for each in sent if "ReservationStatus" in each}
    assert statuses == {"accepted", "rejected", "wrapping", "completed"}


CALL = {"Instruction": "call", "CallFrom": "+15550100", "CallUrl": "https://example.org/"}
REDIRECT = {"Instruction": "redirect", "RedirectCallSid": "CA" + "0" * 32, "RedirectUrl": "https://example.org/"}
SUPERVISE = {"Instruction": "supervise", "Supervisor": "WK" + "0" * 32, "SupervisorMode": "whisper"}
RULES = [
    ({"ReservationStatus": "accepted"}, True),
    ({"ReservationStatus": "timeout"}, True),  # well-formed; refused for what it means
    ({"ReservationStatus": "Accepted"}, False),
    ({}, False),
    ({"WorkerActivitySid": "WA" + "0" * 32}, False),
    ({"ReservationStatus": "accepted", **CALL}, False),
    ({"Instruction": "dequeue"}, True),
    ({"Instruction": "Dequeue"}, False),
    ({"Instruction": "conference"}, True),
    ({"Instruction": "conference", "Label": "passed on"}, True),
    ({"Instruction": "conference", "MaxParticipants": 1}, False),
    ({"Instruction": "conference", "Timeout": 1000}, False),
    ({"Instruction": "conference", "Beep": True}, False),
    (CALL, True),
    ({"Instruction": "call", "CallFrom": "+15550100"}, False),
    ({"Instruction": "call", "CallUrl": "https://example.org/"}, False),
    (REDIRECT, True),
    ({**REDIRECT, "RedirectCallSid": "CA" + "0" * 31 + "\n"}, False),
    ({"Instruction": "redirect"}, False),
]


@pytest.mark.parametrize("view", ["Task", "Worker"])
@pytest.mark.parametrize(("form", "is_valid"), RULES, ids=str)
def test_the_schema_says_what_an_update_of_a_reservation_needs(
    description: Description, view: str, form: Json, is_valid: bool
) -> None:
    assert (description.faults(description.form(f"Update{view}Reservation"), form) == []) is is_valid


def test_only_the_view_of_the_task_supervises(description: Description) -> None:
    task, worker = description.form("UpdateTaskReservation"), description.form("UpdateWorkerReservation")
    assert description.faults(task, SUPERVISE) == []
    assert description.faults(task, {"Instruction": "supervise", "Supervisor": "client:ada"}) != []
    assert description.faults(worker, SUPERVISE) != []


def test_forms_are_closed_but_for_what_a_conference_passes_on(description: Description) -> None:
    is_open = {
        name
        for name, operation in description.operations.items()
        if "requestBody" in operation.written and description.form(name).get("additionalProperties") is not False
    }
    assert is_open == {"UpdateTaskReservation", "UpdateWorkerReservation"}


def test_answers_are_open_and_require_all_they_name(description: Description) -> None:
    for operation in description.operations.values():
        for written in operation.written["responses"].values():
            for content in description.follow(written).get("content", {}).values():
                schema = description.follow(content["schema"])
                assert set(schema["required"]) == set(schema["properties"]), operation.name
                assert "additionalProperties" not in schema, operation.name


def test_an_operation_has_the_errors_that_can_happen_there(description: Description) -> None:
    for operation in description.operations.values():
        statuses = {status for status in operation.written["responses"] if status >= "400"}
        expected = set(EVERYWHERE)
        if any(each["in"] == "path" for each in operation.parameters):
            expected.add("404")
        if any(each["name"] == "If-Match" for each in operation.parameters):
            expected.add("412")
        if "requestBody" in operation.written:
            expected.add("413")
        assert statuses - {"400"} == expected, operation.name
        if any(each["in"] == "query" for each in operation.parameters) or "requestBody" in operation.written:
            assert "400" in statuses, operation.name
        if operation.method == "get" and "400" in statuses:
            assert operation.name.startswith("List")


def test_errors_have_one_shape_and_tell_their_own_status(description: Description) -> None:
    for operation in description.operations.values():
        for status, written in operation.written["responses"].items():
            response = description.follow(written)
            if status >= "400":
                content = response["content"]["application/json"]
                assert content["schema"] == {"$ref": "#/components/schemas/Error"}
                for example in map(description.follow, content["examples"].values()):
                    assert str(example["value"]["status"]) == status
                    assert example["value"]["more_info"].endswith(f"/{example['value']['code']}")
    responses = description.root["components"]["responses"]
    for name, header in (("Unauthorized", "WWW-Authenticate"), ("TooManyRequests", "Retry-After")):
        assert description.follow(responses[name]["headers"][header])["required"] is True


def test_reservations_tasks_and_workers_carry_an_etag(description: Description) -> None:
    for operation in description.operations.values():
        (status,) = (each for each in operation.written["responses"] if each < "300")
        headers = description.follow(operation.written["responses"][status])["headers"]
        assert ("ETag" in headers) is (status != "204" and WITH_ETAG.search(operation.name) is not None)
        if "ETag" in headers:
            assert description.follow(headers["ETag"])["required"] is True


def test_properties_are_described_in_a_line(description: Description) -> None:
    for name, schema in description.root["components"]["schemas"].items():
        for wire_name, written in description.follow(schema).get("properties", {}).items():
            text = written.get("description") or description.follow(written).get("description", "")
            if wire_name != "meta" and written.get("type") != "array":
                assert text, f"{name}.{wire_name}"
            assert len(text) <= 100, f"{name}.{wire_name}"
            assert "\n" not in text, f"{name}.{wire_name}"


def test_a_summary_is_one_sentence(description: Description) -> None:
    for operation in (*description.operations.values(), *description.webhooks.values()):
        assert re.fullmatch(r"[A-Z][^.\n]{8,90}\.", operation.written["summary"]), operation.name
        assert set(operation.written["tags"]) <= {tag["name"] for tag in description.root["tags"]}


def test_every_conflict_of_the_sources_is_resolved_at_its_place() -> None:
    text = "\n".join((FOLDER / name).read_text("utf-8") for name in ("openapi.yaml", "sdk.overlay.yaml"))
    cited = {int(row) for each in re.findall(r"conflicts? (\d+(?: and \d+)*)", text) for row in each.split(" and ")}
    assert cited == set(range(1, 36)) - ELSEWHERE
