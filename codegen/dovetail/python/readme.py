"""The README of a generated SDK, planned: what it is, and how this API is called with it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from ..api.model import Api
from .client import RESERVED
from .docstrings import literal, sentence, shown
from .examples import Example, Examples
from .naming import Naming
from .operations import Operations
from .package import distribution_name
from .security import Proof, proofs_of, usual_security
from .servers import place_of
from .signatures import Signature
from .views import AliasView, CallView, ReadmeView

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_LONGEST = 500
_CODE_SPAN = re.compile(r"(`[^`\n]+`)")


def readme_view(naming: Naming, signatures: Sequence[Signature], operations: Operations, package: str) -> ReadmeView:
    """Decide what the README shows."""
    api = naming.api
    proofs = proofs_of(api, RESERVED)
    examples = Examples(naming, signatures)
    first = next(iter((*examples.reads, *examples.lists, *examples.writes, *examples.all)), None)
    others = [one for one in (*examples.reads[:1], *examples.writes[:1]) if one is not first]
    listed = next(iter(examples.lists), None)
    raw = next((one for one in (*examples.reads, *examples.writes)), None)
    return ReadmeView(
        title=prose(api.title) or package,
        about=prose(api.description.partition("\n\n")[0]),
        source=inline(api.source),
        version=inline(api.version),
        package=package,
        distribution=distribution_name(package),
        arguments=", ".join(arguments_of(api)),
        credentials=tuple(_credential(proof) for proof in proofs),
        first=_call(first, examples),
        calls=tuple(_shown(one, examples) for one in others),
        paged=listed.written("limit=100") if listed else "",
        streams=tuple(CallView(doc=_doc(one), code=one.written()) for one in examples.streams[:1]),
        downloads=tuple(CallView(doc=_doc(one), code=one.written()) for one in examples.downloads[:1]),
        failing=raw.written(indent=4) if raw else "",
        awaited=raw.written(indent=8) if raw else "",
        sent=_sent(raw, operations) if raw else "",
        plain=_sent(raw, operations, ".plain") if raw else "",
    )


def prose(text: str) -> str:
    """Text of a description as one line of Markdown that says just this: no markup, no HTML, no link."""
    return re.sub(r"^(\d+)([.)])|^([-+=:])", r"\1\\\2\3", inline(text))


def inline(text: str) -> str:
    """The same, for where it begins no line."""
    line = textwrap.shorten(_LINK.sub(r"\1", shown(text)), _LONGEST, placeholder=" …")
    return _MARKUP.sub(r"\\\1", line.replace("&", "&amp;"))


def every_credential(api: Api) -> list[str]:
    """The arguments of a constructor that give every credential but a certificate."""
    return [given for proof in proofs_of(api, RESERVED) if not proof.is_certificate for given in _proof(proof)]


def arguments_of(api: Api) -> list[str]:
    """The arguments of a constructor: credentials as most operations ask for them, and a place where none is known."""
    proofs = proofs_of(api, RESERVED)
    usual = usual_security(api)
    needed = set(usual[0]) if usual else set[str]()
    given = [argument for proof in proofs if proof.scheme.name in needed for argument in _proof(proof)]
    place = place_of(api, [*RESERVED, *(name for proof in proofs for name in proof.names)])
    if any(str(parameter) == "base_url: str" for parameter in place.parameters):
        given.append('base_url="https://api.example.com"')
    return given


def _proof(proof: Proof) -> list[str]:
    if len(proof.names) == 2:
        return [f"{name}={literal(f'your-{name}')}" for name in proof.names]
    name = proof.names[0]
    if proof.is_certificate:
        return [f'{name}="client.pem"']
    if (proof.scheme.type, proof.scheme.scheme) == ("http", "basic"):
        return [f'{name}=("your-username", "your-password")']
    return [f"{name}={literal('your-' + name.replace('_', '-'))}"]


def _credential(proof: Proof) -> AliasView:
    names = " and ".join(f"`{name}`" for name in proof.names)
    doc = proof.doc.removeprefix(f"{names}: ")
    parts = [part if at % 2 else inline(part) for at, part in enumerate(_CODE_SPAN.split(" ".join(doc.split())))]
    return AliasView(name=names, value=proof.names[0], doc=re.sub(" (?=[.,;:])", "", " ".join(filter(None, parts))))


def _call(example: Example | None, examples: Examples) -> str:
    """Code that makes the call and shows what came."""
    if example is None:
        return ""
    if example in examples.lists:
        return f"for item in {example.written('limit=10')}:\n    print(item)"
    if example in examples.downloads:
        return f"with {example.written()} as download:\n    print(len(download.read()))"
    if example in examples.streams:
        return f"with {example.written()} as stream:\n    for item in stream:\n        print(item)"
    success = example.signature.operation.success
    if success is None or not success.contents:
        return example.written()
    return f"answer = {example.written()}\nprint(answer)"


def _shown(example: Example, examples: Examples) -> CallView:
    return CallView(doc=_doc(example), code=_call(example, examples))


def _doc(example: Example) -> str:
    operation = example.signature.operation
    return prose(sentence(operation.summary or operation.description.partition("\n")[0] or operation.id))


def _sent(example: Example, operations: Operations, form: str = "") -> str:
    """The same call as data: an operation, in a form of it, and its arguments by name."""
    signature = example.signature
    names = [argument.name for argument in (*signature.ids, *signature.required)]
    values = [value.removeprefix(f"{name}=") for name, value in zip(names, example.arguments, strict=True)]
    given = {**example.parents, **dict(zip(names, values, strict=True))}
    written = ", ".join(f"{literal(name)}: {value}" for name, value in given.items())
    constant = operations.name(signature)
    return f"client.send(operations.{constant}{form}, {{{written}}})"
