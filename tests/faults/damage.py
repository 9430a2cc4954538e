"""The ways in which a file can be broken: cut, flipped, gone, in the way, a bomb, or sound but wrong."""

from __future__ import annotations

import io
import json
import os
import random
import re
import shutil
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, PngImagePlugin

Damage = Callable[[bytes], bytes]

IN_PLACE = ("deleted", "directory", "fifo")  # what is done to the name, not to the bytes
_BOMB_BYTES = 1_000_000_000


def apply(path: Path, name: str) -> None:
    """Breaks a file in one of the ways that `damages` names for it. The file is replaced, never written into."""
    data = path.read_bytes()
    path.unlink()
    if name == "directory":
        path.mkdir()
    elif name == "fifo":
        os.mkfifo(path)
    elif name != "deleted":
        path.write_bytes(damages(path)[name](data))


def repair(path: Path, sound: Path) -> None:
    """Puts the sound file back, by a link where that can be."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    try:
        path.hardlink_to(sound)
    except OSError:
        shutil.copy2(sound, path)


def damages(path: Path) -> dict[str, Damage]:
    """All that can be done to the bytes of a file, by name: what suits every file, and what suits its kind."""
    found = dict(_of_any(path))
    kind = path.suffix
    if kind == ".yaml":
        found |= dict(_of_yaml())
    elif kind == ".json":
        found |= dict(_of_json())
        if path.name == "views.json":
            found |= dict(_of_cameras())
    elif kind == ".npz":
        found |= dict(_of_arrays())
        if path.name == "patterns.npz":
            found |= dict(_of_patterns())
    elif kind in (".png", ".jpg"):
        found |= dict(_of_pictures())
        if kind == ".png" and {"muscles", "bones"} & set(path.parts) and path.name != "thumb.png":
            found |= dict(_of_corners())
    elif kind in (".faces", ".half"):
        found |= dict(_of_faces())
    return found


# -- any file ----------------------------------------------------------------


def _of_any(path: Path) -> Iterator[tuple[str, Damage]]:
    for share in (0.02, 0.33, 0.5, 0.9):
        yield f"cut at {share:.0%}", _cut(share)
    yield "last byte gone", lambda data: data[:-1]
    for k in range(5):
        yield f"byte flipped, {k + 1}", _flip(f"{path.name}{k}")
    yield "emptied", lambda data: b""
    yield "noise", lambda data: random.Random(len(data)).randbytes(len(data))
    yield "zeros", lambda data: bytes(len(data))
    yield "a page of the web", lambda data: b"<!DOCTYPE html><title>404</title>"
    yield "a pickle", lambda data: b"\x80\x04\x8c\x05posix\x8c\x06system\x93\x8c\x05false\x85R."


def _cut(share: float) -> Damage:
    return lambda data: data[: int(len(data) * share)]


def _flip(seed: str) -> Damage:
    def flip(data: bytes) -> bytes:
        out = bytearray(data)
        if out:
            out[random.Random(seed).randrange(len(out))] ^= 0xFF
        return bytes(out)

    return flip


# -- words -------------------------------------------------------------------


def _of_yaml() -> Iterator[tuple[str, Damage]]:
    bomb = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
        f"{chr(98 + k)}: &{chr(98 + k)} [{', '.join([f'*{chr(97 + k)}'] * 9)}]\n".encode() for k in range(8)
    )
    yield "cut at a line", lambda data: data[: data.rfind(b"\n", 0, int(len(data) * 0.6)) + 1]
    yield "bomb of aliases", lambda data: bomb
    yield "nested 20,000 deep", lambda data: b"[" * 20_000 + b"]" * 20_000
    yield "number of 5,000 digits", _digits
    yield "NUL inside", lambda data: data[: len(data) // 2] + b"\x00" + data[len(data) // 2 :]
    yield "not UTF-8", lambda data: data.replace(b"e", b"\xe9", 3)
    yield "UTF-16", lambda data: data.decode().encode("utf-16")
    yield "a list", lambda data: b"- 1\n- two\n"
    yield "one word", lambda data: b"nothing\n"
    yield "tab for blanks", lambda data: data.replace(b"\n  ", b"\n\t", 1)
    yield "keys of another kind", lambda data: re.sub(rb"(?m)^(  )?- id:", rb"\1- ident:", data, count=3) + b"zzz: 1\n"
    yield "said twice", lambda data: data + data
    yield "a quotation that never ends", lambda data: data.replace(b": ", b': "', 1)


def _digits(data: bytes) -> bytes:
    """Where a number stands, or else in place of the last value."""
    out, done = re.subn(rb"(: )-?\d+(\.\d+)?\n", rb"\g<1>" + b"7" * 5000 + b"\n", data, count=1)
    return out if done else data + b"zzz: " + b"7" * 5000 + b"\n"


# -- numbers -----------------------------------------------------------------


def _of_json() -> Iterator[tuple[str, Damage]]:
    yield "nested 20,000 deep", lambda data: b"[" * 20_000
    yield "number of 5,000 digits", lambda data: re.sub(rb"\d+", b"7" * 5000, data, count=1)
    yield "a list", lambda data: b"[1, 2]"
    yield "null", lambda data: b"null"
    yield "an empty object", lambda data: b"{}"
    yield "not UTF-8", lambda data: data.replace(b'"', b"\xe9", 3)
    yield "every number a word", lambda data: json.dumps(_swapped(json.loads(data), (int, float), "seven")).encode()
    yield "every word a number", lambda data: json.dumps(_swapped(json.loads(data), str, 7)).encode()
    yield "every list a word", lambda data: json.dumps(_swapped(json.loads(data), list, "seven")).encode()
    yield "every list empty", lambda data: json.dumps(_swapped(json.loads(data), list, [])).encode()
    yield (
        "every number not a number",
        lambda data: json.dumps(_swapped(json.loads(data), (int, float), float("nan"))).encode(),
    )
    yield "every number huge", lambda data: json.dumps(_swapped(json.loads(data), (int, float), 10**30)).encode()


def _swapped(value: Any, kind: Any, other: Any) -> Any:
    if isinstance(value, kind) and not isinstance(value, bool):
        return other
    if isinstance(value, dict):
        return {k: v if k == "key" else _swapped(v, kind, other) for k, v in value.items()}
    return [_swapped(v, kind, other) for v in value] if isinstance(value, list) else value


def _of_cameras() -> Iterator[tuple[str, Damage]]:
    wrong: dict[str, tuple[Any, ...]] = {
        "width": (0, -5, 1.5, "wide", None, 10**9, [808]),
        "height": (0, "high", 10**9),
        "centre": ([0, 0], "middle", [0, None, 0], [0, 0, float("nan")], 7),
        "yaw": ("north", float("nan"), None),
        "pitch": (float("inf"), [0]),
        "mm_per_px": (0, -1, float("nan"), "one"),
        "stance": (7, "flying", None),
    }
    for field, values in wrong.items():
        for value in values:
            yield f"{field} = {value!r}", _camera(field, value)
    for field in wrong:
        yield f"no {field}", _camera(field, _camera)
    yield "a field too many", _camera("lens", 50)
    yield "a view is a number", lambda data: json.dumps(dict.fromkeys(json.loads(data), 7)).encode()


def _camera(field: str, value: Any) -> Damage:
    def change(data: bytes) -> bytes:
        views = json.loads(data)
        for view in views.values():
            if value is _camera:
                del view[field]
            else:
                view[field] = value
        return json.dumps(views).encode()

    return change


def _of_arrays() -> Iterator[tuple[str, Damage]]:
    yield "a bomb of 2 GB", lambda data: _array_bomb(data, (500_000_000,))
    yield "a bomb that says it is small", lambda data: _array_bomb(data, (10,))
    yield "no arrays", lambda data: _stored({})
    yield "pickled arrays", _every_array(lambda a: a.astype(object))
    yield "arrays of words", _every_array(lambda a: np.array(["a", "b"]))
    yield "other kind of number", _every_array(lambda a: _other(a))
    yield "wider numbers", _every_array(_wider)
    yield "half of every array", _every_array(lambda a: a[: len(a) // 2] if a.ndim else a)
    yield "flat arrays", _every_array(lambda a: a.ravel() if a.ndim > 1 else a.reshape(-1, 1))
    yield "one axis more", _every_array(lambda a: a[None])
    yield "not a number", _every_array(lambda a: np.full_like(a, np.nan) if a.dtype.kind == "f" else a)
    yield "infinite", _every_array(lambda a: np.full_like(a, np.inf) if a.dtype.kind == "f" else a)
    yield "out of range", _every_array(lambda a: np.full_like(a, np.iinfo(a.dtype).max) if a.dtype.kind in "iu" else a)
    yield "below zero", _every_array(lambda a: np.full_like(a, -3) if a.dtype.kind == "i" else a)
    yield "the first array gone", lambda data: _stored(dict(list(_held(data).items())[1:]))
    yield "the last array gone", lambda data: _stored(dict(list(_held(data).items())[:-1]))
    yield "one plain array", lambda data: _plain_array()
    yield "another zip", lambda data: _zip({"readme.txt": b"hello"})


def _other(array: Any) -> Any:
    return array.astype({"f": "c8", "i": "f2", "u": "f2"}.get(array.dtype.kind, array.dtype))


def _wider(array: Any) -> Any:
    return array.astype({"f": "f8", "i": "i8", "u": "i8"}.get(array.dtype.kind, array.dtype))


def _held(data: bytes) -> dict[str, Any]:
    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def _stored(arrays: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    np.savez_compressed(out, **arrays)
    return out.getvalue()


def _plain_array() -> bytes:
    out = io.BytesIO()
    np.save(out, np.zeros(9))
    return out.getvalue()


def _every_array(change: Callable[[Any], Any]) -> Damage:
    return lambda data: _stored({name: change(array) for name, array in _held(data).items()})


def _array_bomb(data: bytes, shape: tuple[int, ...]) -> bytes:
    """Every array is a long row of zeros, packed small; its header may say something else."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for k, name in enumerate(_held(data)):
            with file.open(f"{name}.npy", "w", force_zip64=True) as member:
                np.lib.format.write_array_header_1_0(member, {"descr": "<f4", "fortran_order": False, "shape": shape})
                for _ in range(_BOMB_BYTES // 10_000_000 if k == 0 else 1):
                    member.write(bytes(10_000_000))
    return packed.getvalue()


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def _of_patterns() -> Iterator[tuple[str, Damage]]:
    def zones(change: Callable[[list[Any]], Any]) -> Damage:
        return _index(lambda entry: entry | {"zones": [change(z) for z in entry["zones"]]})

    def points(change: Callable[[list[Any]], Any]) -> Damage:
        return _index(lambda entry: entry | {"points": [change(p) for p in entry["points"]]})

    yield "zones past the end", zones(lambda z: [z[0], z[1], z[2] + 10**7, z[3] + 10**7])
    yield "zones turned round", zones(lambda z: [z[0], z[1], z[3], z[2]])
    yield "zones below zero", zones(lambda z: [z[0], z[1], -5, -2])
    yield "zones of words", zones(lambda z: [z[0], z[1], "a", "b"])
    yield "zones of halves", zones(lambda z: [z[0], z[1], 0.5, 7.5])
    yield "zones too short", zones(lambda z: z[:2])
    yield "zones of no strength", zones(lambda z: [z[0], "strong", z[2], z[3]])
    yield "zones without a name", zones(lambda z: [7, *z[1:]])
    yield "zones of another muscle", zones(lambda z: [z[0], z[1], 0, 40])
    yield "zones empty", zones(lambda z: [z[0], z[1], 0, 0])
    yield "no zones", _index(lambda entry: entry | {"zones": []})
    yield "zones are a number", _index(lambda entry: entry | {"zones": 7})
    yield "only the key", _index(lambda entry: {"key": entry["key"]})
    yield "points off the body", points(lambda p: [p[0], 10**6])
    yield "points below zero", points(lambda p: [p[0], -4])
    yield "points of words", points(lambda p: ["one", "two"])
    yield "no points", _index(lambda entry: entry | {"points": []})
    yield "points too long", points(lambda p: [*p, 1, 2])
    yield "crossed is a word", _index(lambda entry: entry | {"crossed": ["far"]})
    yield "entries are numbers", _index(lambda entry: 7)
    yield "index nested deep", lambda data: _stored(_held(data) | {"index": np.frombuffer(b"[" * 20_000, np.uint8)})


def _index(change: Callable[[Any], Any]) -> Damage:
    def changed(data: bytes) -> bytes:
        held = _held(data)
        index = {name: change(entry) for name, entry in json.loads(held["index"].tobytes()).items()}
        return _stored(held | {"index": np.frombuffer(json.dumps(index).encode(), np.uint8)})

    return changed


# -- pictures ----------------------------------------------------------------


def _of_pictures() -> Iterator[tuple[str, Damage]]:
    yield "PNG of 20,000 by 20,000", lambda data: _png_header(20_000, 20_000)
    yield "PNG of 200,000 by 200,000", lambda data: _png_header(200_000, 200_000)
    yield "bomb of zeros", lambda data: _png_header(6_000, 6_000, zlib.compress(bytes(36_006_000), 9))
    yield "no size", lambda data: _png_header(0, 0)
    yield "of one pixel", lambda data: _picture(Image.new("L", (1, 1), 90))
    yield "of colours", lambda data: _picture(Image.open(io.BytesIO(data)).convert("RGB").point(lambda v: 255 - v))
    yield "a GIF by the name", lambda data: _picture(Image.open(io.BytesIO(data)).convert("L"), "GIF")
    yield "turned", lambda data: _picture(Image.open(io.BytesIO(data)).transpose(Image.Transpose.ROTATE_90))
    yield "sixteen bits", lambda data: _picture(Image.open(io.BytesIO(data)).convert("L").convert("I;16"))


def _picture(image: Image.Image, kind: str = "PNG", **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def _png_header(width: int, height: int, packed: bytes = b"") -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", packed or zlib.compress(bytes(99)))
        + (chunk(b"IEND", b""))
    )


def _of_corners() -> Iterator[tuple[str, Damage]]:
    for corner in ("99999999999 0", "-1 -1", "9000 9000", "nan nan", "1", "1 2 3", "7" * 5000 + " 1", "", "\u0663 4"):
        shown = corner if len(corner) < 20 else "5,000 digits"
        yield f"corner {shown!r}", _corner(corner)
    yield "no corner", _corner(None)


def _corner(corner: str | None) -> Damage:
    def change(data: bytes) -> bytes:
        image = Image.open(io.BytesIO(data))
        said = PngImagePlugin.PngInfo()
        if corner is not None:
            if corner.isascii():
                said.add_text("corner", corner)
            else:
                said.add_itxt("corner", corner)
        return _picture(image, pnginfo=said)

    return change


def _of_faces() -> Iterator[tuple[str, Damage]]:
    yield "bomb of zeros", lambda data: zlib.compress(bytes(400_000_000), 9)
    yield "packed noise", lambda data: zlib.compress(random.Random(1).randbytes(50_000))
    yield "two packed noises", lambda data: zlib.compress(b"\x02" * 1000) + zlib.compress(bytes(4001))
    yield "faces of another surface", _far_faces
    yield "faces below zero", _negative_faces
    yield "the second half bombs", lambda data: _first_part(data) + zlib.compress(bytes(400_000_000), 9)


def _first_part(data: bytes) -> bytes:
    first = zlib.decompressobj()
    first.decompress(data)
    return data[: len(data) - len(first.unused_data)]


def _replaced_numbers(data: bytes, number: int) -> bytes:
    first = zlib.decompressobj()
    kind = first.decompress(data)
    fresh = np.zeros(kind.count(b"\x02"), "<i4")
    fresh[:1] = number
    planes = fresh.view(np.uint8).reshape(-1, 4).T
    return zlib.compress(kind) + zlib.compress(np.ascontiguousarray(planes).tobytes())


def _far_faces(data: bytes) -> bytes:
    return _replaced_numbers(data, 2_000_000_000)


def _negative_faces(data: bytes) -> bytes:
    return _replaced_numbers(data, -2_000_000_000)
