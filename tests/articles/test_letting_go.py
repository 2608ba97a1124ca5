"""An article that has been checked goes at once: nothing is left behind that holds itself."""

import gc
from pathlib import Path

import pytest

from factlint.config.settings import Settings
from factlint.read.files import File
from factlint.run import Job, Plan, Worker

ARTICLES = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.fixture(scope="module")
def worker() -> Worker:
    return Worker(Plan((Settings(),), keep=False))


@pytest.mark.parametrize("path", ARTICLES[::6], ids=lambda path: path.name)
def test_no_article_leaves_garbage(worker: Worker, path: Path) -> None:
    job = Job(File(path.name, str(path)))
    worker(job)  # what it needs is loaded
    gc.collect()
    gc.disable()
    try:
        assert worker(job).trouble is None
        assert gc.collect() == 0
    finally:
        gc.enable()
