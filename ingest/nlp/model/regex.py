"""Re-emits a parsed Python regular expression as the source of a JavaScript one (flag u).

Python's and JavaScript's classes differ (\\w, \\s, $), and escapes that Python allows are errors under u; so the
parsed tree is written out anew instead of editing the source. Unknown constructs raise ValueError.
"""

import re
from re import _constants as op
from re import _parser

MAX_REPEAT = int(op.MAXREPEAT)
SPACE = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
CLASSES = {
    op.CATEGORY_DIGIT: r"\p{Nd}",
    op.CATEGORY_WORD: r"\p{L}\p{N}_",
    op.CATEGORY_SPACE: SPACE,
}
NEGATED = {
    op.CATEGORY_NOT_DIGIT: r"\P{Nd}",
    op.CATEGORY_NOT_SPACE: r"\0-\x08\x0e-\x1b!-\x84\x86-\x9f\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e"
    r"\u2030-\u205e\u2060-\u2fff\u3001-\u{10ffff}",
}


def _char(code: int) -> str:
    text = chr(code)
    if text.isascii() and text.isalnum():
        return text
    return f"\\u{code:04x}" if code < 0x10000 else f"\\u{{{code:x}}}"


def _member(item) -> str:
    kind, value = item
    if kind is op.LITERAL:
        return _char(value)
    if kind is op.RANGE:
        return f"{_char(value[0])}-{_char(value[1])}"
    if kind is op.CATEGORY:
        return CLASSES[value] if value in CLASSES else NEGATED[value]
    raise ValueError(f"character class member {kind} is not translated")


def _repeat(low: int, high: int, lazy: bool) -> str:
    if (low, high) == (0, 1):
        mark = "?"
    elif (low, high) == (0, MAX_REPEAT):
        mark = "*"
    elif (low, high) == (1, MAX_REPEAT):
        mark = "+"
    elif high == MAX_REPEAT:
        mark = f"{{{low},}}"
    else:
        mark = f"{{{low}}}" if low == high else f"{{{low},{high}}}"
    return mark + ("?" if lazy else "")


def _emit(tree) -> str:
    out = []
    for kind, value in tree:
        if kind is op.LITERAL:
            out.append(_char(value))
        elif kind is op.NOT_LITERAL:
            out.append(f"[^{_char(value)}]")
        elif kind is op.ANY:
            out.append(r"[^\n]")
        elif kind is op.IN:
            negated = value[0][0] is op.NEGATE
            members = "".join(_member(item) for item in value[negated:])
            out.append(f"[{'^' if negated else ''}{members}]")
        elif kind is op.BRANCH:
            out.append("(?:" + "|".join(_emit(branch) for branch in value[1]) + ")")
        elif kind is op.SUBPATTERN:
            group, add_flags, del_flags, body = value
            if add_flags or del_flags:
                raise ValueError("inline flags are not translated")
            out.append(f"({'' if group else '?:'}{_emit(body)})")
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT):
            low, high, body = value
            out.append(f"(?:{_emit(body)}){_repeat(low, int(high), kind is op.MIN_REPEAT)}")
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            direction, body = value
            sign = "=" if kind is op.ASSERT else "!"
            out.append(f"(?{'<' if direction < 0 else ''}{sign}{_emit(body)})")
        elif kind is op.AT and value in (op.AT_BEGINNING, op.AT_BEGINNING_STRING):
            out.append("^")
        elif kind is op.AT and value is op.AT_END:
            # Python's $ also matches before a final line feed.
            out.append(r"(?=\n?$)")
        else:
            raise ValueError(f"{kind} {value} is not translated")
    return "".join(out)


def to_javascript(pattern: str, flags: int = 0) -> str:
    """The source of the JavaScript regex (flag u) that matches what `pattern` matches on text without lone surrogates."""
    if flags & ~(re.UNICODE):
        raise ValueError(f"flags {flags} are not translated")
    return _emit(_parser.parse(pattern, flags))
