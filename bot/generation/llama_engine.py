"""llama.cpp behind plain Python: one model, one context, several token sequences. Imports llama_cpp, lazily.

The low-level interface is used, for three things the high-level one does not give: several fixed prompt prefixes in
one KV cache, the probability of a next token, and user text that can never be read as a control token.
"""

import ctypes
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from config.errors import GenerationError, ModelError

Logits = npt.NDArray[np.float32]


class LlamaEngine:
    """Tokenises, and appends tokens to numbered sequences that share one KV cache. Not thread-safe.

    Whatever is asked of it after `close` raises GenerationError.
    """

    def __init__(self, path: Path, *, context_tokens: int, threads: int, batch_tokens: int, sequences: int) -> None:
        """Load the GGUF file at `path`. Raises ModelError where llama.cpp cannot."""
        self._library = _import_llama()
        self._closed = False
        model_parameters = self._llama.llama_model_default_params()
        model_parameters.n_gpu_layers = 0
        # Weights are repacked for the processor; mapped, those of the file would stay in memory beside them.
        model_parameters.load_mode = self._llama.LLAMA_LOAD_MODE_NONE
        # Repacked for AMX, they end the process at the first token (ggml-org/llama.cpp issue 20824).
        model_parameters.use_extra_bufts = b"AMX_INT8 = 1" not in self._llama.llama_print_system_info()
        self._model = self._llama.llama_model_load_from_file(os.fsencode(path), model_parameters)
        if not self._model:
            raise ModelError("generation.cannot_load", path=path)
        self._context = self._open_context(path, context_tokens, threads, batch_tokens, sequences)
        self._memory = self._llama.llama_get_memory(self._context)
        self._vocab = self._llama.llama_model_get_vocab(self._model)
        self._vocab_size = self._llama.llama_vocab_n_tokens(self._vocab)

    def close(self) -> None:
        """Free the model's memory. Safe to call twice."""
        if not self._closed:
            self._llama.llama_free(self._context)
            self._llama.llama_model_free(self._model)
            self._closed = True

    @property
    def _llama(self) -> ModuleType:
        """The library, as long as the model is loaded: given freed memory, it ends the process."""
        if self._closed:
            raise GenerationError("generation.closed")
        return self._library

    # ---- tokens

    def tokenise(self, text: str, *, special: bool) -> list[int]:
        """The tokens of `text`. Only where `special` are control tokens such as <|im_end|> read as such."""
        data = text.encode()
        room = len(data) + 16
        tokens = (self._llama.llama_token * room)()
        count = self._llama.llama_tokenize(self._vocab, data, len(data), tokens, room, False, special)
        if count < 0:
            raise GenerationError("generation.failed", status=count)
        return list(tokens[:count])

    def piece(self, token: int) -> bytes:
        """The bytes `token` stands for; a character may be spread over several."""
        buffer = ctypes.create_string_buffer(256)
        length = self._llama.llama_token_to_piece(self._vocab, token, buffer, len(buffer), 0, False)
        return buffer.raw[: max(length, 0)]

    def ends(self, token: int) -> bool:
        """Whether `token` ends the reply."""
        return bool(self._llama.llama_vocab_is_eog(self._vocab, token))

    def apply_chat_template(self, system: str, user: str) -> str:
        """The text of a chat in the model's own format, up to where its reply begins. Raises ModelError."""
        roles = [(b"system", system.encode()), (b"user", user.encode())]
        messages = (self._llama.llama_chat_message * len(roles))(*roles)
        size = 2 * len(system.encode()) + 4096
        buffer = ctypes.create_string_buffer(size)
        template = self._llama.llama_model_chat_template(self._model, None)
        length = self._llama.llama_chat_apply_template(template, messages, len(roles), True, buffer, size)
        if length < 0:
            raise ModelError("generation.no_chat_template")
        return buffer.raw[:length].decode()

    # ---- sequences

    def append(self, tokens: Sequence[int], *, sequence: int, position: int) -> Logits:
        """Have the model read `tokens` from `position` of `sequence` on; the logits after the last, (vocabulary,)."""
        batch = self._llama.llama_batch_init(len(tokens), 0, 1)
        try:
            batch.n_tokens = len(tokens)
            for index, token in enumerate(tokens):
                batch.token[index] = token
                batch.pos[index] = position + index
                batch.n_seq_id[index] = 1
                batch.seq_id[index][0] = sequence
                batch.logits[index] = index == len(tokens) - 1
            status = self._llama.llama_decode(self._context, batch)
        finally:
            self._llama.llama_batch_free(batch)
        if status != 0:
            raise GenerationError("generation.failed", status=status)
        pointer = self._llama.llama_get_logits_ith(self._context, -1)
        return np.ctypeslib.as_array(pointer, shape=(self._vocab_size,)).copy()

    def copy(self, source: int, target: int) -> None:
        """Let `target` begin with all of `source`; the cache holds it once."""
        self._llama.llama_memory_seq_cp(self._memory, source, target, -1, -1)

    def cut(self, sequence: int, position: int = 0) -> None:
        """Forget `sequence` from `position` on."""
        self._llama.llama_memory_seq_rm(self._memory, sequence, position, -1)

    def save(self, sequence: int, tokens: Sequence[int], path: Path) -> None:
        """Write `sequence`, which holds `tokens`, to a file. Raises OSError where that cannot be."""
        array = (self._llama.llama_token * len(tokens))(*tokens)
        if not self._llama.llama_state_seq_save_file(self._context, os.fsencode(path), sequence, array, len(tokens)):
            raise OSError(f"{path} cannot be written")

    def load(self, sequence: int, tokens: Sequence[int], path: Path) -> bool:
        """Have `sequence` hold `tokens` from a file that `save` wrote; False, and it is empty, where it holds others.

        The file must be whole: llama.cpp ends the process over one that is cut short.
        """
        room = len(tokens)
        array = (self._llama.llama_token * room)()
        count = ctypes.c_size_t(0)
        read = self._llama.llama_state_seq_load_file(
            self._context, os.fsencode(path), sequence, array, room, ctypes.byref(count)
        )
        if read and list(array[: count.value]) == list(tokens):
            return True
        self.cut(sequence)
        return False

    def _open_context(self, path: Path, context_tokens: int, threads: int, batch_tokens: int, sequences: int) -> Any:
        parameters = self._llama.llama_context_default_params()
        parameters.n_ctx = context_tokens
        parameters.n_batch = parameters.n_ubatch = batch_tokens
        parameters.n_seq_max = sequences
        parameters.kv_unified = True
        parameters.n_threads = parameters.n_threads_batch = threads
        context = self._llama.llama_init_from_model(self._model, parameters)
        if not context:
            self._llama.llama_model_free(self._model)
            raise ModelError("generation.cannot_load", path=path)
        return context


@cache
def _import_llama() -> ModuleType:
    """llama_cpp with its backend started and its log silenced."""
    try:
        import llama_cpp
    except ImportError as error:
        raise ModelError("generation.not_installed") from error
    llama_cpp.llama_log_set(_silence(), ctypes.c_void_p(0))
    llama_cpp.llama_backend_init()
    return llama_cpp


@cache
def _silence() -> Any:
    """A log callback that says nothing; cached because llama.cpp keeps only a pointer to it."""
    import llama_cpp

    return llama_cpp.llama_log_callback(lambda *_: None)
