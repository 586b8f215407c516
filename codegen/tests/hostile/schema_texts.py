"""Code, markup and control characters in the texts of schemas."""

from __future__ import annotations

from .document import Json, description, hostile, operation
from .payloads import ALL, CODE, MARKS, numbered


@hostile("package")
def in_schema_names() -> Json:
    return description(schemas={text: {"type": "object", "properties": {"a": {"type": "string"}}} for text in ALL})


@hostile("package")
def in_property_names() -> Json:
    properties = {text: {"type": "string", "description": text} for text in ALL}
    nested = {text: {"type": "object", "properties": {text: {"type": "integer"}}} for text in CODE}
    return description(
        schemas={
            "Flat": {"type": "object", "properties": properties, "required": list(ALL)},
            "Nested": {"type": "object", "properties": nested},
        }
    )


@hostile("package")
def in_titles_formats_and_comments() -> Json:
    def schema(text: str) -> Json:
        words = {"title": text, "$comment": text, "description": text, "format": text}
        return {**words, "type": "object", "properties": {"a": {**words, "type": "string"}}}

    return description(schemas={f"S{number}": schema(text) for number, text in numbered()})


@hostile("package")
def in_defaults_and_examples() -> Json:
    def schema(text: str) -> Json:
        return {
            "type": "object",
            "default": {text: text},
            "examples": [text, {text: [text]}],
            "properties": {"a": {"type": "string", "default": text}, "b": {"default": [text, {text: text}]}},
        }

    return description(schemas={f"S{number}": schema(text) for number, text in numbered()})


@hostile("package")
def in_enums_and_consts() -> Json:
    strings = {"type": "string", "enum": list(dict.fromkeys(ALL)), "x-enum-varnames": list(ALL)}
    mixed = {"enum": [*CODE, None, True, 1, 1.0, [CODE[0]], {CODE[1]: CODE[2]}]}
    consts = {f"c{number}": {"const": text} for number, text in numbered()}
    objects = {"const": {text: [text] for text in CODE}}
    return description(
        schemas={"E": strings, "M": mixed, "C": {"type": "object", "properties": consts}, "O": objects},
    )


@hostile("package")
def in_enums_that_are_named() -> Json:
    def schema(text: str) -> Json:
        return {
            "type": "string",
            "enum": ["a", "b"],
            "x-enum-varnames": [text, "B"],
            "x-enumNames": [text, "B"],
            "x-enum-descriptions": [text, text],
            "x-ms-enum": {"name": text, "values": [{"value": "a", "name": text, "description": text}]},
        }

    return description(schemas={f"S{number}": schema(text) for number, text in numbered()})


@hostile("package")
def in_discriminators() -> Json:
    schemas: Json = {"Base": {"type": "object", "properties": {"kind": {"type": "string"}}, "required": ["kind"]}}
    for number, text in numbered(CODE + MARKS):
        own = {"type": "object", "properties": {text: {"type": "string"}}, "required": [text]}
        schemas[f"V{number}"] = own
        reference = f"#/components/schemas/V{number}"
        mapping = {text: reference, "../x": text}
        schemas[f"U{number}"] = {
            "oneOf": [{"$ref": reference}, {"$ref": "#/components/schemas/Base"}],
            "discriminator": {"propertyName": text, "mapping": mapping, "defaultMapping": text},
        }
    return description(schemas=schemas)


@hostile("package")
def in_multipart_encodings() -> Json:
    properties = {text: {"type": "string", "format": "binary"} for text in ALL}
    encoding = {text: {"contentType": text, "headers": {text: {"schema": {"const": text}}}} for text in ALL}
    content = {"multipart/form-data": {"schema": {"type": "object", "properties": properties}, "encoding": encoding}}
    form = {"application/x-www-form-urlencoded": {"schema": {"type": "object", "properties": properties}}}
    bodies = {"/multipart": content, "/form": form}
    return description(
        {path: {"post": {**operation(path[1:]), "requestBody": {"content": body}}} for path, body in bodies.items()}
    )


@hostile("package")
def in_required_and_dependent_names() -> Json:
    schema = {
        "type": "object",
        "required": list(ALL),
        "properties": {"a": {"type": "string"}},
        "patternProperties": {text: {"type": "string"} for text in ALL},
        "dependentRequired": {text: [text] for text in ALL},
        "dependentSchemas": {text: {"required": [text]} for text in ALL},
        "propertyNames": {"enum": list(ALL)},
        "$defs": {text: {"type": "string"} for text in ALL},
        "contentMediaType": CODE[0],
        "contentEncoding": CODE[1],
    }
    return description(schemas={"S": schema})


@hostile("package")
def in_xml_names() -> Json:
    xml = {"name": CODE[0], "namespace": CODE[3], "prefix": CODE[1]}
    schema = {"type": "object", "xml": xml, "properties": {"a": {"type": "string", "xml": {**xml, "attribute": True}}}}
    content = {"application/xml": {"schema": schema}}
    answer = {"200": {"description": "", "content": content}}
    return description({"/x": {"post": {"requestBody": {"content": content}, "responses": answer}}})


@hostile("either")
def in_unknown_keys_everywhere() -> Json:
    noise = dict.fromkeys((*CODE, *MARKS), CODE[0])
    schema = {"type": "object", "properties": {"a": {"type": "string", **noise}}, **noise}
    return {**description({"/x": {"get": {**operation("x", schema), **noise}, **noise}}), **noise}
