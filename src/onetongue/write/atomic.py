"""Writing a file so that a crash leaves the old one or the new one, never a mixture.

Responsible for: temporary file in the same folder, fsync, replace; mode bits kept, symbolic links
followed, equal bytes not written.
Not responsible for: what the bytes are (`account.normalized`), or standard output.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from onetongue.errors import InputError


def write_file(path: str | os.PathLike[str], data: bytes) -> bool:
    """Make `path` hold exactly `data`.

    A symbolic link stays one; the file it leads to is written. A new file gets the mode the
    umask gives; an old one keeps its mode (not its other hard links).

    Returns:
        Whether anything was written: False when the file held these bytes already.

    Raises:
        InputError: with the path and the reason (a folder, no permission, no such folder, disk
            full). The old file is intact and no temporary file remains.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "new.txt")
    ...     write_file(path, b"x"), write_file(path, b"x")
    (True, False)
    """
    try:
        target = Path(path).resolve()
        mode = _mode(target)
        if mode is not None and target.read_bytes() == data:
            return False
        _replace(target, data, mode)
    except (OSError, ValueError, RuntimeError) as err:  # a NUL in the path, a loop of links
        reason = getattr(err, "strerror", None) or str(err)
        raise InputError(f"{os.fspath(path)}: cannot be written: {reason}") from err
    return True


def _mode(target: Path) -> int | None:
    """Give the permission bits of the file to replace; None if there is none yet."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(0, "it is a folder")
    if not stat.S_ISREG(found.st_mode):
        raise OSError(0, "it is not a regular file; write to standard output instead")
    if not os.access(target, os.W_OK):  # replacing needs only the folder; respect the file too
        raise PermissionError(0, "the file is read-only")
    return stat.S_IMODE(found.st_mode)


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    # Short and random: a name made from the target's could be too long for the file system.
    temporary = target.with_name(f".onetongue-{secrets.token_hex(8)}.tmp")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:  # an interrupt leaves no temporary file either
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would write line feeds as two bytes


def _sync_folder(folder: Path) -> None:
    """Make the new name last; the file itself is complete already, so a failure is no error."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
