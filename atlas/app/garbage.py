"""When Python looks for what nobody holds any more: not among what stands, and at once where a window was left."""

from __future__ import annotations

import gc


def pass_over_what_stands() -> None:
    """What was made until now stays, and need not be looked through again; `atlas.startup` had turned it all off."""
    gc.freeze()
    gc.enable()


def let_all_go() -> None:
    """The window is closed: what was passed over can go too, where the program stays."""
    gc.unfreeze()


def clear_away() -> None:
    """A window was left for another: it goes now, with all that it knew of a patient, also what was passed over."""
    collect_all()


def collect_all() -> None:
    """Looks through everything, and passes over what is left."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
