"""What holds of every article, whatever stands in it: facts lie in the text, nothing fails, and twice is the same."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.config.settings import Settings
from factlint.facts.model import KINDS
from factlint.lint.checker import Checker
from factlint.read import ReadError, read
from factlint.relations.analysis import Analysis
from tests.articles_of_any_kind import ARTICLES

CHECKER = Checker(Settings(select=("ALL",)))
SUFFIXES = st.sampled_from([".txt", ".md", ".html", ".aml"])
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def analysed(text: str, suffix: str) -> Analysis:
    return Analysis(read(f"a{suffix}", text.encode(), CHECKER.lexicon), CHECKER.lexicon)


@FEW
@given(ARTICLES, SUFFIXES)
def test_facts_and_findings_lie_in_the_text_and_no_stage_fails(text: str, suffix: str) -> None:
    try:
        facts = analysed(text, suffix)
    except ReadError:
        return
    source = facts.article.source
    assert len(source) == len(facts.article.text)
    ends = [0, *(block.end for block in facts.article.blocks)]
    assert all(ends[at] <= block.start <= block.end <= len(source) for at, block in enumerate(facts.article.blocks))
    for kind in KINDS:
        for fact in facts.of(kind):
            assert 0 <= fact.start <= fact.end <= len(source), (kind, fact)
            said = getattr(fact, "text", None)
            assert said is None or kind not in ("figure", "mention") or said == source[fact.start : fact.end]
    found = CHECKER.lint(facts)
    assert facts.failures == {}
    assert all(0 <= finding.start < finding.end <= len(source) for finding in found)
    assert [(f.start, f.code) for f in found] == sorted((f.start, f.code) for f in found)


@FEW
@given(ARTICLES, SUFFIXES)
def test_the_same_article_gives_the_same_findings(text: str, suffix: str) -> None:
    try:
        first, second = (CHECKER.lint(analysed(text, suffix)) for _ in range(2))
    except ReadError:
        return
    assert first == second


@FEW
@given(ARTICLES)
def test_a_stage_asked_alone_says_what_it_says_among_others(text: str) -> None:
    together = analysed(text, ".txt")
    for kind in KINDS:
        together.of(kind)
    for kind in ("person", "quote", "figure", "date", "reference", "relation"):
        assert analysed(text, ".txt").of(kind) == together.of(kind)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx", ".odt", ".rtf", ".ninjs", ".nitf", ".aml"])
@FEW
@given(st.binary(max_size=300))
def test_any_bytes_are_an_article_or_are_refused_in_a_sentence(suffix: str, raw: bytes) -> None:
    try:
        article = read(f"a{suffix}", raw, CHECKER.lexicon)
    except ReadError:
        return
    assert all(0 <= block.start <= block.end <= len(article.source) for block in article.blocks)
