"""Lays the network's weights out for the kernel: little-endian float32, every tensor on a 16-byte boundary.

Matrices (inputs to outputs) are stored in panels of 16 outputs, input-major inside a panel, outputs padded with zeros
to a whole panel: weight[panel][input][16]. Maxout pieces become the outer index of the outputs: all first pieces, then
all second ones. Everything else (embedding tables, biases, gains) is stored row by row.
"""

import numpy as np

PANEL = 16
COLUMNS = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE")


def panels(weight: np.ndarray) -> np.ndarray:
    """(outputs, inputs) to (panels, inputs, 16)."""
    outputs, inputs = weight.shape
    padded = np.zeros((-(-outputs // PANEL) * PANEL, inputs), dtype="float32")
    padded[:outputs] = weight
    return padded.reshape(-1, PANEL, inputs).transpose(0, 2, 1)


def padded_bias(bias: np.ndarray) -> np.ndarray:
    out = np.zeros(-(-len(bias) // PANEL) * PANEL, dtype="float32")
    out[: len(bias)] = bias
    return out


def pieces_first(array: np.ndarray) -> np.ndarray:
    """(outputs, pieces, ...) to (pieces * outputs, ...)."""
    swapped = array.swapaxes(0, 1)
    return swapped.reshape(-1, *swapped.shape[2:])


def nodes(model, name: str) -> list:
    return [node for node in model.walk() if node.name == name]


def tok2vec(prefix: str, model) -> dict:
    tables, maxouts, norms = nodes(model, "hashembed"), nodes(model, "maxout"), nodes(model, "layernorm")
    out = {}
    for column, table in zip(COLUMNS, tables):
        out[f"{prefix}.embed.{column}"] = table.get_param("E")
    width = tables[0].get_dim("nO")
    mix = pieces_first(maxouts[0].get_param("W"))
    for i, column in enumerate(COLUMNS[: len(tables)]):
        out[f"{prefix}.mix.{column}"] = panels(mix[:, i * width : (i + 1) * width])
    for i, (maxout, norm) in enumerate(zip(maxouts, norms)):
        layer = f"{prefix}.mix" if i == 0 else f"{prefix}.layer{i}"
        weight = pieces_first(maxout.get_param("W"))
        if i == 1:
            # One block of outputs a window position, so that a word's products can be kept and summed.
            out[f"{layer}.weight"] = panels(np.concatenate([weight[:, k * width : (k + 1) * width] for k in range(3)]))
        elif i > 1:
            out[f"{layer}.weight"] = panels(weight)
        out[f"{layer}.bias"] = pieces_first(maxout.get_param("b"))
        out[f"{layer}.gain"] = norm.get_param("G")
        out[f"{layer}.shift"] = norm.get_param("b")
    return out


def scorer(prefix: str, model) -> dict:
    linear = model.get_ref("tok2vec").layers[-1]
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    features = [pieces_first(w) for w in lower.get_param("W")]
    return {
        f"{prefix}.linear.weight": panels(linear.get_param("W")),
        f"{prefix}.linear.bias": linear.get_param("b"),
        f"{prefix}.lower.weight": panels(np.concatenate(features)),
        f"{prefix}.lower.pad": np.concatenate([pieces_first(p) for p in lower.get_param("pad")[0]]),
        f"{prefix}.lower.bias": pieces_first(lower.get_param("b")),
        f"{prefix}.upper.weight": panels(upper.get_param("W")),
        f"{prefix}.upper.bias": padded_bias(upper.get_param("b")),
    }


def collect(nlp) -> tuple[bytes, dict]:
    """The weights' bytes, and for each tensor where it lies: {name: [byte offset, number of floats]}."""
    softmax = nlp.get_pipe("tagger").model.get_ref("softmax")
    tensors = {
        **tok2vec("tok2vec", nlp.get_pipe("tok2vec").model),
        "tagger.weight": panels(softmax.get_param("W")),
        "tagger.bias": padded_bias(softmax.get_param("b")),
        **scorer("parser", nlp.get_pipe("parser").model),
        **tok2vec("ner", nlp.get_pipe("ner").model.get_ref("tok2vec")),
        **scorer("ner", nlp.get_pipe("ner").model),
    }
    content, index = bytearray(), {}
    for name, tensor in tensors.items():
        content.extend(b"\0" * (-len(content) % 16))
        flat = np.ascontiguousarray(tensor, dtype="<f4").reshape(-1)
        index[name] = [len(content), len(flat)]
        content.extend(flat.tobytes())
    return bytes(content), index
