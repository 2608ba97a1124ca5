"""Ordinary copy never makes a stage fail: figures of zero, raised and circled digits, sentences that break off."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.facts.model import KINDS
from factlint.lint.compiled import product
from factlint.read import read
from factlint.relations.analysis import Analysis

BOOK = product()
EXAMPLES = sorted({re.sub(r"\[\[|\]\]", "", text) for rule in BOOK.rules for text in (*rule.flagged, *rule.passed)})
HEADLINE = "Council votes on bridge\n\n"


def failures(text: str) -> list[str]:
    """The stages that fail on a text, each with its error."""
    facts = Analysis(read("a.txt", text.encode(), BOOK.lexicon), BOOK.lexicon)
    for plural, _ in KINDS.values():
        try:
            getattr(facts, plural)
        except Exception:
            continue
    return [f"{name}: {failure.cause!r}" for name, failure in facts.failures.items()]


@pytest.mark.parametrize(
    "text",
    [
        "Greens 40%, Reds 30% and Blues 30%",
        "Of those asked, women 41% and men 59%",
        "Turnout in Lund 61%, in Ystad 58%",
        "In the first week there were 0 deaths, the board said.\n\nBy June the 12 deaths had been looked into.",
        "The fund rose from 0 to 200,000 kronor.",
        "The stall sold 0 cakes in May, triple the 0 it sold in April.",
        "The club has 0 members: 3 women, 2 men and 1 child.",
        "They paid $0 a week, $5 a month.",
        "LUND, Jan. 4, 2016 (AP)",
        "By Ann Roe, Lund Courier",
        "The prize of $12m was shared out among 4 people, $0 each.",
        "Both sides signed the deal.² May was pleased, and so was June³.",
        "The talks begin on May ⑦ or ⑧ May.",
        "It cost ５ pounds in ２０１５, and ٣ people came on ٤ May.",
        "The parcel of 5lb (2kg) 10 times over.",
        "They ran 3 miles (5km) 2 hours and 5.",
        "The bridge will close, according",
        "The bridge will cost 12 million euros, according to",
        "A panel of 12-",
        "A long day. " * 400 + "The word \0 stood there\0 twice on 4 May\0 2015.",
        "Airline in $0bn deal\n\nThe airline has ordered 30 planes in a $1.8bn deal.",
        "11.00 –",
        "It was the most",
        "Sgt Ann Roe of",
        "The maker asked for lamps, and they came to €900 apiece",
        "It is right twice a day, which is more than can be said for the 64",
        "The eye is 80 km east of the city and moving slowly, the state forecaster said at six this morning",
        "Iceland, Norway and Finland will host the games in 2029. Norway is the only one of the four to",
        "The council will meet again.\n\nThe pool will be shut in May because the roof leaks",
        "A kettle costs £11.40 to make in Leeds and £7.90 in Porto, she said, a saving of £3.50 on each",
        "They owe 1 million million million million million million million million million million pounds.",
        f"The number is {'9' * 5000}, or {'7' * 5000}/{'8' * 5000} of it, on May {'1' * 5000}.",
    ],
    ids=lambda text: text[:40],
)
@pytest.mark.parametrize("before", ["", HEADLINE], ids=["alone", "under a headline"])
def test_every_kind_of_fact_is_worked_out(before: str, text: str) -> None:
    assert failures(before + text) == []


@given(st.sampled_from(EXAMPLES), st.data())
def test_a_text_may_break_off_anywhere(text: str, data: st.DataObject) -> None:
    words = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
    first = data.draw(st.integers(0, min(3, len(words) - 1)))
    last = data.draw(st.integers(first, len(words) - 1))
    assert failures(text[words[first][0] : words[last][1]]) == []


NUMBERS = ["0", "0%", "0.0", "$0", "1", "2", "100%", "²", "⑦", "٣", "½", "1m", "00", "31", "32", "25:61", "zero", "nil"]


@given(st.sampled_from([text for text in EXAMPLES if re.search(r"\d", text)]), st.data())
def test_any_number_may_be_another(text: str, data: st.DataObject) -> None:
    def other(match: re.Match[str]) -> str:
        return data.draw(st.sampled_from([match.group(), *NUMBERS]))

    assert failures(re.sub(r"\d[\d.,]*(?<!\.)(?<!,)%?", other, text)) == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2015-13-45", "2015-02-30"])
def test_a_day_of_writing_that_no_news_has_is_none(day: str) -> None:
    text = f'---\ntitle: Vote\ndate: "{day}"\n---\n\nThe council met on Tuesday, 4 May, and yesterday.\n'
    facts = Analysis(read("a.md", text.encode(), BOOK.lexicon), BOOK.lexicon)
    assert [date.value for date in facts.dates] == [None, None]
