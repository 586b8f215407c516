"""Reading the parameters of a request: out of their style, into the values that their schemas describe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..wire.contents import decode_content, encode_content
from ..wire.media import JSON, encode_json, form_of
from ..wire.pointers import step
from ..wire.reading import Pair, Raw, decode_parameter, unescape_text
from ..wire.styles import Place, Shape, StyleError, encode_parameter, explodes, style_of
from .faults import Fault, Faulty
from .json_text import Unreadable, json_value
from .schemas import CompiledSchema, Schemas
from .values import typed

if TYPE_CHECKING:
    from .contents import Codec

ABSENT = object()
"""What reading gives where a parameter was not sent."""


class Pairs:
    """Names and values of a query, form or cookies, still escaped, found by the name they spell."""

    def __init__(self, pairs: Sequence[Pair], *, is_form: bool) -> None:
        self.all = pairs
        self.by_name: dict[str, list[Pair]] = {}
        for pair in pairs:
            name = unescape_text(pair[0].replace("+", " ")) if is_form else pair[0]
            self.by_name.setdefault(name, []).append(pair)


class ParameterReader:
    """One documented parameter, header or form field: where it is found and how its text becomes a value.

    What `content` describes is of a media type and read by its codec; without one, the media type is JSON.
    """

    def __init__(
        self,
        name: str,
        place: Place,
        schema: CompiledSchema | None,
        about: Mapping[str, Any],
        *,
        media_type: str = "",
        codec: Codec | None = None,
    ) -> None:
        self.name, self.schema, self.about = name, schema, about
        self.place: Place = place
        self.is_required = bool(about.get("required", False))
        self._media_type, self._codec = media_type, codec
        self._style = style_of(place, about.get("style"))
        self._explode = explodes(self._style, about.get("explode"))
        self._shapes: tuple[Shape, ...] = schema.shapes if schema is not None and not media_type else ("primitive",)
        self._is_deep = self._style == "deepObject" and not media_type
        is_cut = self._explode and not self._is_deep and place in {"query", "cookie", "body"}
        self._is_scattered = is_cut and "object" in self._shapes
        self._others: Sequence[ParameterReader] = ()

    @classmethod
    def of_parameter(cls, schemas: Schemas, pointer: str, name: str, place: Place) -> ParameterReader:
        """Read what a Parameter Object or a Header Object documents."""
        from .contents import Content  # contents hold forms, whose fields are read here

        about = schemas.value(pointer)
        media_type = next(iter(about.get("content") or ()), "")
        if media_type:
            content = Content(schemas, step(pointer, "content", media_type), media_type)
            return cls(name, place, content.schema, about, media_type=media_type, codec=content.codec(content.form))
        schema = schemas.at(step(pointer, "schema")) if "schema" in about else None
        return cls(name, place, schema, about)

    @classmethod
    def of_field(cls, schema: CompiledSchema, name: str, encoding: Mapping[str, Any]) -> ParameterReader:
        """Read a field of a form: keys repeated for arrays, JSON for objects, unless its encoding says otherwise."""
        is_styled = not encoding.keys().isdisjoint({"style", "explode", "allowReserved"})
        media_type = encoding.get("contentType", JSON if schema.shape == "object" else "")
        if is_styled or not media_type or form_of(media_type) != "json":
            return cls(name, "body", schema, encoding)
        return cls(name, "body", schema, encoding, media_type=media_type)

    def beside(self, readers: Iterable[ParameterReader]) -> None:
        """Say which parameters share its place: an object of any properties does not take what is theirs."""
        self._others = [reader for reader in readers if reader is not self and reader.place == self.place]

    @property
    def is_plain(self) -> bool:
        """Whether its key on the wire is its name; else the members of an object have keys of their own."""
        return not (self._is_deep or self._is_scattered)

    def gathers(self, key: str) -> bool:
        """Whether a key of a query or form belongs to it."""
        is_open = self._is_scattered and self.schema is not None and self.schema.is_open
        return self.owns(key) or (is_open and not any(other.owns(key) for other in self._others))

    def owns(self, key: str) -> bool:
        """Whether a key is documented as its own."""
        if self._is_deep:
            return key == self.name or key.startswith(self.name + "[")
        if not self._is_scattered:
            return key == self.name
        return (key == self.name and len(self._shapes) > 1) or (self.schema is not None and self.schema.names(key))

    def read_pairs(self, pairs: Pairs) -> Any:
        """Read and judge what a query, form or cookies hold of it, `ABSENT` when nothing; raises `Faulty`."""
        if self.is_plain:
            own = pairs.by_name.get(self.name, [])
            if not own and self.place == "cookie" and self._style == "form":
                own = pairs.by_name.get(quote(self.name, safe=""), [])
        else:
            own = [pair for key, group in pairs.by_name.items() if self.gathers(key) for pair in group]
        return self.read(own) if own else ABSENT

    def read(self, raw: str | Sequence[Pair]) -> Any:
        """Read and judge a path or header value as it stands there, or pairs that are its own; raises `Faulty`."""
        try:
            value = self._of_content(raw) if self._media_type else self._of_style(raw)
        except StyleError as error:
            raise Faulty([self.fault("style", str(error))]) from None
        except Unreadable as error:
            raise Faulty([self.fault("encoding", str(error))]) from None
        if value is ABSENT or self._codec is not None:
            return value
        if faults := self.schema.judge(value, self.place, self.name) if self.schema is not None else ():
            raise Faulty(faults)
        return value

    def write(self, value: Any) -> str:
        """Write a value as it goes to its place; the reverse of `read`.

        Raises:
            StyleError, ValueError: the value cannot be written.
        """
        if self._media_type:
            written = encode_json(value) if self._codec is None else self._codec.write(value, self._media_type)[1]
            content = written.decode("utf-8")
            return encode_content(self.name, content, place=self.place, media_type=self._media_type)
        return encode_parameter(
            self.name,
            value,
            place=self.place,
            style=self._style,
            explode=self._explode,
            allow_reserved=bool(self.about.get("allowReserved")),
            allow_empty=bool(self.about.get("allowEmptyValue")),
        )

    def fault(self, rule: str, message: str) -> Fault:
        """A fault of this parameter."""
        return Fault(self.place, self.name, rule, message)

    def _of_content(self, raw: str | Sequence[Pair]) -> Any:
        content = decode_content(self.name, raw, place=self.place, media_type=self._media_type)
        if content is None:
            return ABSENT
        if self._codec is None:
            return json_value(content.encode("utf-8"))
        try:
            return self._codec.read(content.encode("utf-8"), self._media_type)
        except Faulty as error:
            raise Faulty(replace(fault, where=self.place, name=self.name) for fault in error.faults) from None

    def _of_style(self, raw: str | Sequence[Pair]) -> Any:
        if len(self._shapes) == 1 or self._is_deep:
            found = self._decoded(raw, self._shapes[0])
            return ABSENT if found is None else self._unless_blank(found, typed(self.schema, found))
        readings = sorted(self._readings(raw), key=lambda reading: reading[0])
        fitting = (value for _, value in readings if self.schema is None or self.schema.accepts(value))
        return next(fitting, readings[0][1] if readings else ABSENT)

    def _readings(self, raw: str | Sequence[Pair]) -> Iterator[tuple[int, Any]]:
        """What the text says in each shape that it may have, with a rank: the most telling shape is the least."""
        first: StyleError | None = None
        is_read = False
        for shape in self._shapes:
            try:
                found = self._decoded(raw, shape)
            except StyleError as error:
                first = first or error
                continue
            if found is not None:
                is_read = True
                yield self._rank(found), self._unless_blank(found, typed(self.schema, found))
        if first is not None and not is_read:
            raise first

    def _rank(self, found: Raw) -> int:
        if isinstance(found, dict):
            return 0 if self.schema is not None and any(map(self.schema.names, found)) else 4
        if isinstance(found, list):
            return 1 if len(found) > 1 else 3
        return 2

    def _decoded(self, raw: str | Sequence[Pair], shape: Shape) -> Raw | None:
        if shape == "object" and self._is_scattered and len(self._shapes) > 1 and not isinstance(raw, str):
            raw = [pair for pair in raw if unescape_text(pair[0]) != self.name]
        return decode_parameter(self.name, raw, place=self.place, shape=shape, style=self._style, explode=self._explode)

    def _unless_blank(self, found: Raw, value: Any) -> Any:
        """What an empty text says, where it is no value itself: an empty array or object, or nothing at all."""
        if found not in ("", [""], {}) or self.schema is None or self.schema.accepts(value):
            return value
        if self.place == "query" and self.about.get("allowEmptyValue"):
            return ABSENT
        blanks: dict[str, Any] = {} if self._explode else {"array": [], "object": {}}
        fitting = [blanks[shape] for shape in self._shapes if shape in blanks]
        return next((blank for blank in fitting if self.schema.accepts(blank)), value)
