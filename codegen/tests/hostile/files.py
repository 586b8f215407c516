"""References out of the tree, bytes that are no text, and what YAML can be made to mean."""

from __future__ import annotations

import json

from .document import OUTSIDE, Json, description, hostile, operation

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
PATHS = "paths: {/x: {get: {operationId: x, responses: {'200': {description: OK}}}}}\n"
PLAIN = HEAD + PATHS


def reaching(*targets: str) -> Json:
    """Schemas and path items by references that a careless reader follows."""
    schemas = {f"S{n}": {"$ref": target} for n, target in enumerate(targets)}
    items: Json = {f"/item{n}": {"$ref": target} for n, target in enumerate(targets)}
    return description({**items, "/x": {"get": operation("x")}}, schemas)


def text(value: object) -> bytes:
    return json.dumps(value).encode()


@hostile("either")
def references_to_system_files() -> Json:
    return reaching(
        "file:///etc/passwd", "/etc/passwd", "../../../../../../../../etc/passwd", "/proc/self/environ", "/dev/zero"
    )


@hostile("either")
def references_to_devices() -> Json:
    return reaching("/dev/stdin", "file:///dev/random", "/proc/self/fd/0", "/proc/self/mem", "/dev/tty")


@hostile("either")
def references_to_the_network() -> Json:
    return reaching(
        "http://169.254.169.254/latest/meta-data/",
        "https://127.0.0.1:1/x.yaml",
        "//127.0.0.1/share/x.yaml",
        "\\\\127.0.0.1\\share\\x.yaml",
        "ftp://127.0.0.1/x",
        "gopher://127.0.0.1/x",
        "data:application/json,{}",
        "http://[::1]:1/",
        "http://user:password@127.0.0.1/",
        "HTTP://127.0.0.1/x",
        "jar:file:///x!/y",
    )


@hostile("either")
def references_out_of_the_folder() -> Json:
    return reaching("../outside", "../outside#/type", "%2e%2e/outside", "./../outside", "x/../../outside")


@hostile("either")
def references_that_are_no_paths() -> Json:
    return reaching(
        "\x00",
        "a\x00.yaml",
        "%00",
        "%zz",
        "?",
        "#",
        "#/%",
        "#/~2",
        "..",
        ".",
        "",
        " ",
        "C:\\x.yaml",
        "c:/x",
        "~/x.yaml",
        "x" * 5000,
        "\ud800.yaml",
        "*.yaml",
    )


@hostile("either")
def a_link_out_of_the_tree() -> dict[str, bytes | str]:
    return {"spec.json": text(reaching("link.yaml", "folder/outside")), "link.yaml": "../outside", "folder": ".."}


@hostile("refused")
def a_link_to_itself() -> dict[str, bytes | str]:
    return {"spec.yaml": "spec.yaml"}


@hostile("either")
def a_link_in_a_circle() -> dict[str, bytes | str]:
    return {"spec.json": text(reaching("a.yaml")), "a.yaml": "b.yaml", "b.yaml": "a.yaml"}


@hostile("either")
def files_in_a_circle() -> dict[str, bytes]:
    return {
        "spec.json": text(reaching("a.json#/x", "b.json")),
        "a.json": text({"x": {"$ref": "b.json#/x"}}),
        "b.json": text({"x": {"$ref": "a.json#/x"}, "$ref": "spec.json#/components/schemas/S1"}),
    }


@hostile("either")
def files_that_are_broken() -> dict[str, bytes]:
    return {
        "spec.json": text(reaching("a.json", "b.yaml#/x", "c.yaml", "d.yaml", "e")),
        "a.json": b"{",
        "b.yaml": b"\xff\xfe\x00",
        "c.yaml": b"",
        "d.yaml": b"--- 1\n--- 2\n",
        "e": b"\x7fELF\x00\x00",
    }


@hostile("package")
def names_of_files() -> dict[str, bytes]:
    names = ["__import__('os')", '"""', "a b", "{{ 7*7 }}", "import", "\u202e"]
    schema = text({"type": "object", "properties": {"a": {"type": "string"}}})
    from urllib.parse import quote

    return {
        "spec.json": text(reaching_schemas([quote(f"{name}.json") for name in names])),
        **{f"{name}.json": schema for name in names},
    }


def reaching_schemas(targets: list[str]) -> Json:
    return description({f"/x{n}": {"post": operation(f"x{n}", {"$ref": target})} for n, target in enumerate(targets)})


@hostile("refused")
def a_billion_laughs() -> bytes:
    levels = "".join(f"  l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 12))
    return f"{PLAIN}x-laughs:\n  l0: &l0 [lol]\n{levels}".encode()


@hostile("refused")
def a_billion_merges() -> bytes:
    levels = "".join(
        f"  l{n}: &l{n} {{{', '.join(f'k{m}: *l{n - 1}' for m in range(9))}, <<: *l{n - 1}}}\n" for n in range(1, 12)
    )
    return f"{PLAIN}x-laughs:\n  l0: &l0 {{a: lol}}\n{levels}".encode()


@hostile("refused")
def large_aliases() -> bytes:
    return f"{PLAIN}x-a: &a [{'x, ' * 50_000}]\nx-b: [{'*a, ' * 1000}]\n".encode()


@hostile("refused")
def an_alias_of_itself() -> bytes:
    return f"{PLAIN}x-a: &a {{b: *a}}\n".encode()


@hostile("either")
def aliases_of_nothing() -> bytes:
    return f"{PLAIN}x-a: *none\n".encode()


@hostile("either")
def merges_of_what_is_no_map() -> bytes:
    return (
        f"{PLAIN}x-a: {{<<: 1}}\nx-b: {{<<: [1, {{a: 1}}]}}\nx-c: {{<<: null, <<: x}}\nx-d: &d {{<<: [*d]}}\n".encode()
    )


@hostile("either")
def tags_that_make_objects() -> bytes:
    tags = (
        "!!python/object/apply:os.system ['touch CANARY']",
        "!!python/object/new:os.system ['touch CANARY']",
        "!!python/name:os.system ''",
        "!!python/module:os ''",
        "!!python/tuple [1]",
        "!!binary aGVsbG8=",
        "!!set {a, b}",
        "!!omap [a: 1]",
        "!!timestamp 2001-01-01",
        "!<tag:yaml.org,2002:python/object:os._wrap_close> {}",
        "!include /etc/passwd",
        "!ENV ${HOME}",
        "!!js/function 'function(){}'",
    )
    return (PLAIN + "".join(f"x-{n}: {tag}\n" for n, tag in enumerate(tags))).encode()


@hostile("either")
def keys_that_are_no_strings() -> bytes:
    keys = ("1", "1.5", "true", "null", "~", "2001-01-01", "!!binary aGk=", "[a, b]", "{a: b}", "? a")
    return (PLAIN + "".join(f"? {key}\n: {number}\n" for number, key in enumerate(keys))).encode()


@hostile("package")
def keys_twice_in_json() -> dict[str, bytes]:
    paths = '"paths": {"/x": {"get": {"responses": {}, "responses": {"200": {"description": ""}}}}}'
    twice = f'{{"openapi": "3.1.0", "info": {{"title": "a", "title": "b", "version": "1"}}, {paths}, {paths}}}'
    return {"spec.json": twice.encode()}


@hostile("package")
def keys_twice_in_yaml() -> bytes:
    return f"{HEAD}{PATHS}{PATHS}x-a: {{a: 1, a: 2}}\nx-a: 3\n".encode()


@hostile("refused")
def several_documents() -> bytes:
    return f"{PLAIN}---\n{PLAIN}".encode()


@hostile("either")
def directives() -> bytes:
    return f"%YAML 9.9\n%TAG ! tag:x,2000:\n%FOO bar\n---\n{PLAIN}x: !foo 1\n...\n".encode()


@hostile("package")
def a_byte_order_mark() -> bytes:
    return b"\xef\xbb\xbf" + PLAIN.encode()


@hostile("package")
def utf_16() -> bytes:
    return PLAIN.encode("utf-16")


@hostile("package")
def utf_32_json() -> dict[str, bytes]:
    return {"spec.json": json.dumps(description({"/x": {"get": operation("x")}})).encode("utf-32")}


@hostile("refused")
def utf_16_without_a_mark() -> bytes:
    return PLAIN.encode("utf-16-be")


@hostile("refused")
def bytes_that_are_no_utf_8() -> bytes:
    return PLAIN.encode() + b"x-a: \xff\xc0\xaf\xed\xa0\x80\n"


@hostile("refused")
def half_a_character() -> bytes:
    return PLAIN.encode() + b"x-a: \xf0\x9f"


@hostile("package")
def carriage_returns() -> bytes:
    return PLAIN.replace("\n", "\r\n").encode() + b"x-a: |\r\n  a\r\n  b\r\n"


@hostile("either")
def old_line_ends() -> bytes:
    return PLAIN.replace("\n", "\r").encode()


@hostile("refused")
def tabs() -> bytes:
    return b"openapi: 3.1.0\ninfo:\n\ttitle: T\n\tversion: '1'\npaths: {}\n"


@hostile("either")
def control_characters_in_yaml() -> bytes:
    return PLAIN.encode() + b'x-a: "a\x00b\x07\x1b[31m\x7f"\nx-b: \x0c\nx-c: "\\ud800\\udc00 \\udc00 \\x00"\n'


@hostile("package")
def control_characters_in_json() -> dict[str, bytes]:
    raw = json.dumps(description({"/x": {"get": operation("x", summary="@")}})).replace("@", "a\x00\x07\x1b[31m\n\t")
    return {"spec.json": raw.encode()}


@hostile("package")
def lone_surrogates() -> dict[str, bytes]:
    raw = json.dumps(
        description({"/x": {"get": operation("x", summary="@")}}, {"@S": {"type": "string", "enum": ["@"]}})
    )
    return {"spec.json": raw.replace("@", "\\ud800\\u0041\\udc00\\ud83d\\ude00").encode()}


@hostile("refused")
def nothing() -> bytes:
    return b""


@hostile("refused")
def nothing_but_zeros() -> bytes:
    return b"\x00" * 100_000


@hostile("refused")
def nothing_but_comments() -> bytes:
    return b"# nothing\n" * 50_000


@hostile("refused")
def a_picture() -> dict[str, bytes]:
    return {"spec.json": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100}


@hostile("refused")
def a_scalar() -> bytes:
    return b"'" + b"x" * 900_000 + b"'"


@hostile("refused")
def a_list() -> dict[str, bytes]:
    return {"spec.json": b"[" + b"1," * 300_000 + b"1]"}


@hostile("refused")
def an_old_version() -> bytes:
    return b"swagger: '2.0'\ninfo: {title: \"\\e[31m\", version: 1}\npaths: {}\n"


@hostile("refused")
def a_version_that_is_code() -> Json:
    return {
        "openapi": "3.1.0\n__import__('os').system('touch CANARY')",
        "info": {"title": OUTSIDE[:5], "version": "1"},
        "paths": {},
    }
