"""The command `onetongue`: its subcommands put together, and the short ones.

Responsible for: which subcommands there are, in the order that help shows; `translate`, `models`.
Not responsible for: showing what was detected (`look`); what leads back from an output
(`account`).
"""

from __future__ import annotations

from onetongue.cli import account, look
from onetongue.cli.console import STDIN, name_of, out, read
from onetongue.cli.options import (
    DEFAULTS,
    EngineName,
    Model,
    OneFile,
    Source,
    Target,
    Version,
    load_normalizer,
    new_app,
)
from onetongue.document import Options

app = new_app(no_args_is_help=True)
_models = new_app(no_args_is_help=True)


@app.callback()
def onetongue(version: Version = False) -> None:
    """Look at what `normalize` sees and did, and take it back."""


app.command()(look.detect)
app.command()(look.explain)


@app.command()
def translate(
    file: OneFile = STDIN,
    *,
    source: Source = DEFAULTS.source,
    target: Target = DEFAULTS.target,
    engine: EngineName = DEFAULTS.engine,
    model: Model = DEFAULTS.model,
) -> None:
    """Translate every line, all of it: the engine alone. Lines in, as many lines out."""
    from onetongue.formats import decode  # noqa: PLC0415 - see the package
    from onetongue.write import encode_text  # noqa: PLC0415 - see the package

    decoded = decode(read(file), name_of(file))
    lines = decoded.text.split("\n")
    full = [i for i, line in enumerate(lines) if line.strip(" \t\r\ufeff")]
    options = Options(source=source, target=target, engine=engine, model=model)
    texts = [lines[i].strip(" \t\r\ufeff") for i in full]
    translations = load_normalizer(options).translate(texts) if full else ()
    for i, text, translation in zip(full, texts, translations, strict=True):
        before, after = lines[i].split(text, 1)
        lines[i] = before + " ".join(translation.splitlines()) + after
    out(encode_text("\n".join(lines), decoded.encoding))


app.command()(account.verify)
app.command()(account.revert)
app.add_typer(_models, name="models")


@_models.callback()
def models() -> None:
    """Translation models."""


@_models.command("path")
def models_path(*, source: Source = DEFAULTS.source, target: Target = DEFAULTS.target) -> None:
    """Print the folders searched for models, and the package that would be used."""
    from onetongue.translate.argos_home import places  # noqa: PLC0415 - see the package
    from onetongue.translate.packages import EMBEDDED, find  # noqa: PLC0415 - see the package

    for folder in (EMBEDDED, *places()):
        out(f"searched: {folder}\n")
    for language in Options(source=source, target=target).languages:
        package = find(language, target)
        used = package.folder if package else "no package"
        out(f"{language} to {target}: {used}\n")
