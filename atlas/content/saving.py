"""Writes a file whole or not at all: whoever looks, or kills the atlas, finds the old file or the new one."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import sys
from pathlib import Path

from atlas.domain.problems import NotSaved

_PART, _END = ".atlas-", ".part"  # a file that is being written, beside the one it will be
_TRIES = 3
_WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EFBIG: "the file would be too large",
    errno.EROFS: "nothing can be written on this disk",
    errno.EACCES: "writing is not allowed there",
    errno.EPERM: "writing is not allowed there",
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
    errno.EEXIST: "there is no such folder",  # a file has its name
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "it is a link that leads nowhere",
}
FOLDER, NO_FILE = "it is a folder", "it is no ordinary file"
FAILED = "the disk reports an error"
WHY = (*dict.fromkeys(_WHY.values()), FOLDER, NO_FILE, FAILED)  # for whoever says them in another language


def not_saved(path: Path, error: OSError | ValueError) -> NotSaved:
    """What an error means to who wanted the file; ValueError: a name that no file can have."""
    return NotSaved(path, _WHY.get(getattr(error, "errno", None) or 0, FAILED))


def save_whole(path: Path, data: bytes, *, private: bool = False, lasting: bool = True) -> None:
    """Puts `data` in the place of what the file held. Raises NotSaved.

    A symbolic link stays, and the file it leads to is written. An old file keeps its mode; a `private` one is for its
    owner only. What is neither absent nor a regular file is refused: it would be replaced. Not `lasting`: a loss of
    power may take it.
    """
    try:
        target = Path(os.path.realpath(path))
        old = _regular(path, target)
        _clear(target.parent)
        for left in reversed(range(_TRIES)):
            try:
                return _write(target, data, 0o600 if private else None if old is None else stat.S_IMODE(old), lasting)
            except FileNotFoundError:  # cleared away by another atlas, before it was known to be in use
                if not left or not target.parent.is_dir():
                    raise
    except (OSError, ValueError) as error:
        raise not_saved(path, error) from error


def _regular(path: Path, target: Path) -> int | None:
    """The mode of the file that is there, None where none is. Raises NotSaved for anything but a file."""
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(mode):
        raise OSError(errno.ELOOP, "")
    if not stat.S_ISREG(mode):
        raise NotSaved(path, FOLDER if stat.S_ISDIR(mode) else NO_FILE)
    if not os.access(target, os.W_OK):  # a file that is write-protected would be replaced as well
        raise OSError(errno.EACCES, "")
    return mode


def _write(target: Path, data: bytes, mode: int | None, lasting: bool) -> None:
    part = target.with_name(f"{_PART}{secrets.token_hex(8)}{_END}")
    file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666 & (mode or 0o666))
    try:
        try:
            _in_use(file)
            left = memoryview(data)
            while left:
                written = os.write(file, left)
                if not written:
                    raise OSError(errno.ENOSPC, "")
                left = left[written:]
            if mode is not None:
                with contextlib.suppress(OSError):  # some disks know no modes
                    part.chmod(mode)
            if lasting:
                os.fsync(file)
            if sys.platform != "win32":  # in use until it is in its place; Windows moves only what is closed
                part.replace(target)
        finally:
            os.close(file)
        if sys.platform == "win32":
            part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    if lasting:
        _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            file = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(file)
            finally:
                os.close(file)


def _clear(folder: Path) -> None:
    """Takes away what an atlas that was killed left half written; what one is still writing is in use."""
    for part in folder.glob(f"{_PART}*{_END}"):
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                part.unlink()  # fails while it is open
                continue
            file = os.open(part, os.O_RDWR | os.O_NONBLOCK | os.O_NOFOLLOW)
            try:
                if stat.S_ISREG(os.fstat(file).st_mode) and _in_use(file):
                    part.unlink()
            finally:
                os.close(file)


def _in_use(file: int) -> bool:
    """Marks an open file as in use until it is closed; False if another one has done so."""
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True
