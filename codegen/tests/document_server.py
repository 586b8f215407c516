"""A server made from a description alone: it answers each request as documented, and judges what it was asked."""

from __future__ import annotations

from typing import Any

from dovetail.contract import AnswerServer, Judge, RequestRecord, ResponseRecord
from dovetail.contract.documented_answers import AnswerBook
from dovetail.contract.exchange import Exchange
from dovetail.contract.samples import Samples
from dovetail.spec.objects import Spec

NOT_ACCEPTABLE = ResponseRecord(406)


class DocumentServer(AnswerServer):
    """Answers with the first documented success that the request accepts; `faults` are what is wrong with requests."""

    def __init__(self, spec: Spec) -> None:
        super().__init__()
        self.faults: list[str] = []
        self._judge = Judge(spec, base_url=self.url)
        contract = self._judge.contract
        components: dict[str, Any] = contract.description.get("components", {}).get("schemas", {})
        self._book = AnswerBook(Samples(contract.answers), components, count=0, seed=0)

    @property
    def answer(self) -> ResponseRecord:
        """The answer to the request that came last."""
        asked = self.asked[-1]
        match = self._judge.match(asked)
        if match is None:
            self.faults.append(f"{asked.method} {asked.url} is no documented operation")
            return NOT_ACCEPTABLE
        for answer in self._book.answers(match.operation):
            if answer.status < 300 and _accepts(asked, answer.media_type):
                failures = self._judge.judge(Exchange(asked, answer.record), "client")
                self.faults += [str(failure) for failure in failures]
                return answer.record
        return NOT_ACCEPTABLE

    @answer.setter
    def answer(self, answer: ResponseRecord) -> None:
        """What is answered is documented, and is not told."""


def _accepts(asked: RequestRecord, media_type: str) -> bool:
    accepted = asked.header("accept") or "*/*"
    return not media_type or "*/*" in accepted or media_type.partition(";")[0].lower() in accepted.lower()
