"""`child.py LOG COMMAND…` runs a command and prints its CPU seconds, seconds of the clock, peak and exit code as JSON.

A program of its own, and a small one: the peak of a process is never less than what started it had in memory.
"""

import json
import os
import sys
import time


def main() -> None:
    """Run the command with its output in the log."""
    log, *command = sys.argv[1:]
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    started = time.perf_counter()
    streams = [(os.POSIX_SPAWN_DUP2, output, descriptor) for descriptor in (1, 2)]
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=streams)
    _, status, used = os.wait4(process, 0)
    clock = time.perf_counter() - started
    print(json.dumps([used.ru_utime + used.ru_stime, clock, used.ru_maxrss * 1024, os.waitstatus_to_exitcode(status)]))


if __name__ == "__main__":
    main()
