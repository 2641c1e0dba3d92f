"""Retrieval and an answer as LangChain's own tutorials have it, run by a Python that has LangChain.

Imports nothing of Haetae. Reads questions from standard input, one JSON object a line (`id`, `question`), and writes a
line for each in turn: `id`, `answer`, `sources`, `first_text_s`, `total_s`, or `id` and `error`.

Every part is at its default, but for what follows.
- Chunks of 1,000 characters, 200 of them shared, as in docs.langchain.com/oss/python/langchain/rag and the tutorials
  before it. Four of the splitter's own 4,000 hold most of a whole article, and nothing is left to retrieve.
- `n_ctx=0`, the context the model was trained with: four such chunks do not fit into the default of 512 tokens.
- `n_batch=512`, llama.cpp's own and that of LangChain's examples: 8 at a time read a fifth as fast, and answer alike.
- `n_threads` as Haetae has it: the default is half the cores.
- `seed`: the default draws one anew, so that no two runs answer alike. `verbose` changes no answer.

The embeddings are those of langchain-community: langchain-huggingface 1.2 wants a hub client too old for the
sentence-transformers that Haetae runs on, and wraps the same class of it.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from langchain_community.document_loaders import TextLoader
from langchain_community.embeddings import HuggingFaceEmbeddings
from langchain_community.llms import LlamaCpp
from langchain_community.vectorstores import FAISS
from langchain_core.documents import Document
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_text_splitters import RecursiveCharacterTextSplitter

# `rlm/rag-prompt` of LangChain's hub, which the tutorials pull.
_PROMPT = (
    "You are an assistant for question-answering tasks. Use the following pieces of retrieved context to answer the"
    " question. If you don't know the answer, just say that you don't know. Use three sentences maximum and keep the"
    " answer concise.\nQuestion: {question} \nContext: {context} \nAnswer:"
)
_CHUNK_CHARACTERS = 1000
_SHARED_CHARACTERS = 200
_READ_AT_ONCE = 512
_SEED = 0

Answer = Callable[[str], dict[str, Any]]


def build(documents: Sequence[Path], encoder: Path, generator: Path, threads: int) -> Answer:
    """What answers a question from `documents` with a sentence-transformers folder and a GGUF file."""
    loaded = [document for path in documents for document in TextLoader(path, encoding="utf-8").load()]
    splitter = RecursiveCharacterTextSplitter(chunk_size=_CHUNK_CHARACTERS, chunk_overlap=_SHARED_CHARACTERS)
    embeddings = HuggingFaceEmbeddings(model_name=str(encoder))
    retriever = FAISS.from_documents(splitter.split_documents(loaded), embeddings).as_retriever()
    model = LlamaCpp(
        model_path=str(generator), n_ctx=0, n_batch=_READ_AT_ONCE, n_threads=threads, seed=_SEED, verbose=False
    )
    chain = ChatPromptTemplate.from_template(_PROMPT) | model | StrOutputParser()

    def answer(question: str) -> dict[str, Any]:
        began = time.perf_counter()
        first_text_s = None
        found = retriever.invoke(question)
        pieces = []
        for piece in chain.stream({"question": question, "context": _together(found)}):
            pieces.append(piece)
            if piece and first_text_s is None:
                first_text_s = time.perf_counter() - began
        return {
            "answer": "".join(pieces).strip(),
            "sources": [document.page_content for document in found],
            "first_text_s": first_text_s,
            "total_s": time.perf_counter() - began,
        }

    return answer


def main() -> None:
    """Answer every question of standard input."""
    options = _options()
    out = sys.stdout
    with redirect_stdout(sys.stderr):  # whatever a library prints is no answer
        answer = build(options.document, options.encoder, options.generator, options.threads)
        for line in sys.stdin:
            asked = json.loads(line)
            try:
                reply = answer(asked["question"])
            except ValueError as error:  # a prompt longer than the model's context
                reply = {"error": str(error)}
            out.write(json.dumps({"id": asked["id"], **reply}, ensure_ascii=False) + "\n")
            out.flush()


def _together(documents: Sequence[Document]) -> str:
    return "\n\n".join(document.page_content for document in documents)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--document", type=Path, action="append", required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--generator", type=Path, required=True)
    parser.add_argument("--threads", type=int, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
