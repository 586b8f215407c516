"""What resources and their methods are called: as a person would say it, each by what sets it apart."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.tests.test_name_lock import api_of, description, written
from dovetail.python import placement
from dovetail.python.naming import name_everything
from dovetail.python.params import params_views
from dovetail.python.placement import place_models
from dovetail.python.resources import CALL_OPTIONS
from dovetail.python.signatures import options_of, signatures_of

LIST = {"type": "object", "properties": {"count": {"type": "integer"}, "result": {"type": "array", "items": {}}}}
NESTED = {"type": "object", "properties": {"result": {"type": "object", "properties": {"all": {"type": "array"}}}}}
ONE = {"type": "object", "properties": {"roles": {"type": "array"}}}


def operation(path: str, answer: Any = None, operation_id: str = "", query: str = "") -> dict[str, Any]:
    """An operation that takes the ids of its path, and a query that has to be given."""
    ids = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    parameters = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in ids]
    if query:
        parameters.append({"name": query, "in": "query", "required": True, "schema": {"type": "string"}})
    content = {"content": {"application/json": {"schema": answer}}} if answer is not None else {}
    named = {"operationId": operation_id} if operation_id else {}
    return {**named, "parameters": parameters, "responses": {"200": {"description": "It.", **content}}}


CALLS: dict[tuple[str, str], tuple[str, dict[str, Any]]] = {
    ("GET", "/labels"): ("labels.list", {"answer": {"type": "array"}}),
    ("PUT", "/labels"): ("labels.replace_all", {"operation_id": "setLabelsOfRepo"}),
    ("DELETE", "/labels"): ("labels.delete_all", {"operation_id": "removeEveryLabel"}),
    ("PUT", "/labels/{name}"): ("labels.replace", {}),
    ("DELETE", "/labels/{name}"): ("labels.delete", {}),
    ("DELETE", "/volumes"): ("volumes.delete_by_name", {"operation_id": "volumes_delete_byName"}),
    ("DELETE", "/volumes/{id}"): ("volumes.delete", {}),
    ("DELETE", "/caches"): ("caches.delete_by_key", {"query": "key"}),
    ("DELETE", "/caches/{id}"): ("caches.delete", {}),
    ("GET", "/log"): ("log.list", {"answer": LIST}),
    ("DELETE", "/log"): ("log.delete_all", {}),
    ("GET", "/log/{id}"): ("log.fetch", {"answer": ONE}),
    ("DELETE", "/log/{id}"): ("log.delete", {}),
    ("GET", "/collections"): ("collections.list", {"answer": NESTED}),
    ("GET", "/collections/{id}"): ("collections.fetch", {}),
    ("GET", "/user"): ("user.current_user", {"answer": ONE, "operation_id": "users/current_user"}),
    ("GET", "/user/{id}"): ("user.fetch", {"answer": ONE}),
    ("GET", "/rates/{table}"): ("rates.fetch", {}),
    ("GET", "/rates/{table}/{date}"): ("rates.fetch_by_date", {}),
    ("POST", "/accounts/{id}/login_links"): ("accounts(id).login_links.create", {}),
    ("GET", "/commits/{ref}/check-runs"): ("commits(ref).check_runs.list", {"answer": {"type": "array"}}),
    ("POST", "/customers/{id}/fund_cash_balance"): ("customers.fund_cash_balance", {}),
    ("POST", "/intents/{id}/verify_deposits"): ("intents.verify_deposits", {}),
}


def test_methods_of_all_and_of_one_are_told_apart() -> None:
    value = description([], [""], [])
    for (method, path), (_, given) in CALLS.items():
        value["paths"].setdefault(path, {})[method.lower()] = operation(path, **given)
    assert sorted(written(name_everything(api_of(value)).roots)) == sorted(call for call, _ in CALLS.values())


def test_classes_and_modules_are_called_by_what_sets_their_resources_apart() -> None:
    paths = {
        "/orgs/{org}/actions/secrets/{name}/repositories": "ActionsSecretRepositories",
        "/orgs/{org}/agents/secrets/{name}/repositories": "AgentsSecretRepositories",
        "/orgs/{org}/teams": "OrgTeams",
        "/user/keys": "UserKeys",
        "/users/{user}/keys": "UsersKeys",
        "/reports/repos-1-day": "ReportsRepos1Day",
        "/books": "BooksResource",
        "/nfs/{id}/mounts": "NfsMounts",
    }
    naming = name_everything(api_of(description(list(paths), ["Books"], [])))
    classes = {r.methods[0].operation.path: r.class_name for r in naming.resources if r.methods}
    assert classes == paths
    assert {naming.modules[name] for name in paths.values()} == {
        *("actions_secret_repositories", "agents_secret_repositories", "org_teams", "user_keys", "users_keys"),
        *("reports_repos_1_day", "books", "nfs_mounts"),
    }
    assert naming.nouns["BooksResource"] == "Books", "what only sets a class apart from a type is not said"


def test_another_media_type_is_one_more_method_whatever_the_status() -> None:
    value = description(["/jobs"], ["Job"], [])
    made = {"application/json": {"schema": {"type": "string"}}, "application/x-protobuf": {}}
    answers = {status: {"description": "Made.", "content": made} for status in ("200", "201", "202")}
    value["paths"]["/jobs"] = {"post": {"operationId": "makeJob", "responses": answers}}
    (jobs,) = name_everything(api_of(value)).resources
    assert [method.name for method in jobs.methods] == ["create", "create_as_protobuf"]
    kinds = [[content.media_type for it in way.operation.answers for content in it.contents] for way in jobs.methods]
    assert kinds == [["application/json"] * 3, ["application/x-protobuf"] * 3]


def test_what_methods_take_is_named_after_them_and_what_they_share_is_common() -> None:
    queries = [f"q{number}" for number in range(9)]
    value = description(["/plans", "/users/{id}/plans"], ["Plans"], queries)
    own = {"name": "own", "in": "query", "schema": {"type": "string"}}
    value["paths"]["/plans"]["get"]["parameters"].append(own)
    naming = name_everything(api_of(value))
    options = options_of(signatures_of(naming), naming)
    assert {key: (option.name, option.base and option.base.name) for key, option in options.items()} == {
        ("PlansResource", "fetch"): ("PlanFetch", "CommonPlanFetch"),
        ("UserPlans", "fetch"): ("CommonPlanFetch", None),
    }


def test_a_module_that_is_split_off_is_called_after_both_where_a_resource_is_called_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(placement, "FULL", 30)
    schemas = ["TaxCode", "TaxRate", "TaxRule", "Fee", "FeeLine"]
    paths = ["/tax", *(f"/{name}" for name in "abcdefghi")]
    placed = place_models(name_everything(api_of(description(paths, schemas, []))))
    assert placed == {name: "shared_tax" if name.startswith("Tax") else "shared" for name in sorted(schemas)}


def test_what_many_methods_take_is_split_into_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placement, "FULL", 15)
    queries = [f"q{number}" for number in range(9)]
    value = description(["/tax", "/users/{id}/tax"], ["Book"], queries)
    own = {"name": "own", "in": "query", "schema": {"type": "string"}}
    value["paths"]["/tax"]["get"]["parameters"].append(own)
    value["paths"]["/tax"]["post"] = {**value["paths"]["/tax"]["get"], "operationId": "createTax"}
    naming = name_everything(api_of(value))
    options = options_of(signatures_of(naming), naming).values()
    views = params_views(options, naming, {}, CALL_OPTIONS)
    classes = {module: [(it.name, it.base.partition(",")[0]) for it in view.classes] for module, view in views.items()}
    assert classes == {
        "shared": [("CommonTaxFetch", "CallOptions")],
        "tax": [("TaxFetch", "CommonTaxFetch")],
        "tax_create": [("TaxCreate", "CallOptions")],
    }
    assert "from .shared import CommonTaxFetch" in views["tax"].imports
