"""What the atlas promises of itself: nothing goes over a network, and it stays small."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[1]
_NETWORK = {
    *("socket", "ssl", "socketserver", "select", "selectors", "asyncio", "http", "urllib", "ftplib", "smtplib"),
    *("imaplib", "poplib", "telnetlib", "xmlrpc", "webbrowser", "requests", "httpx", "aiohttp", "urllib3"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtNetworkAuth"),
}
_MOST_MB = 250

_WALK = """
import os, sys
heard = []
sys.addaudithook(lambda event, args: heard.append((event, str(args))) if event.startswith("socket.") else None)
import socket
def refuse(*_, **__):
    raise AssertionError("a socket was asked for")
socket.socket = socket.create_connection = refuse

def sockets():
    # those that Qt itself opens would be seen here
    links = []
    for name in os.listdir("/proc/self/fd"):
        try:
            links.append(os.readlink(f"/proc/self/fd/{name}"))
        except OSError:
            pass
    return {link for link in links if link.startswith("socket:")}

before = sockets() if os.path.isdir("/proc/self/fd") else set()
from pathlib import Path
from atlas.app import AtlasApp
from PySide6.QtWidgets import QApplication
from atlas import cli, paths
from atlas.content.catalog import FileCatalog
from atlas.render.fonts import font, load_fonts
application = QApplication(["atlas"])
load_fonts(paths.FONTS)
application.setFont(font())
folder = Path(sys.argv[1])
app = AtlasApp(FileCatalog(paths.Places(cache=folder)), settings=folder / "window.json")
app.open()
from tests.ui.surfaces import every_surface
for _ in every_surface(app):
    pass
app.store.choose_muscle("infraspinatus")
app.handout.opened().open()
app.handout.made.save(folder / "handout.pdf")
app.handout.made.sheet.copy_wanted.emit()
app.handout.stop()
app.store.choose_language("es")
application.processEvents()
for words in (["list"], ["show", "infraspinatus"], ["match", "--regions", "temple"], ["views"], ["regions"],
              ["handout", "infraspinatus", "--lang", "es", "-o", str(folder / "h.png")],
              ["render", "infraspinatus", "-o", str(folder / "r.png")], ["export", "-o", str(folder / "e.json")]):
    assert cli.main(words, places=paths.Places(cache=folder)) == 0, words
app.window.close()
after = sockets() if os.path.isdir("/proc/self/fd") else set()
assert not after - before, after - before
assert not heard, heard
print("walked to the end")
sys.stdout.flush()
os._exit(0)
"""


def test_no_part_of_the_atlas_imports_what_speaks_over_a_network() -> None:
    found = []
    for path in (_ROOT / "atlas").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{a.name}" for a in node.names)]
            found += [f"{path.name}: {n}" for n in names if n in _NETWORK or n.partition(".")[0] in _NETWORK]
    assert found == []


@pytest.mark.walk
def test_a_walk_through_everything_opens_no_socket(tmp_path: Path) -> None:
    done = _python(["-c", _WALK, str(tmp_path)])
    assert "walked to the end" in done.stdout, done.stderr[-3000:]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says how much memory is held")
def test_both_figures_every_view_and_a_handout_leave_less_than_250_mb_held() -> None:
    done = _python([str(_ROOT / "benchmarks" / "run.py"), "--probe", "memory"])
    assert done.returncode == 0, done.stderr[-3000:]
    assert json.loads(done.stdout.splitlines()[-1])["held"] < _MOST_MB


def _python(words: list[str]) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
    return subprocess.run([sys.executable, *words], env=surroundings, capture_output=True, text=True, timeout=600)
