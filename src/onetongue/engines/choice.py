"""Which engine translates.

Responsible for: turning the caller's options and what is installed into one `Translator`.
Not responsible for: how an engine works.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onetongue.engines.apertium import ApertiumTranslator, find_route
from onetongue.engines.packages import find_embedded, find_installed, open_package
from onetongue.errors import ModelError
from onetongue.language.tags import primary

if TYPE_CHECKING:
    from onetongue.document import Options
    from onetongue.engines.packages import Package
    from onetongue.engines.translator import Translator

# The distribution packages that hold the modes of a pair.
_APERTIUM_PACKAGES = {("fr", "en"): "apertium-fr-es apertium-eng-spa"}


def choose(options: Options, language: str) -> Translator:
    """Return the engine that translates `language` to the target of `options`.

    A model named by its path is used. Otherwise "auto" takes the best there is: a sound Argos
    package that somebody installed, else the embedded one, else Apertium.

    Raises:
        ModelError: there is no such engine, with the commands that get one; or the model is
            damaged or of another language pair.
    """
    target = options.target
    if options.model is not None:
        if options.engine in {"apertium", "embedded"}:
            raise ModelError(f"--model names an Argos package; leave out --engine {options.engine}")
        return _load(open_package(Path(options.model), language, target))
    problem: ModelError | None = None
    if options.engine in {"auto", "argos"}:
        try:
            if package := find_installed(language, target):
                return _load(package)
        except ModelError as err:
            problem = err
    if options.engine in {"auto", "embedded"} and (package := find_embedded(language, target)):
        return _load(package)
    if problem is not None:  # of a package somebody chose to install: nothing lesser without a word
        raise problem
    if options.engine in {"auto", "apertium"} and (route := find_route(language, target)):
        return ApertiumTranslator(route, primary(language), primary(target))
    raise ModelError(_advice(options.engine, primary(language), primary(target)))


def _load(package: Package) -> Translator:
    from onetongue.engines.argos import ArgosTranslator  # noqa: PLC0415 -- only this file loads it

    return ArgosTranslator(package)


def _advice(engine: str, source: str, target: str) -> str:
    commands = []
    if engine != "apertium":
        commands.append(f"`onetongue models install {source} {target}`")
    if engine not in {"argos", "embedded"}:
        modes = _APERTIUM_PACKAGES.get((source, target), f"apertium-{source}-{target}")
        commands.append(f"`apt-get install apertium {modes}`")
    if engine == "embedded":
        return (
            f"no package for {source} to {target} is embedded in onetongue: run "
            f"{' or '.join(commands)} and leave out --engine embedded"
        )
    what = {"auto": "translation engine", "argos": "Argos package", "apertium": "Apertium mode"}
    return (
        f"no {what[engine]} for {source} to {target} is installed: run {' or '.join(commands)}"
        + ("" if engine == "apertium" else ", or give --model PATH")
    )
