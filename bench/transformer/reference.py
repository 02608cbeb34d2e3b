"""The forward pass of the networks that crates/transformer runs, written anew in numpy after the papers (BERT arXiv
1810.04805, RoBERTa 1907.11692, DistilBERT 1910.01108), in double precision, without batches, masks or a library.

    python3 reference.py                 the numbers of crates/transformer/tests/reference.rs
    python3 reference.py FOLDER ID ...   probabilities of the model in FOLDER for these token numbers

Needs numpy alone. The weights of the small networks come from a hash of their names, so that a test can make the very same
ones."""

import json
import math
import struct
import sys
from pathlib import Path

import numpy as np

erf = np.vectorize(math.erf)


def gelu(x):
    return x * 0.5 * (1.0 + erf(x / math.sqrt(2.0)))


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def norm(x, gain, bias, epsilon=1e-12):
    mean = x.mean(axis=-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(axis=-1, keepdims=True)
    return (x - mean) / np.sqrt(variance + epsilon) * gain + bias


NAMES = {
    "bert": ("bert", "encoder", "attention.self.query", "attention.self.key", "attention.self.value",
             "attention.output.dense", "attention.output.LayerNorm", "intermediate.dense", "output.dense",
             "output.LayerNorm", "bert.pooler.dense", "classifier"),
    "roberta": ("roberta", "encoder", "attention.self.query", "attention.self.key", "attention.self.value",
                "attention.output.dense", "attention.output.LayerNorm", "intermediate.dense", "output.dense",
                "output.LayerNorm", "classifier.dense", "classifier.out_proj"),
    "distilbert": ("distilbert", "transformer", "attention.q_lin", "attention.k_lin", "attention.v_lin",
                   "attention.out_lin", "sa_layer_norm", "ffn.lin1", "ffn.lin2", "output_layer_norm",
                   "pre_classifier", "classifier"),
}


def states(weight, family, layers, heads, ids, first=0, epsilon=1e-12):
    """A vector for each token."""
    body, stack, query, key, value, out, middle, up, down, last, _, _ = NAMES[family]

    def linear(x, name):
        return x @ weight(name + ".weight").T + weight(name + ".bias")

    def normed(x, name):
        return norm(x, weight(name + ".weight"), weight(name + ".bias"), epsilon)

    x = weight(f"{body}.embeddings.word_embeddings.weight")[ids]
    x = x + weight(f"{body}.embeddings.position_embeddings.weight")[first:first + len(ids)]
    if family != "distilbert":
        x = x + weight(f"{body}.embeddings.token_type_embeddings.weight")[0]
    x = normed(x, f"{body}.embeddings.LayerNorm")
    for at in range(layers):
        own = f"{body}.{stack}.layer.{at}."
        q, k, v = (linear(x, own + name) for name in (query, key, value))
        size = q.shape[1] // heads
        seen = []
        for head in range(heads):
            part = slice(head * size, (head + 1) * size)
            looks = softmax(q[:, part] @ k[:, part].T / math.sqrt(size))
            seen.append(looks @ v[:, part])
        x = normed(x + linear(np.concatenate(seen, axis=1), own + out), own + middle)
        x = normed(x + linear(gelu(linear(x, own + up)), own + down), own + last)
    return x


def chances(weight, family, layers, heads, ids, first=0, epsilon=1e-12):
    dense, out = NAMES[family][-2:]
    x = states(weight, family, layers, heads, ids, first, epsilon)[0]
    x = weight(dense + ".weight") @ x + weight(dense + ".bias")
    x = np.maximum(x, 0.0) if family == "distilbert" else np.tanh(x)
    return softmax(weight(out + ".weight") @ x + weight(out + ".bias"))


WIDTH, INNER, POSITIONS = 8, 12, 16


def shape(name):
    """Of a weight of the small networks, by its name."""
    if "word_embeddings" in name:
        return (16, WIDTH)
    if "position_embeddings" in name:
        return (POSITIONS + (2 if name.startswith("roberta") else 0), WIDTH)
    if "token_type" in name:
        return (1 if name.startswith("roberta") else 2, WIDTH)
    is_norm = "norm" in name.lower()
    rows = INNER if "intermediate" in name or "lin1" in name else WIDTH
    if name.startswith(("classifier.out_proj", "classifier.weight", "classifier.bias")):
        rows = 3
    columns = INNER if ".output.dense" in name and "attention" not in name or "lin2" in name else WIDTH
    return (WIDTH if is_norm else rows,) if is_norm or name.endswith("bias") else (rows, columns)


def made(name):
    """A weight of the small networks: each number a hash of its name and place."""
    seed = 2166136261
    for byte in name.encode():
        seed = (seed ^ byte) * 16777619 % 2**32
    size = shape(name)
    numbers = []
    for at in range(math.prod(size)):
        x = (seed + at * 2654435761) % 2**32
        x ^= x >> 15
        x = x * 0x2C1B3C6D % 2**32
        x ^= x >> 12
        x = x / 2**32 - 0.5
        if "norm" in name.lower() and name.endswith("weight"):
            x = 1.0 + 0.4 * x
        numbers.append(x * (2.0 if "embeddings" in name else 1.5))
    return np.array(numbers, dtype=np.float32).astype(np.float64).reshape(size)


def stored(path):
    """The weights of a safetensors file, by name; 32-bit floats alone."""
    data = Path(path).read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    head = json.loads(data[8:8 + length])

    def weight(name):
        entry = head[name]
        assert entry["dtype"] == "F32", entry
        start, end = (8 + length + at for at in entry["data_offsets"])
        return np.frombuffer(data[start:end], dtype="<f4").reshape(entry["shape"]).astype(np.float64)

    return weight


TEXTS = {
    "the food was cold": [4, 5, 6, 7],
    "the coldest food and the staff was not slow": [4, 7, 12, 5, 9, 4, 10, 6, 13, 11],
    "غذا خوب": [14, 15],
    "good " * 30: [8] * 30,
}


def main():
    np.set_printoptions(precision=9)
    if len(sys.argv) > 2:
        folder = Path(sys.argv[1])
        config = json.loads((folder / "config.json").read_text())
        family = {"xlm-roberta": "roberta"}.get(config["model_type"], config["model_type"])
        layers = config.get("num_hidden_layers") or config["n_layers"]
        heads = config.get("num_attention_heads") or config["n_heads"]
        first = config["pad_token_id"] + 1 if family == "roberta" else 0
        ids = [int(number) for number in sys.argv[2:]]
        weight = stored(folder / "model.safetensors")
        print(chances(weight, family, layers, heads, ids, first, config.get("layer_norm_eps", 1e-12)))
        return
    for family in NAMES:
        start, end = (0, 2) if family == "roberta" else (2, 3)
        for text, words in TEXTS.items():
            ids = [start, *words[:POSITIONS - 2], end]
            found = chances(made, family, 2, 2, ids, 2 if family == "roberta" else 0)
            print(family, repr(text[:40]), "[" + ", ".join(f"{chance:.9f}" for chance in found) + "]")


if __name__ == "__main__":
    main()
