"""A certificate of the client's: both transports show it, and a server that demands one sees whose it is."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme

from codegen.tests.runtime.scripted import Server, Twin, respond
from dovetail.runtime.client import errors
from dovetail.runtime.client.operation import Operation
from dovetail.runtime.client.schemes import MutualTlsScheme, gather
from dovetail.runtime.client.settings import Certificates, Settings

GET: Operation[Any] = Operation("get", "GET", "/things", returns=None, security=(("tls",),))
SCHEMES = (MutualTlsScheme(name="tls", argument="cert"),)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def names() -> list[str]:
    """Whose certificates the server saw."""
    return []


@pytest.fixture
def server(authority: trustme.CA, names: list[str]) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED

    def reply(incoming: object, connection: socket.socket) -> bytes:
        assert isinstance(connection, ssl.SSLSocket)
        found: Any = connection.getpeercert() or {}
        names.extend(value for kind, value in found.get("subjectAltName", ()) if kind == "DNS")
        return respond(204)

    listener = context.wrap_socket(socket.create_server(("127.0.0.1", 0)), server_side=True)
    made = Server(reply, listener)
    threading.Thread(target=made.run, daemon=True).start()
    yield made
    listener.close()


def settings(server: Server, authority: trustme.CA, folder: Path, cert: Certificates | None) -> Settings:
    roots = folder / "roots.pem"
    authority.cert_pem.write_to_path(roots)
    credentials = gather(SCHEMES, {"tls": cert})
    url = server.url.replace("http:", "https:")
    return Settings(url, credentials, 5.0, 0, verify=str(roots), cert=cert, schemes=SCHEMES)


@pytest.mark.parametrize("is_one_file", [True, False])
def test_the_server_sees_the_certificate(
    server: Server, authority: trustme.CA, names: list[str], tmp_path: Path, twin: Twin, *, is_one_file: bool
) -> None:
    issued = authority.issue_cert("robot.test")
    pem, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    if is_one_file:
        issued.private_key_and_cert_chain_pem.write_to_path(pem)
    else:
        issued.cert_chain_pems[0].write_to_path(pem)
        issued.private_key_pem.write_to_path(key)
    cert = str(pem) if is_one_file else (str(pem), str(key))
    twin.call(settings(server, authority, tmp_path, cert), GET, {})
    assert names == ["robot.test"]


def test_without_a_certificate_nothing_is_sent(
    server: Server, authority: trustme.CA, tmp_path: Path, twin: Twin
) -> None:
    here = settings(server, authority, tmp_path, None)
    with pytest.raises(errors.CredentialsError, match="get: no credentials: pass cert"):
        twin.call(here, GET, {})
    open_to_all: Operation[Any] = Operation("get", "GET", "/things", returns=None, security=())
    with pytest.raises(errors.TransportError):
        twin.call(here, open_to_all, {})
    assert server.seen == []
