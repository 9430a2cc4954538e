"""The command line: the atlas for notes, slides and scripts. Qt is imported only to open the window or to render."""

from atlas.cli.command_line import main

__all__ = ["main"]
