"""One exchange for a method of an SDK, made from the description alone: its arguments, its request, and its answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from ..runtime.server.judge import Contract, JudgedOperation
from ..runtime.wire.media import essence_of, form_of
from ..runtime.wire.styles import StyleError
from ..spec.objects import Spec
from .arguments import WHOLE, Arguments, Drawing
from .documented_answers import AnswerBook, DocumentedAnswer
from .exchange import RequestRecord
from .samples import Samples
from .sdk import Method, OperationFacts
from .writing import write_request

SHORTEST = 16
"""Bytes of an answer that says something."""
_ADVICE = "see what they demand, or give an example"


class MethodFacts(OperationFacts, Protocol):
    """What is known of a method before there is an SDK; `accepted` are the media types that it reads."""

    bound: Sequence[str]
    positional: Sequence[str]
    accepted: Collection[str]


@dataclass(frozen=True, slots=True)
class OfflineExchange:
    """A call and both its messages; `value` is the JSON of the request's body, `answer` what the answer stands for."""

    arguments: Mapping[str, Any]
    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    media_type: str
    value: Any
    body: bytes
    answer: DocumentedAnswer


class OfflineExchanges:
    """The exchanges of one description; the same every time."""

    def __init__(self, spec: Spec) -> None:
        self._contract = Contract(spec.value, base_path="")
        self._components: Mapping[str, Any] = spec.value.get("components", {}).get("schemas", {})
        self._samples = Samples(self._contract.requests)
        self._book = AnswerBook(Samples(self._contract.answers), self._components, count=0, seed=0)

    def of(self, facts: MethodFacts) -> tuple[Sequence[OfflineExchange], str]:
        """What a method is called with: what it must have, and all that it may have; where nothing is allowed, why."""
        operation = self._contract.operations.get(facts.id)
        if operation is None:
            return (), "the description has no such operation"
        method = Method((), facts, tuple(facts.bound), tuple(facts.positional), "call")
        drawing = Drawing(method, operation, self._components, self._samples)
        answer = self._answer(operation, facts)
        made = drawing.arguments(0, 0)
        shown = made if len(made) < 2 else [made[0], max(made, key=lambda arguments: len(arguments.given))]
        if not made:
            return (), f"nothing is found that its schemas let it send; {_ADVICE}"
        if answer is None:
            return (
                (),
                "nothing is found that its schemas let it be answered with; see what they demand, or give an example",
            )
        found = [self._exchange(operation, drawing.media_type, arguments, answer) for arguments in shown]
        written = [exchange for exchange in found if exchange is not None]
        return written, "" if written else "what its schemas let it send cannot be written as it is described"

    def _answer(self, operation: JudgedOperation, facts: MethodFacts) -> DocumentedAnswer | None:
        """A success that the method reads: rather a short one, if it says something."""
        read = {essence_of(media_type) for media_type in facts.accepted}
        answers = [each for each in self._book.answers(operation) if each.status < 300]
        fitting = [each for each in answers if not each.media_type or essence_of(each.media_type) in read]
        return min(
            fitting,
            key=lambda each: (len(each.record.body) < SHORTEST, len(each.record.body), each.status),
            default=None,
        )

    def _exchange(
        self, operation: JudgedOperation, media_type: str, arguments: Arguments, answer: DocumentedAnswer
    ) -> OfflineExchange | None:
        values = {key: value for key, value in arguments.expected.items() if key[0] != "body"}
        spread = {key[1]: value for key, value in arguments.expected.items() if key[0] == "body" and key != WHOLE}
        is_needed = operation.body is not None and operation.body.is_required
        body = arguments.expected.get(WHOLE, spread if spread or is_needed else None)
        try:
            request = write_request(operation, "http://api", values, body, media_type or None)
        except (StyleError, ValueError, TypeError):
            return None
        is_json = bool(request.body) and form_of(media_type) == "json"
        return OfflineExchange(
            arguments=arguments.given,
            method=request.method,
            target=request.path + (f"?{request.query}" if request.query else ""),
            headers=_told(request),
            media_type=request.header("content-type") or "",
            value=body if is_json else None,
            body=b"" if is_json else request.body,
            answer=answer,
        )


def _told(request: RequestRecord) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in request.headers if name.lower() not in ("content-type", "cookie"))
