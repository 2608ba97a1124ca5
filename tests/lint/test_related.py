"""What is told of a place that a finding is also about, where no line of the article is shown."""

import pytest

from factlint.lint.findings import Related


@pytest.mark.parametrize(
    ("source", "message", "told"),
    [
        ("£95,000", "Part of the sum.", "“£95,000”: Part of the sum."),
        ("Ann Roe", "“Ann Roe” here.", "“Ann Roe” here."),  # the message has the words
        ("<b>£95</b>", "Part of the sum.", "Part of the sum."),  # a page's tags are no words
        ("a" * 41, "Said here.", "Said here."),
        ("one\ntwo", "Said here.", "Said here."),
        ("", "Said here.", "Said here."),
    ],
)
def test_a_related_place_is_told_with_its_words(source: str, message: str, told: str) -> None:
    assert Related(message, 0, len(source)).told(source) == told
