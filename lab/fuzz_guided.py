"""Fuzzes what reads a stranger’s bytes, led by what an input reaches: articles with all stages, rules, settings.

    pip install -e . 'atheris>=3'
    python -m lab.fuzz_guided article|rule|settings FOLDER [-max_total_time=600] [-seed=1]

FOLDER keeps the inputs that reached something new. A find stops the run and is written beside it as crash-…; it becomes
a test. Options behind FOLDER are libFuzzer's (https://llvm.org/docs/LibFuzzer.html).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["factlint"]):
    from factlint.config.configfile import read_config
    from factlint.facts.model import KINDS
    from factlint.lint.compiled import product
    from factlint.lint.load import load_rule
    from factlint.read import SUFFIXES, ReadError, read
    from factlint.relations.analysis import Analysis
    from factlint.yamlfile import ProblemsError

_HOME = Path(__file__).resolve().parent.parent
_LONGEST = {"article": 3000, "rule": 6000, "settings": 2000}
_SUFFIXES = sorted(SUFFIXES)
_LEXICON = product().lexicon


class StageError(Exception):
    """A stage failed on an article."""


def article(raw: bytes) -> None:
    """Reads bytes as an article, in the format that the first of them chooses, and works out every kind of fact."""
    suffix = _SUFFIXES[raw[0] % len(_SUFFIXES)] if raw else ".txt"
    try:
        facts = Analysis(read(f"a{suffix}", raw[1:], _LEXICON), _LEXICON)
    except ReadError:
        return
    for kinds, _ in KINDS.values():
        getattr(facts, kinds)
    if facts.failures:
        raise StageError(", ".join(f"{name}: {error.cause!r}" for name, error in facts.failures.items()))


def rule(raw: bytes) -> None:
    """Reads bytes as a rule's file."""
    try:
        load_rule("rules/own.yml", raw, _LEXICON)
    except ProblemsError:
        return


def settings(raw: bytes) -> None:
    """Reads bytes as a configuration: TOML if the first is odd, else YAML."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "pyproject.toml" if raw[:1] and raw[0] % 2 else "factlint.yml")
        file.write_bytes(raw[1:])
        try:
            read_config(str(file))
        except ProblemsError:
            return


_TARGETS = {"article": article, "rule": rule, "settings": settings}
_SEEDS = {
    "article": ("tests/articles", "*.[tm]*[td]"),
    "rule": ("rules", "*/*.yml"),
    "settings": ("rules/guides", "*.yml"),
}


def main() -> None:
    """Fills the folder with what the project has of the kind, and runs until told to stop."""
    kind, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    place, pattern = _SEEDS[kind]
    for number, path in enumerate(sorted((_HOME / place).glob(pattern))):
        first = bytes([_SUFFIXES.index(path.suffix) if path.suffix in _SUFFIXES else 0])
        (folder / f"seed-{number}").write_bytes(first * (kind != "rule") + path.read_bytes()[: _LONGEST[kind]])
    atheris.Setup(
        [sys.argv[0], str(folder), f"-max_len={_LONGEST[kind]}", "-rss_limit_mb=0", *sys.argv[3:]], _TARGETS[kind]
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
