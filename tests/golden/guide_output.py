#!/usr/bin/env python3
"""What the programs of the guide print under real Python and NumPy.

Takes the listings out of web/src/guide/chapters/, makes a program of each that runs by itself (before it stand the
imports and the functions of earlier chapters that it uses), runs it, and writes programs and outputs to
guide_output.json beside this file. Charts are left out: matplotlib need not be there.

    python3 tests/golden/guide_output.py
"""

import ast
import contextlib
import io
import json
import platform
import re
import sys
from pathlib import Path
from unittest.mock import MagicMock

import numpy

here = Path(__file__).resolve().parent
chapters = here.parents[1] / "web" / "src" / "guide" / "chapters"


def listing(chapter):
    found = re.findall(r'<pre class="python">\n(.*?)\n</pre>', chapter.read_text(encoding="utf-8"), re.S)
    if len(found) > 1:
        raise SystemExit(f"{chapter.name} has {len(found)} listings; one is expected")
    return found[0] if found else None


def parts(code):
    """The top-level imports and functions of a listing, as text, each with the names it brings."""
    imports, functions = {}, {}
    for node in ast.parse(code).body:
        text = ast.get_source_segment(code, node)
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            imports[text] = [alias.asname or alias.name for alias in node.names]
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            functions[node.name] = text
    return imports, functions


def names_in(code):
    return {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}


def whole(earlier, own):
    imports, functions = {}, {}
    for code in earlier:
        for known, found in zip((imports, functions), parts(code)):
            known.update(found)
    own_imports, own_functions = parts(own)
    needed, open_ends = set(), [own]
    while open_ends:
        for name in names_in(open_ends.pop()) & functions.keys() - own_functions.keys() - needed:
            needed.add(name)
            open_ends.append(functions[name])
    definitions = [text for name, text in functions.items() if name in needed]
    used = names_in("\n".join([*definitions, own]))
    lines = [text for text, names in imports.items() if text not in own_imports and used & set(names)]
    return "\n\n\n".join(filter(None, ["\n".join(lines), *definitions, own])) + "\n"


def run(program, name):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(program, name, "exec"), {"__name__": "__main__"})
    return printed.getvalue().rstrip("\n")


def main():
    sys.modules["matplotlib"] = MagicMock()
    sys.modules["matplotlib.pyplot"] = MagicMock()
    earlier, result = [], {}
    for chapter in sorted(chapters.glob("[0-9][0-9]-*.html")):
        code = listing(chapter)
        if code is None:
            continue
        program = whole(earlier, code)
        result[chapter.stem] = {"program": program, "output": run(program, chapter.stem)}
        earlier.append(code)
    versions = {"python": platform.python_version(), "numpy": numpy.__version__}
    target = here / "guide_output.json"
    target.write_text(json.dumps({"versions": versions, "chapters": result}, indent=1, ensure_ascii=False) + "\n")


main()
