"""Writes unicode-ranges.ts: the character classes of Python's str methods that spaCy's lexical attributes rest on.

They are pinned to one Unicode version, so that the output is the same on every Node version.
Run: python3 ingest/nlp/unicode_ranges.py   (Python 3.11, Unicode 14, the version that the golden files were recorded with)
"""

import pathlib
import sys
import unicodedata

CLASSES = {
    "ALPHA": ("str.isalpha: the general categories Lm, Lt, Lu, Ll and Lo.", str.isalpha),
    "DIGIT": ("str.isdigit: decimal digits and digits such as superscripts.", str.isdigit),
    "UPPER": ("str.isupper of one character.", str.isupper),
    "LOWERED": ("Characters that str.lower changes.", lambda char: char.lower() != char),
}


def to_base36(number):
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if number == 0:
            return digits


def ranges_of(test):
    """Pairs of the gap since the last range's end and the range's length, in base 36."""
    parts, last, start = [], 0, None
    for code in range(0x110001):
        inside = code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF and test(chr(code))
        if inside and start is None:
            start = code
        elif not inside and start is not None:
            parts += [to_base36(start - last), to_base36(code - start)]
            last, start = code, None
    return " ".join(parts)


if unicodedata.unidata_version != "14.0.0":
    sys.exit(f"This Python has Unicode {unicodedata.unidata_version}; the tables are of 14.0.0. Use Python 3.11.")
lines = [
    f"// Written by unicode_ranges.py from Unicode {unicodedata.unidata_version}; do not edit.",
    "// Each string lists ranges as pairs in base 36: the gap since the end of the range before, and the length.",
]
for name, (meaning, test) in CLASSES.items():
    lines += ["", f"/** {meaning} */", f"export const {name} =", f"  '{ranges_of(test)}';"]
pathlib.Path(__file__).with_name("unicode-ranges.ts").write_text("\n".join(lines) + "\n", encoding="utf-8")
