"""The command `onetongue`: its subcommands put together, and the short ones.

Responsible for: which subcommands there are, in the order that help shows; `translate`.
Not responsible for: showing what was detected (`look`); what leads back from an output
(`account`); models (`models`) and translation memories (`memory`).
"""

from __future__ import annotations

from contextlib import closing

from onetongue.cli import account, export, look, memory, models, review
from onetongue.cli.console import STDIN, name_of, out, read
from onetongue.cli.options import (
    LANGUAGES,
    TRANSLATION,
    OneFile,
    Version,
    load_normalizer,
    new_app,
    with_options,
)
from onetongue.document import Options  # noqa: TC001 - typer reads annotations

app = new_app(no_args_is_help=True)


@app.callback()
def onetongue(version: Version = False) -> None:
    """Look at what `normalize` sees and did, and take it back."""


app.command()(look.detect)
app.command()(look.explain)


@app.command()
@with_options(*LANGUAGES, *TRANSLATION)
def translate(
    file: OneFile = STDIN,
    *,
    options: Options,
) -> None:
    """Translate every line, all of it: the engine alone. Lines in, as many lines out."""
    from onetongue.formats import decode  # noqa: PLC0415 - see the package
    from onetongue.write import encode_text  # noqa: PLC0415 - see the package

    decoded = decode(read(file), name_of(file))
    lines = decoded.text.split("\n")
    full = [i for i, line in enumerate(lines) if line.strip(" \t\r\ufeff")]
    texts = [lines[i].strip(" \t\r\ufeff") for i in full]
    with closing(load_normalizer(options)) as normalizer:
        translations = normalizer.translate(texts) if full else ()
    for i, text, translation in zip(full, texts, translations, strict=True):
        before, after = lines[i].split(text, 1)
        lines[i] = before + " ".join(translation.splitlines()) + after
    out(encode_text("\n".join(lines), decoded.encoding))


app.command()(account.verify)
app.command()(account.revert)
app.command()(export.export)
app.command("import")(review.import_xliff)
app.command("apply")(review.apply_decisions)
app.add_typer(models.app, name="models")
app.add_typer(memory.app, name="memory")
