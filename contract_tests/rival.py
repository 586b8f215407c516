"""One of several processes that want the same: `python rival.py HOST PORT AUTHORIZATION`, the standard library alone.

It connects, says `ready`, and for each line that it reads, a path, accepts the reservation there and prints the answer.
"""

from __future__ import annotations

import http.client
import json
import sys


def main(host: str, port: str, authorization: str) -> None:
    """Take part in the race."""
    connection = http.client.HTTPConnection(host, int(port), timeout=60)
    headers = {"Authorization": authorization, "Content-Type": "application/x-www-form-urlencoded"}
    connection.connect()
    tell("ready")
    for line in sys.stdin:
        path = line.strip()
        connection.request("POST", path, "ReservationStatus=accepted", headers)
        answer = connection.getresponse()
        said = {"path": path, "status": answer.status, "headers": answer.getheaders(), "body": answer.read().decode()}
        tell(json.dumps(said))


def tell(line: str) -> None:
    """Say a line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:4])
