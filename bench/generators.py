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
PYTHON_CLIENT = "openapi-python-client"

_MODELS, _PYTHON_CLIENT = TOOLS / "datamodel-codegen", TOOLS / "openapi-python-client"
_JAR = ROOT / "build/openapi-generator/openapi_generator_cli/openapi-generator.jar"
_FORM = ("--input-file-type", "openapi", "--output-model-type", "pydantic_v2.BaseModel", "--output", "models")
_CLIENT = (
    *("--openapi-scopes", "schemas", "api", "--generate-client", "httpx2", "--client-output", "client"),
    *("--client-package", "client", "--client-model-package", "models"),
)
_PYTHON = ("generate", "-g", "python", "--skip-validate-spec")
_LEFT_OUT = "Endpoint will not be generated"


def peers(spec: Path) -> Mapping[str, Command]:
    """The command of each generator that is installed."""
    commands: dict[str, Command] = {
        MODELS: [_MODELS, "--input", spec, *_FORM],
        CLIENT: [_MODELS, "--input", spec, *_FORM, *_CLIENT],
        PYTHON_CLIENT: [_PYTHON_CLIENT, "generate", "--path", spec, "--output-path", "out"],
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
    # Without the property it refuses YAML of more than 3 MB.
    return [java, f"-DmaxYamlCodePoints={2**31 - 1}", "-jar", _JAR] if java and _JAR.exists() else []


def second_try(contender: str, spec: Path, original: Path) -> tuple[str, Command] | None:
    """What may help a generator that refused a description, and the command with it: its own advice, or our editing."""
    if contender == PYTHON_CLIENT:
        configuration = spec.with_name("literal_enums.yaml")
        configuration.write_text("literal_enums: true", encoding="utf-8")
        return "literal_enums", [*peers(spec)[contender], "--config", configuration]
    if contender == CLIENT and original == SPEC:
        easier = spec.with_name("easier.json")
        easier.write_text(json.dumps(without_rules_between_fields(original), default=str), encoding="utf-8")
        return "no rules between fields", peers(easier)[contender]
    return None
