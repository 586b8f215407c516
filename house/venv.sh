#!/bin/sh
# Makes the virtual environment named by the first argument with any Python 3.11 or later; says what is missing if none is.
# PYTHON, where set, is the only candidate.
set -eu

venv=$1
if "$venv/bin/python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    exit 0
fi

for candidate in ${PYTHON:-python3 python3.11 python3.12 python3.13 python3.14 python}; do
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        rm -rf "$venv"
        echo "Making $venv with $("$candidate" --version) …"
        exec "$candidate" -m venv "$venv"
    fi
done

echo "No Python 3.11 or later with venv and pip was found (tried: ${PYTHON:-python3, python3.11 … 3.14, python})." >&2
echo "Install one (on Debian and Ubuntu: python3 and python3-venv) or name it: make setup PYTHON=/path/to/python3" >&2
exit 1
