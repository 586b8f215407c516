"""Judging exchanges by the description: by the compiled contract, by openapi-core, or by both, which must agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Literal
from urllib.parse import urlsplit

from ..runtime.server.faults import Fault, Faulty
from ..runtime.server.judge import Contract, Decoded, JudgedOperation, Match
from ..runtime.server.tolerances import Tolerance
from ..spec.objects import Spec
from .exchange import Exchange, RequestRecord, ResponseRecord
from .failures import Failure
from .second_opinion import TOLERATED, SecondOpinion, explanation

Oracle = Literal["compiled", "openapi-core", "both"]
Subject = Literal["server", "client", "both"]
OF_HTTP = frozenset({405, 408, 414, 431})
"""Statuses that belong to no operation: the HTTP of any server answers with them, documented or not."""


class Judge:
    """Judges exchanges by one description.

    `spec` is a resolved description, or its value; `base_url` is where the API is served (by default what the
    description's first server says); `tolerances` are foreign spellings that are excused, and counted.
    """

    def __init__(
        self,
        spec: Spec | Mapping[str, Any],
        *,
        base_url: str | None = None,
        oracle: Oracle = "compiled",
        tolerances: Sequence[Tolerance] = (),
    ) -> None:
        description = spec.value if isinstance(spec, Spec) else spec
        base_path = None if base_url is None else urlsplit(base_url).path
        self.contract = Contract(description, base_path=base_path, tolerances=tolerances)
        self.oracle: Oracle = oracle
        self._second = SecondOpinion(description, base_url) if oracle != "compiled" else None
        self._last: tuple[tuple[str, ResponseRecord], str | None] | None = None
        self.explained: Counter[str] = Counter()
        """Disagreements of the two judges that are explained by what openapi-core is known not to check."""

    def match(self, request: RequestRecord) -> Match | None:
        """The operation of a request; HEAD counts as the GET it stands for."""
        for method in (request.method, "GET") if request.method == "HEAD" else (request.method,):
            match = self.contract.match(method, request.path, request.query)
            if isinstance(match, Match):
                return match
        return None

    def decode(self, request: RequestRecord) -> Decoded:
        """Read a request of a documented operation; raises `Faulty`, or `LookupError` where there is none."""
        match = self.match(request)
        if match is None:
            raise LookupError(f"no documented operation: {request.method} {request.path}")
        return match.operation.decode(match.path_values, request.query, request.headers, request.body)

    def judge(self, exchange: Exchange, of: Subject = "both") -> tuple[Failure, ...]:
        """Judge one exchange.

        Of the server: its answer is a documented one, and it accepted nothing that the description forbids. Of the
        client: its request is one that the description allows.
        """
        match = self.match(exchange.request)
        if match is None:
            return self._judge_unmatched(exchange, of)
        operation = match.operation
        tolerated = self.contract.tolerances.used.total()
        faults = self._request_faults(exchange.request)
        is_tolerated = self.contract.tolerances.used.total() > tolerated
        answer = self._answer_faults(operation, exchange)
        failures: list[Failure] = []
        if self.oracle != "openapi-core":
            if of != "server":
                failures += [_failure("faulty-request", operation, fault, exchange, "client") for fault in faults]
            if of != "client":
                failures += [_failure(_ANSWER_RULES[fault.where], operation, fault, exchange) for fault in answer]
                failures += _accepted(operation, faults, exchange)
        return (*failures, *self._ask_second(operation, exchange, faults, answer, of, is_tolerated=is_tolerated))

    def _judge_unmatched(self, exchange: Exchange, of: Subject) -> tuple[Failure, ...]:
        request, status = exchange.request, exchange.response.status
        what = f"{request.method} {request.path} is no documented operation"
        if of != "server":
            return (Failure("undocumented-operation", "", what, "/paths", exchange, "client"),)
        if status >= 400 or request.method == "OPTIONS":
            return ()
        return (Failure("undocumented-operation", "", f"{what}, and is answered with {status}", "/paths", exchange),)

    def _request_faults(self, request: RequestRecord) -> tuple[Fault, ...]:
        try:
            self.decode(request)
        except Faulty as error:
            return error.faults
        return ()

    def _answer_faults(self, operation: JudgedOperation, exchange: Exchange) -> tuple[Fault, ...]:
        response = exchange.response
        if response.status in OF_HTTP and operation.response(response.status) is None:
            return ()
        is_bodiless = exchange.request.method == "HEAD"
        return operation.judge_response(response.status, response.headers, response.body, is_bodiless=is_bodiless)

    def _ask_second(
        self,
        operation: JudgedOperation,
        exchange: Exchange,
        faults: tuple[Fault, ...],
        answer: tuple[Fault, ...],
        of: Subject,
        *,
        is_tolerated: bool,
    ) -> list[Failure]:
        """What openapi-core says, alone or where it differs; a request that was tolerated it would misunderstand."""
        if self._second is None or exchange.request.method != operation.method:
            return []
        told: list[Failure] = []
        asked: list[tuple[str, str | None, tuple[Fault, ...]]] = []
        if is_tolerated:
            self.explained[TOLERATED] += 1
        else:
            asked.append(("request", self._second.request_fault(exchange), faults))
        if exchange.response.status not in OF_HTTP:
            asked.append(("answer", self._second_of_answer(self._second, operation, exchange), answer))
        for part, theirs, ours in asked:
            pointer = operation.pointer
            if self.oracle == "openapi-core":
                side = "client" if part == "request" else "server"
                if theirs is not None and of in {side, "both"}:
                    rule = f"openapi-core-{part}"
                    told.append(Failure(rule, operation.operation_id, theirs, pointer, exchange, side))
            elif (theirs is None) != (not ours):
                if (
                    why := explanation(exchange.request if part == "request" else exchange.response, theirs, ours)
                ) is not None:
                    self.explained[why] += 1
                    continue
                ours_said = "; ".join(map(str, ours)) or "nothing is wrong"
                message = f"of the {part}, openapi-core says: {theirs or 'nothing is wrong'}; we say: {ours_said}"
                sameness = f"{part} {sorted({fault.rule for fault in ours})}"
                told.append(
                    Failure("tools-disagree", operation.operation_id, message, pointer, exchange, "tools", sameness)
                )
        return told

    def _second_of_answer(self, second: SecondOpinion, operation: JudgedOperation, exchange: Exchange) -> str | None:
        """What openapi-core says of an answer, asked once where the same comes again and again."""
        known = (operation.operation_id, exchange.response)
        if self._last is None or self._last[0] != known:
            self._last = (known, second.answer_fault(exchange))
        return self._last[1]


_ANSWER_RULES = {
    "status": "undocumented-status",
    "header": "answer-header",
    "media_type": "answer-media-type",
    "body": "answer-body",
}


def _failure(rule: str, operation: JudgedOperation, fault: Fault, exchange: Exchange, side: str = "server") -> Failure:
    pointer = fault.keyword or operation.pointer
    sameness = f"{fault.where} {fault.pointer.count('/')} {fault.rule}"
    return Failure(rule, operation.operation_id, str(fault), pointer, exchange, side, sameness if fault.keyword else "")


def _accepted(operation: JudgedOperation, faults: tuple[Fault, ...], exchange: Exchange) -> list[Failure]:
    if not faults or not 200 <= exchange.response.status < 300:
        return []
    return [_failure("accepted-faulty-request", operation, fault, exchange) for fault in faults]
