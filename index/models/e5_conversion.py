"""Turns `e5-small-q4.bin` into an ordinary sentence-transformers folder: same weights, same tokenizer.

The files are written here, not by the libraries' own `save`, so that the same input always gives the same bytes.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.models.e5_file import Dimensions, E5File, Vocabulary, Weights, read_e5_file

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from tokenizers.normalizers import Normalizer

CONVERSION_VERSION = 1
"""Raised when the folder this module writes changes: older folders are then made anew."""
QUERY_PROMPT = "query: "
PASSAGE_PROMPT = "passage: "
# The normaliser of XLM-RoBERTa keeps this one character that NFKC folds into "~".
FULLWIDTH_TILDE = "\uff5e"
_STAND_IN = "\ufdd0"

_LAYER_TENSORS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def convert_e5(source: Path, folder: Path) -> None:
    """Writes the model of `source` into the existing, empty `folder`. Raises ModelError where `source` is unreadable.

    About 475 MB; float32, because a 4-bit weight times its 16-bit scale does not fit 16 bits exactly.
    """
    from safetensors.numpy import save_file

    e5 = read_e5_file(source)
    save_file(dict(_tensors(e5)), folder / "model.safetensors", metadata={"format": "pt"})
    build_tokenizer(e5.vocabulary).save(str(folder / "tokenizer.json"), pretty=False)
    for name, content in _configuration(e5.dimensions, e5.vocabulary).items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def build_tokenizer(vocabulary: Vocabulary) -> "Tokenizer":
    """The tokenizer of `vocabulary`: normalise, mark words, cut into the likeliest pieces, `<s> … </s>`."""
    from tokenizers import AddedToken, Tokenizer
    from tokenizers.decoders import Metaspace as MetaspaceDecoder
    from tokenizers.models import Unigram
    from tokenizers.pre_tokenizers import Metaspace
    from tokenizers.processors import TemplateProcessing

    names = [piece for piece, _ in vocabulary.pieces]
    bos, eos = names[vocabulary.bos], names[vocabulary.eos]
    tokenizer = Tokenizer(Unigram(list(vocabulary.pieces), unk_id=vocabulary.unknown, byte_fallback=False))
    tokenizer.normalizer = _normaliser(vocabulary)
    tokenizer.pre_tokenizer = Metaspace(prepend_scheme="always")
    tokenizer.decoder = MetaspaceDecoder(prepend_scheme="always")
    tokenizer.post_processor = TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, vocabulary.bos), (eos, vocabulary.eos)],
    )
    special = [bos, names[vocabulary.pad], eos, names[vocabulary.unknown], "<mask>"]
    tokenizer.add_special_tokens([AddedToken(name, special=True, normalized=False) for name in special])
    return tokenizer


def _normaliser(vocabulary: Vocabulary) -> "Normalizer":
    from tokenizers import Regex
    from tokenizers.normalizers import NFKC, Replace, Sequence

    dropped = [char for char, becomes in vocabulary.normaliser.items() if becomes == ""]
    blanks = [char for char, becomes in vocabulary.normaliser.items() if becomes == " "]
    return Sequence(
        [
            Replace(Regex(_any_of(dropped)), ""),
            Replace(Regex(_any_of(blanks)), " "),
            Replace(FULLWIDTH_TILDE, _STAND_IN),
            NFKC(),
            Replace(_STAND_IN, FULLWIDTH_TILDE),
            Replace(Regex(" {2,}"), " "),
        ]
    )


def _any_of(characters: list[str]) -> str:
    return "[" + "".join(f"\\x{{{ord(char):X}}}" for char in sorted(characters)) + "]"


def _tensors(e5: E5File) -> Iterator[tuple[str, Weights]]:
    import numpy as np

    size = e5.dimensions
    yield "embeddings.word_embeddings.weight", e5.tensor("emb.word", size.vocabulary, size.hidden)
    yield "embeddings.position_embeddings.weight", e5.tensor("emb.pos", size.positions, size.hidden)
    yield "embeddings.token_type_embeddings.weight", e5.tensor("emb.type", size.types, size.hidden)
    yield "embeddings.LayerNorm.weight", e5.tensor("emb.ln.w", size.hidden)
    yield "embeddings.LayerNorm.bias", e5.tensor("emb.ln.b", size.hidden)
    inputs = {"fo": size.feed_forward}
    outputs = {"fi": size.feed_forward}
    for layer in range(size.layers):
        for short, name in _LAYER_TENSORS.items():
            width = outputs.get(short, size.hidden)
            shape = (width,) if short.endswith("ln") else (width, inputs.get(short, size.hidden))
            yield f"encoder.layer.{layer}.{name}.weight", e5.tensor(f"l{layer}.{short}.w", *shape)
            yield f"encoder.layer.{layer}.{name}.bias", e5.tensor(f"l{layer}.{short}.b", width)
    # BertModel has a pooler; mean pooling never reads it, but a missing one would be filled at random with a warning.
    yield "pooler.dense.weight", np.zeros((size.hidden, size.hidden), np.float32)
    yield "pooler.dense.bias", np.zeros(size.hidden, np.float32)


def _configuration(size: Dimensions, vocabulary: Vocabulary) -> dict[str, Any]:
    special = {
        name: vocabulary.pieces[piece_id][0]
        for name, piece_id in (
            ("bos_token", vocabulary.bos),
            ("cls_token", vocabulary.bos),
            ("eos_token", vocabulary.eos),
            ("sep_token", vocabulary.eos),
            ("pad_token", vocabulary.pad),
            ("unk_token", vocabulary.unknown),
        )
    }
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "attention_probs_dropout_prob": 0.1,
            "dtype": "float32",
            "hidden_act": "gelu",
            "hidden_dropout_prob": 0.1,
            "hidden_size": size.hidden,
            "initializer_range": 0.02,
            "intermediate_size": size.feed_forward,
            # Rounded because the file holds it as a float32.
            "layer_norm_eps": float(f"{size.layer_norm_epsilon:.6g}"),
            "max_position_embeddings": size.positions,
            "model_type": "bert",
            "num_attention_heads": size.heads,
            "num_hidden_layers": size.layers,
            "pad_token_id": vocabulary.pad,
            "type_vocab_size": size.types,
            "vocab_size": size.vocabulary,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": size.positions,
            "mask_token": "<mask>",
            **special,
        },
        "sentence_bert_config.json": {"max_seq_length": size.positions, "do_lower_case": False},
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
        ],
        "1_Pooling/config.json": {"word_embedding_dimension": size.hidden, "pooling_mode_mean_tokens": True},
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "prompts": {"query": QUERY_PROMPT, "passage": PASSAGE_PROMPT},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }
