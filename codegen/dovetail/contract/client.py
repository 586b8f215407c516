"""Does an SDK keep to the description? What its methods send is judged and read back, what they are told compared."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..runtime.server.faults import Faulty
from ..runtime.server.judge import JudgedOperation, joined_headers
from ..runtime.server.security import is_enough, read_credentials
from ..spec.objects import Spec
from .answers import AnswerServer
from .arguments import Arguments, Drawing
from .coverage import Coverage
from .documented_answers import AnswerBook, DocumentedAnswer
from .events import Failed, Listener, Progressed, Started, Verdict, silent
from .exchange import Exchange, RequestRecord, ResponseRecord
from .failures import Failure
from .oracle import Judge, Oracle
from .results import finished, written
from .sameness import differences, is_same
from .samples import Samples
from .sdk import Method, imported, methods, opened

TWINS = ("Client", "AsyncClient")
OWN_ERROR = frozenset({400, 401, 403, 404, 405, 409, 412, 413, 429})
"""Statuses that a program wants to catch by name."""


def verify_client(
    spec: Spec | Mapping[str, Any],
    package: str,
    *,
    examples: int = 20,
    seed: int | None = None,
    oracle: Oracle = "compiled",
    listen: Listener = silent,
) -> Verdict:
    """Verify the SDK `package`: each method of both its clients, with samples of what its schemas allow.

    Besides the samples, which are always the same, up to `examples` sets of arguments are drawn for each method, the
    same for the same `seed`. Each request is judged, and what arrives must be what was given; each documented answer
    must come back as its model, from which the same can be written again, or as the error of its status.

    Raises:
        UsageError: there is no such SDK.
    """
    module = imported(package)
    chosen = random.SystemRandom().getrandbits(32) if seed is None else seed
    with AnswerServer() as server, asyncio.Runner() as runner:
        judge = Judge(spec, base_url=server.url, oracle=oracle)
        verification = _Verification(judge, server, runner, listen, examples=examples, seed=chosen)
        listen(Started("client", package, len(verification.judge.contract.operations), chosen))
        begun = time.monotonic()
        clients = [opened(getattr(module, twin), server.url) for twin in TWINS]
        try:
            for method, twins in verification.paired(clients):
                verification.verify(method, twins)
            verification.finish()
        finally:
            for client in clients:
                verification.close(client)
        verdict = verification.verdict(package, chosen, time.monotonic() - begun)
    listen(verdict)
    return verdict


class _Verification:
    """What one run has found so far."""

    def __init__(
        self,
        judge: Judge,
        server: AnswerServer,
        runner: asyncio.Runner,
        listen: Listener,
        *,
        examples: int,
        seed: int,
    ) -> None:
        self.judge = judge
        self._server, self._runner, self._listen = server, runner, listen
        self._examples, self._seed = examples, seed
        components = judge.contract.description.get("components", {})
        self._components = components.get("schemas", {})
        schemes = components.get("securitySchemes", {}).values()
        self._keys = frozenset(str(scheme.get("name")) for scheme in schemes if scheme.get("in") == "query")
        self._samples = Samples(judge.contract.requests)
        answers = Samples(judge.contract.answers)
        self._book = AnswerBook(answers, self._components, count=min(examples, 3), seed=seed)
        self._coverage = Coverage(judge)
        self._failures: dict[Any, Failure] = {}
        self._calls: Counter[str] = Counter()
        self._excused: Counter[str] = Counter()
        self._compared_headers: set[tuple[int, tuple[str, ...], int]] = set()
        self._untaken: dict[tuple[str, str], set[tuple[str, str]]] = {}
        self._errors: dict[int, type[Exception]] = {}

    def paired(self, clients: list[Any]) -> list[tuple[Method, list[Any]]]:
        """The methods of all clients, each with those that have it; every client has each, and every operation one."""
        found: dict[tuple[str, ...], tuple[Method, list[Any]]] = {}
        for client in clients:
            for method in methods(client):
                found.setdefault(method.way, (method, []))[1].append(client)
        for method, twins in found.values():
            if len(twins) != len(clients):
                self._fail("twins-differ", method, "only one of the two clients has this method")
        served = {method.operation.id for method, _ in found.values()}
        for operation_id in self.judge.contract.operations:
            if operation_id not in served:
                self._keep(Failure("no-method", operation_id, "no method calls this operation", side="client"))
        return list(found.values())

    def verify(self, method: Method, twins: list[Any]) -> None:
        """Call one method of each client with made arguments, then once for each documented answer."""
        operation = self.judge.contract.operations.get(method.operation.id)
        if operation is None:
            self._fail("unknown-operation", method, f"{method.operation.id} is not in the description")
            return
        drawing = Drawing(method, operation, self._components, self._samples)
        for place, wire in drawing.undocumented:
            self._fail("unknown-parameter", method, f"takes {place} {wire}, which the description does not name")
        body = (operation.operation_id, drawing.media_type)
        self._untaken.setdefault(body, set(drawing.documented())).difference_update(drawing.taken)
        arguments = drawing.arguments(self._examples, self._seed)
        if not arguments and drawing.is_impossible:
            self._excused[f"nothing satisfies the schemas of {operation.operation_id}"] += 1
            return
        if not arguments:
            self._fail("no-arguments", method, "no arguments can be made from its schemas")
            return
        answers = self._answers(method, operation)
        success = next((answer.record for answer in answers if answer.status < 300), ResponseRecord(204))
        for each in arguments:
            sent: list[RequestRecord | None] = []
            for client in twins:
                sent.append(self._round_trip(client, method, drawing, each, success, sent))
            if any(one != sent[0] for one in sent):
                self._fail("twins-differ", method, "the clients send different requests for the same arguments")
        for answer in answers:
            for client in twins:
                self._answer(client, method, arguments[0], answer)
        self._listen(Progressed(method.name, sum(self._calls.values())))

    def _answers(self, method: Method, operation: JudgedOperation) -> list[DocumentedAnswer]:
        found = list(self._book.answers(operation))
        offered: dict[int, list[str]] = {}
        for answer in found:
            offered.setdefault(answer.status, []).append(answer.media_type)
        return [answer for answer in found if method.reads(answer.status, answer.media_type, offered[answer.status])]

    def finish(self) -> None:
        """Look at all methods together: whether every parameter can be given, and every status has its error."""
        for (operation_id, _), untaken in self._untaken.items():
            for place, wire in sorted(untaken):
                told = f"no method takes {place} {wire}"
                self._keep(Failure("missing-parameter", operation_id, told, side="client"))
        for status, kind in sorted(self._errors.items()):
            others = [other for known, other in self._errors.items() if known != status]
            if status in OWN_ERROR and any(issubclass(other, kind) for other in others):
                told = f"{status} has no error class of its own: it raises {kind.__name__}"
                self._keep(Failure("untyped-error", "", told, side="client"))

    def verdict(self, package: str, seed: int, seconds: float) -> Verdict:
        """What came out; `successes` counts the calls of each operation."""
        calls = {operation_id: self._calls[operation_id] for operation_id in self.judge.contract.operations}
        return Verdict(
            "client",
            package,
            seed,
            seconds,
            sum(self._calls.values()),
            tuple(self._failures.values()),
            calls,
            len(self._coverage.documented),
            self._coverage.missing(),
            self._excused,
        )

    def close(self, client: Any) -> None:
        """Close a client."""
        closing = client.close()
        if asyncio.iscoroutine(closing):
            self._runner.run(closing)

    def _round_trip(
        self,
        client: Any,
        method: Method,
        drawing: Drawing,
        arguments: Arguments,
        answer: ResponseRecord,
        before: Sequence[RequestRecord | None],
    ) -> RequestRecord | None:
        """Call with these arguments; gives what was sent, so that clients can be compared; the same is judged once."""
        asked, _, error = self._call(client, method, arguments, answer)
        if asked is None:
            told = f"refused arguments that the description allows: {type(error).__name__}: {error}"
            self._fail("refused-arguments", method, told, sameness=f"{method.name} {type(error).__name__}")
            return None
        comparable = _comparable(asked)
        if comparable not in before:
            self._judge(method, drawing, arguments, Exchange(asked, answer))
        return comparable

    def _judge(self, method: Method, drawing: Drawing, arguments: Arguments, exchange: Exchange) -> None:
        self._coverage.add(exchange)
        failures = self.judge.judge(exchange, "client")
        for failure in failures:
            self._keep(failure)
        match = self.judge.match(exchange.request)
        if match is not None and match.operation.operation_id != method.operation.id:
            self._fail("wrong-operation", method, f"called {match.operation.operation_id}", exchange)
        elif match is not None and self._is_anonymous(match.operation, exchange.request):
            self._fail("no-credentials", method, "sent no credentials of a documented security scheme", exchange)
        elif not failures:
            for told in self._compared(drawing, exchange.request, arguments):
                self._fail("arguments-differ", method, told, exchange)

    def _is_anonymous(self, operation: JudgedOperation, asked: RequestRecord) -> bool:
        description = self.judge.contract.description
        credentials = read_credentials(description, joined_headers(asked.headers), asked.query)
        return not is_enough(description, operation.value, credentials)

    def _compared(self, drawing: Drawing, asked: RequestRecord, arguments: Arguments) -> list[str]:
        try:
            return list(drawing.faults(self.judge.decode(asked), arguments, self._keys))
        except (Faulty, LookupError) as error:
            return [str(error)]

    def _answer(self, client: Any, method: Method, arguments: Arguments, answer: DocumentedAnswer) -> None:
        asked, result, error = self._call(client, method, arguments, answer.record)
        if asked is None:
            return
        exchange = Exchange(asked, answer.record)
        self._coverage.add(exchange)
        if answer.status >= 400:
            self._compare_error(method, answer, result, error, exchange)
        elif error is not None:
            told = f"a documented answer raises {type(error).__name__}: {error}"
            self._fail("refused-answer", method, told, exchange, sameness=f"{method.name} {type(error).__name__}")
        elif answer.form is not None and asked.method != "HEAD":
            self._compare(method, answer, result, exchange)
        if answer.status < 400 and error is None and method.driver in {"call", "pages"}:
            self._compare_headers(client, method, arguments, answer, exchange)

    def _compare_headers(
        self, client: Any, method: Method, arguments: Arguments, answer: DocumentedAnswer, exchange: Exchange
    ) -> None:
        """Send the same once more for the whole answer, and compare the documented headers, once for each status."""
        python = {parameter.wire.lower(): parameter.name for parameter in method.operation.headers}
        known = (id(client), method.way, answer.status)
        if not python or not answer.headers or known in self._compared_headers:
            return
        self._compared_headers.add(known)
        whole = self._runner.run(finished(client.send(method.operation, arguments.given), "call"))
        found = whole.typed_headers
        for name, value in answer.headers.items():
            held = written(found.get(python.get(name.lower())))
            if name.lower() in python and not is_same(value, held):
                told = f"{answer.status}: the header {name} was {value!r:.80} and became {held!r:.80}"
                self._fail("answer-differs", method, told, exchange, sameness=f"header {name}")

    def _compare(self, method: Method, answer: DocumentedAnswer, result: Any, exchange: Exchange) -> None:
        if method.driver == "download":
            if result != answer.record.body:
                self._fail("answer-differs", method, f"{answer.status}: the content is not what was sent", exchange)
            return
        try:
            again = written(result)
        except Exception as raised:  # noqa: BLE001 - whatever a model raises is what is being judged
            told = f"what {answer.status} gave cannot be written again: {type(raised).__name__}: {raised}"
            self._fail("answer-differs", method, told, exchange)
            return
        for told in differences(answer.value, again):
            self._fail(
                "answer-differs", method, f"{answer.status}: {told}", exchange, sameness=told.partition(" was ")[0]
            )

    def _compare_error(
        self, method: Method, answer: DocumentedAnswer, result: Any, error: Exception | None, exchange: Exchange
    ) -> None:
        if error is None or getattr(error, "status", None) != answer.status:
            told = f"{answer.status} is given as {type(error or result).__name__}, not as the error of this status"
            self._fail("wrong-error", method, told, exchange)
            return
        self._errors[answer.status] = type(error)
        code = answer.value.get("code") if isinstance(answer.value, dict) else None
        if isinstance(code, int | str) and getattr(error, "code", None) != code:
            self._fail("wrong-error", method, f"the error of {answer.status} has lost the code", exchange)
        if answer.form == "json" and method.reads_errors:
            for told in differences(answer.value, written(getattr(error, "value", None))):
                self._fail(
                    "error-differs", method, f"{answer.status}: {told}", exchange, sameness=told.partition(" was ")[0]
                )

    def _call(
        self, client: Any, method: Method, arguments: Arguments, answer: ResponseRecord
    ) -> tuple[RequestRecord | None, Any, Exception | None]:
        """Call, and give the request that arrived, what the SDK gave, and what it raised."""
        self._server.answer = answer
        self._server.asked.clear()
        result, error = None, None
        try:
            result = self._runner.run(finished(method.call(client, arguments.given), method.driver))
        except Exception as raised:  # noqa: BLE001 - whatever an SDK raises is what is being judged
            error = raised
        self._calls[method.operation.id] += 1
        asked = self._server.asked[0] if self._server.asked else None
        if len(self._server.asked) > 1:
            self._fail("sent-twice", method, f"one call sent {len(self._server.asked)} requests")
        return asked, result, error

    def _fail(self, rule: str, method: Method, told: str, exchange: Exchange | None = None, sameness: str = "") -> None:
        message = f"{method.name}: {told}"
        self._keep(Failure(rule, method.operation.id, message, "", exchange, "client", sameness))

    def _keep(self, failure: Failure) -> None:
        if failure.key not in self._failures:
            self._failures[failure.key] = failure
            self._listen(Failed(failure))


def _comparable(asked: RequestRecord) -> RequestRecord:
    """The request without what may differ: the boundary of its parts, which each call makes anew, and who sends it."""
    found = re.search(r'boundary="?([^";]+)', asked.header("content-type") or "")
    boundary = found[1] if found is not None else "boundary"
    headers = sorted(
        (name.lower(), value.replace(boundary, "boundary"))
        for name, value in asked.headers
        if name.lower() not in {"host", "user-agent"}
    )
    return replace(asked, headers=tuple(headers), body=asked.body.replace(boundary.encode("ascii"), b"boundary"))
