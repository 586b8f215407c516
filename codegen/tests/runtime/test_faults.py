"""The same faults of a connection are the same errors on both transports."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codegen.tests.runtime.scripted import SECRET, Incoming, Reply, Server, Twin, reset, respond, settings
from dovetail.runtime.client import errors
from dovetail.runtime.client.operation import Operation, path, query

Serve = Callable[[Reply], Server]
GET: Operation[Any] = Operation(
    "get",
    "GET",
    "/v1/{Id}",
    (path("id", "Id"), query("token", "token", is_secret=True)),
    returns=dict,
    security=(("key",),),
)
POST: Operation[Any] = Operation("post", "POST", "/v1/{Id}", (path("id", "Id"),), returns=dict, security=(("key",),))

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def _reset_before(incoming: Incoming, connection: socket.socket) -> None:
    reset(connection)


def _closed_before(incoming: Incoming, connection: socket.socket) -> None:
    connection.shutdown(socket.SHUT_RDWR)


def _reset_in_body(incoming: Incoming, connection: socket.socket) -> None:
    connection.sendall(HEAD + b"Content-Length: 100\r\n\r\n{")
    reset(connection)


def _truncated(incoming: Incoming, connection: socket.socket) -> None:
    connection.sendall(HEAD + b"Content-Length: 100\r\n\r\n{")


def _truncated_chunks(incoming: Incoming, connection: socket.socket) -> None:
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")


def _bad_chunks(incoming: Incoming, connection: socket.socket) -> None:
    connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")


def _bad_gzip(incoming: Incoming, connection: socket.socket) -> bytes:
    return HEAD + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"


def _not_http(incoming: Incoming, connection: socket.socket) -> None:
    connection.sendall(b"220 mail.example.test ESMTP\r\n\r\n")


def _silent(incoming: Incoming, connection: socket.socket) -> None:
    connection.recv(1)


def _stalls_in_body(incoming: Incoming, connection: socket.socket) -> None:
    connection.sendall(HEAD + b"Content-Length: 100\r\n\r\n{")
    connection.recv(1)


FAULTS: dict[str, tuple[Any, type[errors.TransportError]]] = {
    "reset before the answer": (_reset_before, errors.ProtocolError),
    "closed before the answer": (_closed_before, errors.ProtocolError),
    "reset in the body": (_reset_in_body, errors.ProtocolError),
    "body cut short": (_truncated, errors.ProtocolError),
    "chunks cut short": (_truncated_chunks, errors.ProtocolError),
    "chunks without a size": (_bad_chunks, errors.ProtocolError),
    "gzip that is none": (_bad_gzip, errors.ProtocolError),
    "not HTTP": (_not_http, errors.ProtocolError),
    "no answer in time": (_silent, errors.ReadTimeout),
    "body stalls": (_stalls_in_body, errors.ReadTimeout),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_after_sending(serve: Serve, twin: Twin, waits: list[float], fault: str) -> None:
    reply, expected = FAULTS[fault]
    timeout = 0.3 if expected is errors.ReadTimeout else 10.0
    server = serve(reply)
    with pytest.raises(expected) as caught:
        twin.call(settings(server.url, timeout=timeout, retries=1), GET, {"id": "x", "token": SECRET})
    assert type(caught.value) is expected
    assert len(server.seen) == 2, "a GET is sent again"
    assert waits == [0.5]
    _assert_silent_about_secrets(caught.value)

    post = serve(reply)
    with pytest.raises(expected):
        twin.call(settings(post.url, timeout=timeout, retries=3), POST, {"id": "x"})
    assert len(post.seen) == 1, "a POST that may have been processed is never sent twice"


def _assert_silent_about_secrets(error: BaseException) -> None:
    seen: BaseException | None = error
    while seen is not None:
        assert SECRET not in str(seen) + repr(seen) + repr(seen.args)
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)


def test_no_connection(twin: Twin, waits: list[float]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
    for operation in (GET, POST):
        waits.clear()
        with pytest.raises(errors.ConnectError) as caught:
            twin.call(settings(url), operation, {"id": "x"})
        assert type(caught.value) is errors.ConnectError
        assert str(caught.value) == f"{operation.method} {url}/v1/x: Connection refused"
        assert waits == [0.5, 1.0], "nothing was sent, so even a POST is tried again"


def test_an_unknown_host(twin: Twin) -> None:
    with pytest.raises(errors.ConnectError):
        twin.call(settings("http://host.invalid", retries=0), GET, {"id": "x"})


def test_a_connection_that_takes_too_long(twin: Twin) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        # Fill the queue of connections, so that one more is neither accepted nor refused.
        waiting = [socket.socket() for _ in range(3)]
        for client in waiting:
            client.setblocking(False)
            client.connect_ex(full.getsockname())
        with pytest.raises(errors.ConnectTimeout):
            twin.call(settings(f"http://127.0.0.1:{full.getsockname()[1]}", timeout=0.3, retries=0), POST, {"id": "x"})
        for client in waiting:
            client.close()


@pytest.mark.parametrize(
    ("greeting", "expected"), [(b"HTTP/1.1 400 No\r\n\r\n", errors.ConnectError), (b"", errors.ConnectTimeout)]
)
def test_tls_that_is_never_agreed(twin: Twin, greeting: bytes, expected: type[errors.ConnectError]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        held: list[socket.socket] = []

        def greet() -> None:
            for _ in range(2):
                connection, _ = listener.accept()
                held.append(connection)
                connection.sendall(greeting)

        threading.Thread(target=greet, daemon=True).start()
        url = f"https://127.0.0.1:{listener.getsockname()[1]}"
        with pytest.raises(errors.ConnectError) as caught:
            twin.call(settings(url, retries=1, timeout=0.5), POST, {"id": "x"})
        assert type(caught.value) is expected
        assert len(held) == 2, "nothing was sent, so even a POST is tried again"
        for connection in held:
            connection.close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is missing")
    folder = tmp_path_factory.mktemp("tls")
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names, *files],
        check=True,
        capture_output=True,
    )
    return folder / "cert.pem", folder / "key.pem"


@pytest.mark.filterwarnings("ignore:Unverified HTTPS request")
def test_the_authority_of_the_users_own(twin: Twin, certificate: tuple[Path, Path]) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    server = Server(lambda incoming, connection: respond(200, {"a": 1}))
    server.listener = context.wrap_socket(server.listener, server_side=True)
    threading.Thread(target=server.run, daemon=True).start()
    url = f"https://127.0.0.1:{server.port}"
    with pytest.raises(errors.ConnectError) as caught:
        twin.call(settings(url, retries=0), GET, {"id": "x"})
    assert "certificate verify failed" in str(caught.value).lower()
    for verify in (str(certificate[0]), False):
        assert twin.call(settings(url, retries=0, verify=verify), GET, {"id": "x"}) == {"a": 1}
    server.listener.close()


def test_a_proxy_that_is_not_there(twin: Twin) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        proxy = f"http://127.0.0.1:{closed.getsockname()[1]}"
    with pytest.raises(errors.ConnectError):
        twin.call(settings("http://example.test", proxies={"http": proxy}, retries=0), GET, {"id": "x"})


def test_compressed_answers_are_read(serve: Serve, twin: Twin) -> None:
    body = gzip.compress(b'{"a": 1}')
    server = serve(lambda incoming, connection: respond(200, body, {"Content-Encoding": "gzip"}))
    assert twin.call(settings(server.url), GET, {"id": "x"}) == {"a": 1}


def test_a_timeout_for_one_call(serve: Serve, twin: Twin) -> None:
    server = serve(_silent)
    with pytest.raises(errors.ReadTimeout):
        twin.call(settings(server.url, timeout=60.0, retries=0), GET, {"id": "x", "request_timeout": 0.2})
    assert "timeout" not in server.seen[0].target
