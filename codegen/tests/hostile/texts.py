"""Code, markup and control characters in the texts of operations, servers and security schemes."""

from __future__ import annotations

import json
from typing import Any

from .document import Json, description, hostile, operation, query
from .payloads import ALL, CODE, RUN, numbered


def one(**more: Any) -> Json:
    """One operation, so that there is something to generate."""
    return description({"/x": {"get": operation("x")}}, **more)


@hostile("package")
def in_operation_ids() -> Json:
    return description({f"/x{number}": {"get": operation(text)} for number, text in numbered()})


@hostile("package")
def in_summaries_and_descriptions() -> Json:
    paths = {
        f"/x{number}": {
            "summary": text,
            "description": text,
            "get": operation(f"x{number}", summary=text, description=text, deprecated=True),
        }
        for number, text in numbered()
    }
    return description(paths)


@hostile("package")
def in_tags() -> Json:
    paths = {f"/x{number}": {"get": operation(f"x{number}", tags=[text])} for number, text in numbered()}
    return description(paths, tags=[{"name": text, "description": text, "summary": text} for text in ALL])


@hostile("package")
def in_paths() -> Json:
    return description({f"/{number}/{text}": {"get": {"responses": {}}} for number, text in numbered()})


@hostile("package")
def in_path_variables() -> Json:
    def variable(text: str) -> Json:
        return {"name": text, "in": "path", "required": True, "schema": {"type": "string"}}

    paths = {
        f"/{number}/{{{text}}}": {"get": {**operation(f"x{number}"), "parameters": [variable(text)]}}
        for number, text in numbered()
    }
    return description(paths)


@hostile("package")
def in_parameter_names() -> Json:
    paths = {
        f"/{place}": {
            "get": {
                **operation(f"by_{place}"),
                "parameters": [
                    {"name": text, "in": place, "description": text, "schema": {"type": "string"}} for text in ALL
                ],
            }
        }
        for place in ("query", "header", "cookie")
    }
    return description(paths)


@hostile("package")
def in_parameter_values() -> Json:
    def parameters(number: int, text: str) -> list[Json]:
        schema = {"type": "string", "enum": [text, "other"], "default": text, "example": text}
        return [
            query(f"enum{number}", schema, example=text),
            query(f"const{number}", {"const": text, "title": text}),
            query(f"items{number}", {"type": "array", "items": {"type": "string"}, "default": [text]}),
        ]

    given = [parameter for number, text in numbered() for parameter in parameters(number, text)]
    return description({"/x": {"get": {**operation("x"), "parameters": given}}})


@hostile("package")
def in_media_types() -> Json:
    def body(text: str) -> Json:
        content = {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}
        return {"content": {text: content, "application/json": content}}

    paths = {
        f"/x{number}": {
            "post": {
                "operationId": f"x{number}",
                "requestBody": body(text),
                "responses": {"200": {"description": text, **body(text)}, "4XX": {"description": text, **body(text)}},
            }
        }
        for number, text in numbered()
    }
    return description(paths)


@hostile("package")
def in_media_types_alone() -> Json:
    texts = (*ALL, f"application/{CODE[3]}", f"text/plain; charset={CODE[0]}", "multipart/form-data; boundary=\r\n")
    paths = {
        f"/x{number}": {
            "post": {
                "requestBody": {"content": {text: {"schema": {"type": "string"}}}},
                "responses": {"200": {"description": "", "content": {text: {}}}},
            }
        }
        for number, text in numbered(texts)
    }
    return description({**paths, "/y": {"get": operation("y")}})


@hostile("package")
def in_statuses_and_headers() -> Json:
    headers = {text: {"description": text, "schema": {"type": "string", "const": text}} for text in ALL}
    responses = {text: {"description": text} for text in ALL}
    answer = {"200": {"description": "OK", "headers": headers, "content": {}}}
    return description({"/x": {"get": {"operationId": "x", "responses": {**responses, **answer}}}})


@hostile("package")
def in_methods() -> Json:
    methods = {text: operation(f"m{number}") for number, text in numbered()}
    return description({"/x": {"get": operation("x"), "additionalOperations": methods, **methods}}, openapi="3.2.0")


@hostile("package")
def in_links() -> Json:
    links = {
        text: {
            "operationId": "x",
            "description": text,
            "parameters": {text: text, "query.q": "$request.body#/" + text},
            "requestBody": text,
            "server": {"url": text},
        }
        for text in ALL
    }
    by_reference = {f"r{number}": {"operationRef": text} for number, text in numbered()}
    by_name = {f"o{number}": {"operationId": text} for number, text in numbered()}
    answer = {"description": "OK", "links": {**links, **by_reference, **by_name}}
    return description({"/x": {"get": {**operation("x"), "responses": {"200": answer}}}})


@hostile("package")
def in_callbacks_and_webhooks() -> Json:
    item = {"post": operation("called")}
    callbacks = {text: {f"{{$request.query.{text}}}": item, text: item} for text in ALL}
    webhooks = {text: {"post": {"responses": {"200": {"description": text}}}} for text in ALL}
    return description({"/x": {"get": operation("x", callbacks=callbacks)}}, webhooks=webhooks)


@hostile("package")
def in_the_head() -> Json:
    info: Json = {"title": ALL[0], "version": CODE[3], "summary": CODE[2], "description": CODE[0]}
    info["contact"] = {"name": CODE[0], "url": f"javascript:{RUN}", "email": CODE[3]}
    info["license"] = {"name": CODE[0], "identifier": '" ; import os', "url": CODE[1]}
    info["termsOfService"] = CODE[3]
    return one(info=info, externalDocs={"url": CODE[0], "description": CODE[1]})


@hostile("package")
def in_a_version_and_title_of_lines() -> Json:
    info = {"title": '"\n[tool.x]\ny = "', "version": '1"\nrequires = ["evil"]\n#', "description": "\\"}
    return one(info=info)


@hostile("package")
def in_servers() -> Json:
    urls = [
        *ALL,
        "https://{host}:{port}/{x}",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://[::1",
        "http://a:b",
    ]
    return one(servers=[{"url": url, "description": url, "name": url} for url in urls])


@hostile("package")
def in_server_variables() -> Json:
    servers = [
        {
            "url": f"https://x.example/{{{text}}}/{{b}}",
            "variables": {
                text: {"default": text, "enum": [text, "other"], "description": text},
                "b": {"default": CODE[0], "enum": [CODE[3]]},
            },
        }
        for text in ALL
    ]
    return one(servers=servers)


@hostile("package")
def in_security_schemes() -> Json:
    kinds: list[Json] = [
        {"type": "http", "scheme": "basic"},
        {"type": "http", "scheme": "bearer", "bearerFormat": CODE[0]},
        {"type": "apiKey", "in": "header", "name": CODE[3]},
        {"type": "apiKey", "in": "query", "name": CODE[0]},
        {"type": "apiKey", "in": "cookie", "name": "a\r\nb: c"},
        {"type": "openIdConnect", "openIdConnectUrl": CODE[3]},
        {"type": "mutualTLS"},
        {"type": "http", "scheme": CODE[3]},
    ]
    schemes = {text: {**kinds[number % len(kinds)], "description": text} for number, text in numbered()}
    security: list[Json] = [{text: []} for text in ALL]
    return one(components={"securitySchemes": schemes}, security=security)


@hostile("package")
def in_oauth_flows() -> Json:
    def scheme(text: str) -> Json:
        scopes = {text: text, "plain": CODE[0]}
        urls = {"tokenUrl": text, "refreshUrl": text, "authorizationUrl": text, "deviceAuthorizationUrl": text}
        flows = ("clientCredentials", "authorizationCode", "implicit", "password", "deviceAuthorization", text)
        return {"type": "oauth2", "flows": {flow: {**urls, "scopes": scopes} for flow in flows}}

    schemes = {f"s{number}": scheme(text) for number, text in numbered()}
    security = [{f"s{number}": [text]} for number, text in numbered()]
    return one(components={"securitySchemes": schemes}, security=security)


@hostile("either")
def in_extensions() -> Json:
    words = (
        "x-dovetail",
        "x-dovetail-name",
        "x-dovetail-package",
        "x-logo",
        "x-codeSamples",
        "x-internal",
        "x-sdk-name",
    )
    extensions = {word: CODE[number] for number, word in enumerate(words)}
    nested = {word: {CODE[0]: [CODE[1], {CODE[2]: CODE[3]}]} for word in words}
    schema = {"type": "object", "properties": {"a": {"type": "string", **extensions}}, **extensions}
    paths = {"/x": {"get": {**operation("x", schema), **nested}, **extensions}}
    return description(paths, schemas={"S": {**schema, **nested}}, **extensions)


@hostile("package")
def in_the_name_of_the_file() -> dict[str, bytes]:
    name = CODE[3].replace("/", "-") + '\n"""\r\u202e{{ 7*7 }}.json'
    return {name: json.dumps(one()).encode()}
