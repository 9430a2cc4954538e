"""The learners on this machine, a file each: made, renamed, moved to another machine, deleted for good."""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
import unicodedata
from os import PathLike
from pathlib import Path

from atlas.content.files import read_bytes
from atlas.content.kept.learner_file import LearnerFile, check_head, make_learner, name_in, open_learner
from atlas.content.saving import FAILED, not_saved, save_whole
from atlas.domain.problems import NotSaved, Unreadable
from atlas.domain.study.keeping import Known, SetAside
from atlas.domain.study.learner import LONGEST_NAME, NotALearner

END = ".learner"
_BESIDE = ("-wal", "-shm", "-journal")
_MOST_BYTES = 200_000_000


class LearnerFolder:
    """`Learners` in a folder; None: only in memory, as long as this is there."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._in_memory: dict[str, LearnerFile] = {}
        self._aside: list[SetAside] = []

    def known(self) -> tuple[Known, ...]:
        """Who there is, the one that studied last first; a file that cannot be read is set aside."""
        if self._folder is None:
            return tuple(Known(id=k, name=book.name) for k, book in reversed(self._in_memory.items()))
        found: list[tuple[float, Known]] = []
        for path in sorted(self._folder.glob(f"*{END}")):
            with contextlib.suppress(NotALearner, OSError):
                found.append((path.stat().st_mtime, Known(id=path.stem, name=self._name_of(path))))
        return tuple(known for _, known in sorted(found, key=lambda one: (-one[0], one[1].name)))

    def _name_of(self, path: Path) -> str:
        try:
            check_head(path)
            return name_in(path)
        except (sqlite3.Error, ValueError, NotALearner):
            with contextlib.closing(self._opened(path)) as book:  # it may only be in use: that is known for sure here
                return book.name

    def open(self, learner: str) -> LearnerFile:
        """Raises NotALearner; a file that is damaged, or of a later atlas, has then been set aside."""
        if self._folder is None:
            return self._in_memory[learner]
        path = self._path(learner)
        if not path.exists():
            raise NotALearner(path.name, "damaged")
        book = self._opened(path)
        with contextlib.suppress(OSError):
            os.utime(path)  # the one that studied last
        return book

    def _opened(self, path: Path) -> LearnerFile:
        try:
            return open_learner(path)
        except NotALearner as error:
            if error.why != "open":
                self._aside.append(SetAside(kept=_put_aside(path), problem=error))
            raise

    def add(self, name: str) -> Known:
        """A new one, with a name that no other has. Raises NotSaved."""
        learner, name = secrets.token_hex(8), self._free_name(name)
        if self._folder is None:
            self._in_memory[learner] = make_learner(None, name)
            return Known(id=learner, name=name)
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise not_saved(self._folder, error) from error
        path = self._path(learner)
        try:
            book = make_learner(path, name)
        except NotSaved:
            _remove(path)
            raise
        book.close()
        with contextlib.suppress(OSError):
            path.chmod(0o600)
        return Known(id=learner, name=name)

    def rename(self, learner: str, name: str) -> None:
        """Raises NotSaved, NotALearner."""
        book = self.open(learner)
        if book.name != name.strip():
            book.keep_name(self._free_name(name))
        self._done(book)

    def delete(self, learner: str) -> None:
        """For good: the file, and what lies beside it. Raises NotSaved."""
        if self._folder is None:
            self._in_memory.pop(learner, None)
            return
        path = self._path(learner)
        try:
            _remove(path, strictly=True)
        except OSError as error:
            raise not_saved(path, error) from error

    def save_copy(self, learner: str, path: PathLike[str]) -> None:
        """Whole or not at all. Raises NotSaved, NotALearner."""
        book = self.open(learner)
        part = Path(path).with_name(f".{Path(path).name}.{secrets.token_hex(4)}")
        try:
            book.copied(part)
            save_whole(Path(path), part.read_bytes(), private=True)
        except OSError as error:
            raise not_saved(Path(path), error) from error
        finally:
            _remove(part)
            self._done(book)

    def take_in(self, path: PathLike[str]) -> Known:
        """A copy of what is in a file. Raises NotALearner, NotSaved."""
        source = Path(path)
        check_head(source)
        if self._folder is None:
            raise NotSaved(source, FAILED)
        learner = secrets.token_hex(8)
        own, trial = self._path(learner), self._folder / f".{learner}.part"
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            save_whole(trial, read_bytes(source, _MOST_BYTES), private=True, lasting=False)
        except Unreadable as error:
            raise NotALearner(source.name, "damaged") from error
        except OSError as error:
            raise not_saved(own, error) from error
        try:
            book = open_learner(trial)
            book.keep_name(self._free_name(book.name))
            name = book.name
            book.close()
            trial.replace(own)
        except NotALearner as error:
            raise NotALearner(source.name, error.why) from error
        except OSError as error:
            raise not_saved(own, error) from error
        finally:
            _remove(trial)
        return Known(id=learner, name=name)

    def take_aside(self) -> tuple[SetAside, ...]:
        """What was set aside since this was asked last."""
        found, self._aside = tuple(self._aside), []
        return found

    def _path(self, learner: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{learner}{END}"

    def _done(self, book: LearnerFile) -> None:
        if self._folder is not None:
            book.close()

    def _free_name(self, name: str) -> str:
        """A name in one line that nobody has; a number tells those of one name apart."""
        plain = " ".join("".join(" " if unicodedata.category(c)[0] == "C" else c for c in name).split())
        plain = plain[:LONGEST_NAME] or "?"
        taken = {known.name for known in self.known()}
        free, number = plain, 2
        while free in taken:
            free, number = f"{plain} ({number})", number + 1
        return free


def _put_aside(path: Path) -> Path:
    """Moves a file, with what lies beside it, to where nothing reads or overwrites it; says where it is then."""
    number = 1
    while (aside := path.with_name(f"{path.name}.broken" + (f"-{number}" if number > 1 else ""))).exists():
        number += 1
    try:
        for beside in _BESIDE:
            log = path.with_name(path.name + beside)
            if log.exists():
                log.rename(aside.with_name(aside.name + beside))
        return path.rename(aside)
    except OSError:
        return path


def _remove(path: Path, *, strictly: bool = False) -> None:
    """Raises OSError where the file itself stays, if `strictly`."""
    for beside in _BESIDE:
        with contextlib.suppress(OSError):
            path.with_name(path.name + beside).unlink()
    with contextlib.nullcontext() if strictly else contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
