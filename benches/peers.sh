#!/usr/bin/env bash
# Runs peers over the project's clean articles, one process each: `benches/peers.sh`. Not in CI.
# Needs python3 with venv and the network; installs jionlp, datatrove and py-data-juicer.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${PEERS:-$(mktemp -d)}
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet jionlp 'datatrove[processing]' spacy jieba py-data-juicer aiohttp
"$folder/bin/python" - <<'END'
import pathlib, time

articles = [path.read_text().partition("\n---\n")[2] for path in sorted(pathlib.Path("corpus/base").glob("*.txt"))]
size = sum(len(text.encode()) for text in articles)


def measure(name, work, rounds=3):
    """The best of some rounds, in MB/s, beside a decode of the same bytes in the same round."""
    data = [text.encode() for text in articles]
    best = decode = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        for raw in data:
            raw.decode()
        decode = min(decode, time.perf_counter() - begun)
        begun = time.perf_counter()
        for text in articles:
            work(text)
        best = min(best, time.perf_counter() - begun)
    print(f"{name:40} {size / best / 1e6:8.2f} MB/s, {decode / best:.4f} of bytes.decode()")


def attempt(name, make):
    try:
        measure(name, make())
    except Exception as error:  # a peer that does not run here is not measured
        print(f"{name:40} not measured: {error}")


def jionlp():
    import jionlp
    return jionlp.clean_text


def datatrove():
    from datatrove.data import Document
    from datatrove.pipeline.filters import GopherRepetitionFilter
    from datatrove.utils.typeshelper import Languages
    filter = GopherRepetitionFilter(language=Languages.mandarin_chinese)
    return lambda text: filter.filter(Document(text=text, id="0"))


def data_juicer():
    from data_juicer.ops.mapper import RemoveRepeatSentencesMapper
    mapper = RemoveRepeatSentencesMapper()
    return lambda text: mapper.process_batched({"text": [text]})


for name, make in [
    ("jionlp.clean_text", jionlp),
    ("datatrove GopherRepetitionFilter", datatrove),
    ("data-juicer remove_repeat_sentences", data_juicer),
]:
    attempt(name, make)
END
