"""The generators of others, each as one command into an empty folder, in the way its own documentation shows."""

from __future__ import annotations

import json
import os
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

from bench.peers import ROOT, SPEC, without_rules_between_fields
from bench.processes import TOOLS, Command, Cost

OPENAPI_GENERATOR = "OPENAPI_GENERATOR"
"""The environment variable with the command that runs openapi-generator, where it is not the one of `make bench`."""

MODELS = "datamodel-code-generator, models alone"
CLIENT = "datamodel-code-generator, its client"

_JAR = ROOT / "build/openapi-generator/openapi_generator_cli/openapi-generator.jar"
_FORM = ("--input-file-type", "openapi", "--output-model-type", "pydantic_v2.BaseModel", "--output", "models")
_CLIENT = ("--generate-client", "httpx2", "--client-package", "client", "--client-model-package", "models")
_PYTHON = ("generate", "-g", "python", "--skip-validate-spec")
_LEFT_OUT = "Endpoint will not be generated"
_SCOPES = ("--openapi-scopes", "schemas", "api", "--client-output", "client")


def peers(spec: Path) -> Mapping[str, Command]:
    """The command of each generator that is installed."""
    models: Command = [TOOLS / "datamodel-codegen", "--input", spec, *_FORM]
    commands: dict[str, Command] = {
        MODELS: models,
        CLIENT: [*models, *_CLIENT, *_SCOPES],
        "openapi-python-client": [TOOLS / "openapi-python-client", "generate", "--path", spec, "--output-path", "out"],
    }
    if command := openapi_generator():
        commands["openapi-generator"] = [*command, *_PYTHON, "-i", spec, "-o", "out"]
    return commands


def remark(used: Cost) -> str:
    """What a reader has to know beside the numbers: why it failed, or how much it left out."""
    left_out = used.log.count(_LEFT_OUT)
    return used.failure or (f"left out {left_out} operations" if left_out else "")


def openapi_generator() -> Command:
    """What runs openapi-generator: what the variable says, or else what `make bench` has put there; maybe nothing."""
    if asked := os.environ.get(OPENAPI_GENERATOR):
        return shlex.split(asked)
    java = shutil.which("java")
    return [java, "-jar", _JAR] if java and _JAR.exists() else []


def easier(spec: Path, original: Path) -> Path | None:
    """Beside a description of ours: the same without the rules between fields that some cannot read."""
    if original != SPEC:
        return None
    target = spec.with_name("easier.json")
    target.write_text(json.dumps(without_rules_between_fields(original), default=str), encoding="utf-8")
    return target
