"""Which engine translates.

Responsible for: turning the caller's options and what is installed into one `Translator`.
Not responsible for: how an engine works.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from onetongue.errors import ModelError
from onetongue.translate.apertium import ApertiumTranslator, find_route
from onetongue.translate.packages import find_embedded, find_installed, open_package, primary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from onetongue.document import Options
    from onetongue.translate.engine import Translator
    from onetongue.translate.packages import Package

# The distribution packages that hold the modes of a pair.
_APERTIUM_PACKAGES = {("fr", "en"): "apertium-fr-es apertium-eng-spa"}


def choose(options: Options, language: str) -> Translator:
    """Return the engine that translates `language` to the target of `options`.

    A model named by its path is used. Otherwise "auto" takes the best there is: an Argos package
    that somebody installed, else the embedded one, else Apertium.

    Raises:
        ModelError: there is no such engine, with the commands that get one; or the model is
            damaged or of another language pair.
    """
    target = options.target
    if options.model is not None:
        if options.engine in {"apertium", "embedded"}:
            raise ModelError(f"--model names an Argos package; leave out --engine {options.engine}")
        return _load(open_package(Path(options.model), language, target))
    for name, engine_of in _ENGINES.items():
        if options.engine in {"auto", name}:
            engine = engine_of(language, target)
            if engine is not None:
                return engine
    raise ModelError(_advice(options.engine, primary(language), primary(target)))


def _argos(source: str, target: str) -> Translator | None:
    package = find_installed(source, target)
    return _load(package) if package else None


def _embedded(source: str, target: str) -> Translator | None:
    package = find_embedded(source, target)
    return _load(package) if package else None


def _apertium(source: str, target: str) -> Translator | None:
    route = find_route(source, target)
    return ApertiumTranslator(route, primary(source), primary(target)) if route else None


# Best first: benchmarks/translation, "Quality".
_ENGINES: Final[Mapping[str, Callable[[str, str], Translator | None]]] = {
    "argos": _argos,
    "embedded": _embedded,
    "apertium": _apertium,
}


def _load(package: Package) -> Translator:
    from onetongue.translate.argos import ArgosTranslator  # noqa: PLC0415 -- only this file loads it

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
