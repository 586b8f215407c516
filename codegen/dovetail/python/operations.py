"""The `operations` package of the SDK, planned: every operation as data, emitted once.

Rows that several operations have in common become constants, and a large common part of two forms a tuple of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..api.model import Body, Operation, Pages, Verb
from ..api.servers import default_url
from ..api.types import AnyGroup, Excludes, Map, Object, OneGroup, Requires, Rule, resolved
from ..api.words import singular
from .answers import Answers, tuple_of
from .docstrings import literal
from .headers import Headers
from .imports import import_block
from .kind_modules import KindModules
from .names import Code, Name, Scope, code, constant, joined, snake, title, unique, uses
from .naming import Argument, Naming, is_spread
from .placement import SHARED
from .security import Alternatives, usual_security
from .sent import kind_of
from .signatures import LARGE, Options, Signature
from .views import AliasView, OperationsView, OperationView, RowsView

_RUNTIME = "._runtime.client.operation"
_VERB = Name("._runtime.client.verbs", "verb")
_CONSTRUCTORS = {
    "path": "path",
    "query": "query",
    "querystring": "querystring",
    "header": "header",
    "cookie": "cookie",
    "body": "field",
    "content": "content",
}
_FORM = "application/x-www-form-urlencoded"
_STYLES = {"path": ("simple", False), "query": ("form", True), "header": ("simple", False), "cookie": ("form", True)}


class Operations:
    """The operations of an API: which constants there are, in which module each stands, and the view of each module."""

    def __init__(
        self,
        naming: Naming,
        signatures: Sequence[Signature],
        options: Mapping[tuple[str, str], Options],
        models: Mapping[str, Name],
        headers: Headers,
        kinds: KindModules,
    ) -> None:
        """Decide every constant."""
        self._headers = headers
        self._naming = naming
        self._options = options
        self._kinds = kinds.names
        self.answers = Answers(naming.api.types, models, self._kinds)
        self._verbs: dict[str, list[Signature]] = defaultdict(list)
        self._places: dict[str, Signature] = {}
        for signature in signatures:
            if signature.operation.key not in self._places:
                self._places[signature.operation.key] = signature
            if signature.verb:
                self._verbs[signature.operation.key].append(signature)
        self._rows = {
            operation.key: [self._row(argument) for argument in naming.arguments[operation.key]]
            for operation in naming.api.operations
        }
        self._told = {operation.key: self.answers.rows(operation) for operation in naming.api.operations}
        self._security = usual_security(naming.api)
        self._groups = self._common_groups()
        self._constants = self._common_rows()
        self.answers.shared.update(self._common_answers())

    def name(self, signature: Signature) -> Name:
        """The constant that a method calls."""
        return Name(".operations", self._module(signature.operation.key), constant(signature.name))

    def views(self, source: str) -> dict[str, OperationsView]:
        """The view of each module, by its name."""
        views = {}
        doc = f"Generated from {source}; do not edit."
        shared = [name for name in self._constants.values() if name.member]
        groups = [*self._groups.values(), *((name, rows) for rows, name in self.answers.shared.items())]
        if shared or groups:
            views[SHARED] = self._view(f"What several operations have in common. {doc}", SHARED, [], groups)
        modules: dict[str, list[Operation]] = defaultdict(list)
        for operation in self._naming.api.operations:
            if operation.key in self._places:
                modules[self._module(operation.key)].append(operation)
        for module, operations in sorted(modules.items()):
            views[module] = self._view(f"{title(module)}: what can be asked of them. {doc}", module, operations, ())
        return views

    def _module(self, key: str) -> str:
        return self._naming.module(self._places[key].resource)

    def _row(self, argument: Argument) -> Code:
        keywords: dict[str, object] = {}
        if argument.is_required and argument.place != "path":
            keywords["is_required"] = True
        default = _STYLES.get(argument.place, ("", True))
        if argument.place == "body" and not isinstance(resolved(argument.type, self._naming.api.types), Object | Map):
            default = ("form", True)
        if argument.style and argument.style != default[0]:
            keywords["style"] = argument.style
        if (default[0] and argument.explode != default[1]) or (argument.place == "body" and not argument.explode):
            keywords["explode"] = argument.explode
        if argument.is_reserved_allowed:
            keywords["allow_reserved"] = True
        if argument.is_secret:
            keywords["is_secret"] = True
        if argument.is_empty_allowed:
            keywords["allow_empty"] = True
        if argument.media_type:
            keywords["media_type"] = argument.media_type
        if argument.content_type:
            keywords["content_type"] = argument.content_type
        written = kind_of(argument, self._naming.api.types, self._kinds)
        wire = [] if argument.place == "content" else [literal(argument.wire)]
        parts: list[Code | Name | str] = [literal(argument.name), *wire, written]
        parts += [f"{key}={literal(value)}" for key, value in keywords.items()]
        return code("{}({})", Name(_RUNTIME, _CONSTRUCTORS[argument.place]), joined(", ", parts))

    def _common_groups(self) -> dict[tuple[Code, ...], tuple[Name, tuple[Code, ...]]]:
        """Large parts that forms of resources of one family share: rows, and the constant that holds them."""
        members: dict[tuple[str, str], list[str]] = defaultdict(list)
        for resource in self._naming.resources:
            for method in resource.methods:
                if shared := self._naming.families.get(resource.class_name):
                    members[shared, method.name].append(method.operation.key)
        groups: dict[tuple[Code, ...], tuple[Name, tuple[Code, ...]]] = {}
        for (shared_name, method_name), ids in members.items():
            common = [row for row in self._rows[ids[0]] if all(row in self._rows[other] for other in ids)]
            common = [row for row in common if not row.text.startswith(("path(", "header("))]
            if len(ids) > 1 and len(common) >= LARGE:
                name = f"{constant(singular(shared_name))}_{constant(method_name)}_FIELDS"
                groups[tuple(common)] = (Name(".operations", SHARED, name), tuple(common))
        return groups

    def _common_rows(self) -> dict[Code, Name]:
        grouped = {row for group in self._groups for row in group}
        homes: dict[Code, Counter[str]] = defaultdict(Counter)
        for key in self._places:
            for row in self._rows[key]:
                if row not in grouped:
                    homes[row][self._module(key)] += 1
        constants: dict[Code, Name] = {}
        taken: dict[str, Scope] = defaultdict(Scope)
        for key, signature in self._places.items():
            taken[self._module(key)].add(*(constant(it.name) for it in (signature, *self._verbs[key])))
        for row, modules in homes.items():
            if sum(modules.values()) < 2:
                continue
            module = next(iter(modules)) if len(modules) == 1 else SHARED
            wanted = constant(row.text.split('"')[1])
            if module == SHARED and wanted in taken[SHARED]:
                continue
            name = taken[module].choose(wanted)
            constants[row] = (
                Name(".operations", SHARED, name) if module == SHARED else Name(f".operations.{module}", name)
            )
        return constants

    def _common_answers(self) -> dict[tuple[Code, ...], Name]:
        """Errors and headers that several operations have, and the constant that holds them."""
        counted: dict[str, Counter[tuple[Code, ...]]] = defaultdict(Counter)
        for told in self._told.values():
            for keyword, rows in told.items():
                counted[keyword.upper()][rows] += 1
        names: dict[tuple[Code, ...], Name] = {}
        taken = Scope.of([name.member for name, _ in self._groups.values()])
        taken.add(*(name.member for name in self._constants.values() if name.member))
        for wanted, counts in counted.items():
            common = [rows for rows, count in counts.items() if rows and count > 1]
            for rows in sorted(common, key=lambda rows: (-counts[rows], str(tuple_of(rows)))):
                names[rows] = Name(".operations", SHARED, taken.choose(wanted))
        return names

    def _view(
        self,
        doc: str,
        module: str,
        operations: Iterable[Operation],
        groups: Iterable[tuple[Name, tuple[Code, ...]]],
    ) -> OperationsView:
        here = f".operations.{module}"
        constants = [
            (row, Name(here, name.member or name.name))
            for row, name in self._constants.items()
            if (module == SHARED if name.member else name.module == here)
        ]
        used: set[Name] = {name for row, _ in constants for name in row.names}
        rows_views = []
        for name, rows in groups:
            used |= uses(rows)
            rows_views.append(RowsView(name=name.member, rows=tuple(row.text for row in rows)))
        shown = [self._operation(operation, used) for operation in operations]
        return OperationsView(
            doc=doc,
            imports=import_block(used, here),
            constants=tuple(AliasView(name=name.name, value=row.text, doc="") for row, name in constants),
            groups=tuple(rows_views),
            operations=tuple(shown),
        )

    def _operation(self, operation: Operation, used: set[Name]) -> OperationView:
        returns = self.answers.annotation(operation)
        headers = self._headers.name(operation)
        used |= returns.names | {Name(_RUNTIME, "Operation"), *([headers] if headers else [])}
        rows = self._arranged(self._rows[operation.key])
        used |= uses(rows)
        keywords = self._keywords(operation)
        used |= uses(keywords)
        head = ", ".join(literal(part) for part in (operation.id, operation.method, operation.path))
        return OperationView(
            name=constant(self._places[operation.key].name),
            annotation=f"Operation[{returns}]" if headers is None else f"Operation[{returns}, {headers}]",
            head=head,
            arguments=f"({joined(', ', rows)}{',' if len(rows) == 1 else ''})",
            keywords=tuple(keyword.text for keyword in keywords),
            verbs=tuple(
                self._verb(signature, signature.verb, used)
                for signature in self._verbs[operation.key]
                if signature.verb
            ),
        )

    def _arranged(self, rows: Sequence[Code]) -> list[Code]:
        for group, (name, _) in self._groups.items():
            if all(row in rows for row in group):
                rest = [self._constants_or(row) for row in rows if row not in group]
                return [*rest, code("*{}", name)]
        return [self._constants_or(row) for row in rows]

    def _constants_or(self, row: Code) -> Code:
        return code("{}", self._constants[row]) if row in self._constants else row

    def _keywords(self, operation: Operation) -> list[Code]:
        keywords = self.answers.keywords(operation, self._told[operation.key])
        if links := self._links(operation):
            keywords.append(code("links={}", tuple_of(links)))
        if operation.body:
            keywords += self._about_body(operation.body)
        if operation.pages:
            keywords.append(self._pages(operation, operation.pages))
        if _alternatives(operation) != self._security:
            keywords.append(Code(f"security={literal(_alternatives(operation))}"))
        if operation.servers:
            keywords.append(Code(f"server={literal(default_url(operation.servers[0]))}"))
        return keywords

    def _pages(self, operation: Operation, pages: Pages) -> Code:
        asked = {a.wire: a.name for a in self._naming.arguments[operation.key] if a.place == "query"}
        told = {
            "next": pages.next,
            "size": asked.get(pages.size),
            "by": pages.by if pages.by != "url" else "",
            "parameter": asked.get(pages.parameter),
            "first": pages.first,
            "more": pages.more,
            "total": pages.total,
            "page_count": pages.page_count,
            "current": pages.current,
            "largest": pages.largest if pages.size else None,
        }
        given = {"items": pages.items, **{key: value for key, value in told.items() if value not in ("", None)}}
        listed = ", ".join(f"{key}={literal(value)}" for key, value in given.items())
        return code("pages={}({})", Name(_RUNTIME, "Pages"), listed)

    def _links(self, operation: Operation) -> list[Code]:
        """The steps from its successful answers to operations that exist."""
        names: list[str] = []
        rows = []
        for link in (link for success in operation.successes for link in success.links):
            target = self._places.get(link.operation)
            if target is None:
                continue
            arguments = self._naming.arguments[link.operation]
            given = {
                argument.name: value
                for key, value in link.parameters.items()
                for argument in arguments
                if key in (argument.wire, f"{argument.place}.{argument.wire}")
            }
            names.append(unique(snake(link.name), names))
            constant = self.name(target)
            is_here = self._module(link.operation) == self._module(operation.key)
            shown = Code(constant.member) if is_here else code("{}", constant)
            parts: list[Code | Name | str] = [literal(names[-1]), code("lambda: {}", shown), literal(given)]
            parts += [literal(link.body)] if link.body is not None else []
            rows.append(code("{}({})", Name(_RUNTIME, "Link"), joined(", ", parts)))
        return rows

    def _about_body(self, body: Body) -> list[Code]:
        media_type = body.content.media_type
        written = Name("._runtime.wire.media", "FORM") if media_type == _FORM else literal(media_type)
        keywords = [code("body={}", written)]
        if body.is_required:
            keywords.append(Code("body_required=True"))
        target = resolved(body.content.type, self._naming.api.types)
        if is_spread(body.content, self._naming.api.types) and isinstance(target, Object):
            if target.is_open:
                keywords.append(Code("is_open=True"))
            rules = [_rule(rule) for rule in target.rules]
            if rules:
                keywords.append(code("rules=({},)", joined(", ", rules)))
        return keywords

    def _verb(self, signature: Signature, verb: Verb, used: set[Name]) -> AliasView:
        used.add(_VERB)
        by_wire = {argument.wire: argument.name for argument in self._naming.arguments[signature.operation.key]}
        option = self._options.get(signature.key)
        takes = Name(".", "params", option.name) if option else Name("._runtime.client.operation", "CallOptions")
        used.add(takes)
        given = [constant(self._places[signature.operation.key].name), str(takes)]
        given.append(f"fixed={literal({by_wire[wire]: value for wire, value in verb.fixed.items()})}")
        if verb.prefix:
            given.append(f"prefix={literal(snake(verb.prefix) + '_')}")
        if signature.required:
            given.append(f"required={literal(tuple(argument.name for argument in signature.required))}")
        return AliasView(name=constant(signature.name), value=f"{_VERB}({', '.join(given)})", doc="")


def _alternatives(operation: Operation) -> Alternatives:
    return tuple(tuple(requirement) for requirement in operation.security)


def _rule(rule: Rule) -> Code:
    match rule:
        case Requires(when=when, names=names):
            return code("{}({}, {})", Name(_RUNTIME, "Requires"), literal(dict(when)), literal(names))
        case OneGroup(groups=groups):
            return code("{}({})", Name(_RUNTIME, "OneOf"), literal(groups))
        case AnyGroup(groups=groups):
            return code("{}({})", Name(_RUNTIME, "AnyOf"), literal(groups))
        case Excludes(names=names):
            return code("{}({})", Name(_RUNTIME, "Excludes"), literal(names))
