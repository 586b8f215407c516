"""Renames every name of a description consistently, and takes the change back out of what was generated.

Each word of a name gets the same two letters in front: `TaskQueue` becomes `ZqtaskZqqueue`, `task_queue`
`zqtask_zqqueue`. That keeps the number of names and words, their endings, and their order. What HTTP names stays:
headers; and so do the values of enums, which are no names.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from typing import Any

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+")
_MARK = re.compile(r"ZQ|Zq(\w)|zq")
_SCHEMAS = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "contentSchema")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def renamed(name: str) -> str:
    """The name with a mark before each of its words, in the word's own case."""

    def marked(match: re.Match[str]) -> str:
        word = match[0]
        if word.isupper() and len(word) > 1:
            return f"ZQ{word}"
        return f"Zq{word.lower()}" if word[0].isupper() else f"zq{word}"

    return _WORD.sub(marked, name)


def restored(text: str) -> str:
    """The text without any mark."""
    return _MARK.sub(lambda match: (match[1] or "").upper(), text)


def _pointer(pointer: str) -> str:
    return "/".join(renamed(token) for token in pointer.split("/"))


def _expression(text: str) -> str:
    head, mark, pointer = text.partition("#")
    parts = head.split(".")
    names = [
        part if part.startswith("$") or part in ("body", "path", "query", "header") else renamed(part) for part in parts
    ]
    return ".".join(names) + mark + _pointer(pointer)


def description(root: Mapping[str, Any]) -> dict[str, Any]:
    """The whole description, renamed."""
    value = dict(root)
    value["tags"] = [{**tag, "name": renamed(tag["name"])} for tag in root.get("tags", [])]
    value["paths"] = {_pointer(path): _path_item(item) for path, item in root["paths"].items()}
    value["webhooks"] = {renamed(name): _path_item(item) for name, item in root.get("webhooks", {}).items()}
    value["security"] = [_requirement(requirement) for requirement in root.get("security", [])]
    sections: dict[str, Callable[[Any], Any]] = {
        "schemas": _schema,
        "parameters": _parameter,
        "requestBodies": _request_body,
        "responses": _response,
        "headers": _header,
        "links": _link,
    }
    value["components"] = {
        section: {renamed(name): sections.get(section, dict)(item) for name, item in items.items()}
        for section, items in root.get("components", {}).items()
    }
    return value


def _requirement(requirement: Mapping[str, Any]) -> dict[str, Any]:
    return {renamed(name): scopes for name, scopes in requirement.items()}


def _reference(value: Any) -> dict[str, Any] | None:
    if not isinstance(value, Mapping) or not isinstance(value.get("$ref"), str):
        return None
    head, _, name = value["$ref"].rpartition("/")
    return {**value, "$ref": f"{head}/{renamed(name)}"}


def _path_item(item: Mapping[str, Any]) -> dict[str, Any]:
    value = dict(item)
    if "parameters" in item:
        value["parameters"] = [_parameter(parameter) for parameter in item["parameters"]]
    if resource := item.get("x-dovetail-resource"):
        path = ".".join(renamed(part) for part in resource["path"].split("."))
        value["x-dovetail-resource"] = {"path": path, "class": renamed(resource["class"])}
    return value | {method: _operation(item[method]) for method in _METHODS if method in item}


def _operation(operation: Mapping[str, Any]) -> dict[str, Any]:
    value = dict(operation)
    if "operationId" in operation:
        value["operationId"] = renamed(operation["operationId"])
    if "tags" in operation:
        value["tags"] = [renamed(tag) for tag in operation["tags"]]
    if "parameters" in operation:
        value["parameters"] = [_parameter(parameter) for parameter in operation["parameters"]]
    if "requestBody" in operation:
        value["requestBody"] = _request_body(operation["requestBody"])
    value["responses"] = {status: _response(response) for status, response in operation["responses"].items()}
    if "security" in operation:
        value["security"] = [_requirement(requirement) for requirement in operation["security"]]
    if pages := operation.get("x-dovetail-pages"):
        renames: dict[str, Callable[[Any], Any]] = {
            "items": _pointer,
            "next": _pointer,
            "size": renamed,
            "page": lambda names: [renamed(name) for name in names],
        }
        value["x-dovetail-pages"] = {key: renames[key](item) for key, item in pages.items()}
    verbs = operation.get("x-dovetail-verbs", {})
    if verbs:
        value["x-dovetail-verbs"] = {renamed(name): _verb(verb) for name, verb in verbs.items()}
    return value


def _verb(verb: Mapping[str, Any]) -> dict[str, Any]:
    value = dict(verb)
    for key in ("properties", "required"):
        if key in verb:
            value[key] = [renamed(name) for name in verb[key]]
    value["fixed"] = {renamed(name): item for name, item in verb.get("fixed", {}).items()}
    if "prefix" in verb:
        value["prefix"] = renamed(verb["prefix"])
    return value


def _parameter(parameter: Mapping[str, Any]) -> dict[str, Any]:
    if (reference := _reference(parameter)) is not None:
        return reference
    value = dict(parameter)
    if parameter["in"] != "header":
        value["name"] = renamed(parameter["name"])
    return value | ({"schema": _schema(parameter["schema"])} if "schema" in parameter else {})


def _request_body(body: Mapping[str, Any]) -> dict[str, Any]:
    return _reference(body) or {**body, "content": _content(body["content"])}


def _content(content: Mapping[str, Any]) -> dict[str, Any]:
    value = {}
    for name, media in content.items():
        value[name] = dict(media)
        if "schema" in media:
            value[name]["schema"] = _schema(media["schema"])
        if "encoding" in media:
            value[name]["encoding"] = {renamed(key): item for key, item in media["encoding"].items()}
        if "examples" in media:
            value[name]["examples"] = {key: _reference(item) or item for key, item in media["examples"].items()}
    return value


def _response(response: Mapping[str, Any]) -> dict[str, Any]:
    if (reference := _reference(response)) is not None:
        return reference
    value = dict(response)
    if "content" in response:
        value["content"] = _content(response["content"])
    if "headers" in response:
        value["headers"] = {name: _header(header) for name, header in response["headers"].items()}
    if "links" in response:
        value["links"] = {renamed(name): _link(link) for name, link in response["links"].items()}
    return value


def _header(header: Mapping[str, Any]) -> dict[str, Any]:
    return _reference(header) or {**header, **({"schema": _schema(header["schema"])} if "schema" in header else {})}


def _link(link: Mapping[str, Any]) -> dict[str, Any]:
    if (reference := _reference(link)) is not None:
        return reference
    value = dict(link)
    if "operationId" in link:
        value["operationId"] = renamed(link["operationId"])
    for key in ("parameters", "requestBody"):
        if isinstance(link.get(key), Mapping):
            value[key] = {
                _expression(name): _expression(item) if isinstance(item, str) and item.startswith("$") else item
                for name, item in link[key].items()
            }
    return value


def _schema(schema: Any) -> Any:
    if not isinstance(schema, Mapping):
        return schema
    value = _reference(schema) or dict(schema)
    for key in _SCHEMAS:
        if key in value:
            value[key] = _schema(value[key])
    for key in _LISTS:
        if key in value:
            value[key] = [_schema(item) for item in value[key]]
    if "properties" in value:
        value["properties"] = {renamed(name): _schema(item) for name, item in value["properties"].items()}
    if "required" in value:
        value["required"] = [renamed(name) for name in value["required"]]
    if "dependentRequired" in value:
        pairs = value["dependentRequired"].items()
        value["dependentRequired"] = {renamed(name): [renamed(item) for item in items] for name, items in pairs}
    if lifecycle := value.get("x-dovetail-lifecycle"):
        named = {key: renamed(lifecycle[key]) for key in ("property", "request") if key in lifecycle}
        value["x-dovetail-lifecycle"] = {**lifecycle, **named}
    return value


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def structure(text: str) -> str:
    """What Python text says without marks and however it is laid out.

    No order of imports, of lists of names and of keys; no lines in docstrings.
    """
    tree = ast.parse(text)
    imports = sorted(
        restored(f"{'.' * node.level}{node.module or ''} {alias.name} {alias.asname}")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    )
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.If):
            node.body = [inner for inner in node.body if not isinstance(inner, ast.ImportFrom)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            node.value.value = " ".join(node.value.value.split())
    for node in ast.walk(tree):
        match node:
            case ast.List(elts=items) if all(map(_is_text, items)):
                node.elts = sorted(items, key=lambda item: restored(ast.unparse(item)))
            case ast.Dict(keys=keys, values=values) if all(key is not None and _is_text(key) for key in keys):
                pairs = sorted(
                    zip(keys, values, strict=True), key=lambda pair: restored(str(pair[0] and ast.dump(pair[0])))
                )
                node.keys, node.values = [key for key, _ in pairs], [value for _, value in pairs]
    said = "\n".join([*imports, restored(ast.dump(tree, indent=1))])
    # A keyword of Python is kept apart by an underscore, and is no keyword under another name.
    return re.sub(r"\b([A-Za-z]\w*[A-Za-z0-9])_\b", r"\1", said)
