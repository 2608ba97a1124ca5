"""Fixes: what a rule says of mending becomes edits, and never in somebody's words."""

import pytest

from factlint.config.settings import Settings
from factlint.mend import applied, mended
from factlint.read.files import File
from factlint.run import Job, Plan, Result, Worker

STYLE = {"percent": "per cent", "dates": "5 May", "time": "9am", "dashes": "spaced –", "initialisms": "without stops",
         "adviser": "adviser"}  # fmt: skip


@pytest.fixture(scope="module")
def worker() -> Worker:
    return Worker(Plan((Settings(style=STYLE), Settings(), Settings(select=("QUO111",))), keep=False))


def fixed(worker: Worker, text: str, *, settings: int = 1, unsafe: bool = False, path: str = "a.txt") -> str:
    """The text with everything mended that can be."""
    job = Job(File(path, path), settings, text.encode())
    outcome = mended(job, worker(job), worker, None, unsafe)
    assert outcome.trouble is None
    after = text if outcome.raw is None else outcome.raw.decode()
    again = Job(File(path, path), settings, after.encode())
    assert mended(again, worker(again), worker, None, unsafe).raw is None, "a second time changes nothing"
    return after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The bridge reopened. /EPA\n", "The bridge reopened.\n"),
        ("The bridge reopened.\n\n(Reuters)\n\nIt had been shut.\n", "The bridge reopened.\n\nIt had been shut.\n"),
        ("The pool shut the the day.\r\n\r\nIt rained.\r\n", "The pool shut the day.\r\n\r\nIt rained.\r\n"),
        ("The council shut the the pool.\n", "The council shut the pool.\n"),
        ("The council shut the\nthe pool.\n", "The council shut the\npool.\n"),
        ("Mr Hay and Mr Roe met Mr. Lee.\n", "Mr Hay and Mr Roe met Mr Lee.\n"),
        ("The pool closed in May.The council voted.\n", "The pool closed in May. The council voted.\n"),
        ("It – so – shut. It – so – went. They—all—left.\n", "It – so – shut. It – so – went. They – all – left.\n"),
    ],
)  # fmt: skip
def test_what_is_safe_is_done(worker: Worker, before: str, after: str) -> None:
    assert fixed(worker, before) == after


def test_marks_are_made_alike_and_the_words_between_them_left(worker: Worker) -> None:
    before = '“We wait,” she said. “We do,” he said. “We will,” she said. "We are the the last," he said.\n'
    assert fixed(worker, before, settings=2) == before.replace('"We are the the last,"', "“We are the the last,”")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Rents rose by 4% in May.", "Rents rose by 4 per cent in May."),
        ("Rents rose by 4 percent in May.", "Rents rose by 4 per cent in May."),
        ("Percent by percent they rose.", "Per cent by per cent they rose."),
        ("It began on May 4 and ended.", "It began on 4 May and ended."),
        ("It began on May 4, 2015, and ended.", "It began on 4 May 2015, and ended."),
        ("It opens at 7 p.m. on Friday.", "It opens at 7pm on Friday."),
        ("It opens at 7 p.m.", "It opens at 7pm."),
        ("It opens at 7 P.M. on Friday.", "It opens at 7pm on Friday."),
        ("The mill — the last — shut.", "The mill – the last – shut."),
        ("The mill—the last—shut.", "The mill – the last – shut."),
        ("The U.S. envoy left the U.S.", "The US envoy left the US."),
        ("Her advisor left.", "Her adviser left."),
        ("“It rose 4%,” she said, and paid 5%.", "“It rose 4%,” she said, and paid 5 per cent."),
    ],
)
def test_the_house_s_way_is_written(worker: Worker, before: str, after: str) -> None:
    assert fixed(worker, before + "\n", settings=0) == after + "\n"


HOUSES = [
    ({"money": "£5m"}, "It cost £3 million, $2.5 billion and 4 million euros.", "It cost £3m, $2.5bn and €4m."),
    ({"money": "£5 million"}, "It cost £3m; rivals paid 12mn pounds.", "It cost £3 million; rivals paid £12 million."),
    ({"money": "5 million pounds"}, "It cost £3m.", "It cost 3 million pounds."),
    ({"money": "£5m"}, "It cost US$3 million, in a £3 million-a-year deal.", None),
    ({"small numbers": "words"}, "He saw 5 big cows. 4 birds flew.", "He saw five big cows. Four birds flew."),
    ({"small numbers": "digits"}, "We saw five big cows.", "We saw 5 big cows."),
    ({"small numbers": "words"}, "We saw 2 or 3 cows, or 5 to 12 dogs, for 6 miles.", None),
    ({"days of the month": "5"}, "From 4th May to June 21st.", "From 4 May to June 21."),
    ({"days of the month": "5th"}, "From 2 May to 12 May, or July 23.", "From 2nd May to 12th May, or July 23rd."),
    ({"dates": "May 5", "days of the month": "5"}, "It began on 4th May 2015.", "It began on May 4, 2015."),
    ({"dates": "May 5"}, "From Monday 4 May 2015 on it rains.", "From Monday, May 4, 2015, on it rains."),
    ({"dates": "May 5"}, "It began on Monday, 4 May, at dawn.", "It began on Monday, May 4, at dawn."),
    ({"dates": "5 May"}, "It began on Monday, May 4, 2015.", "It began on Monday 4 May 2015."),
]  # fmt: skip


@pytest.mark.parametrize(("style", "before", "after"), HOUSES)
def test_sums_small_numbers_and_days_are_written_the_house_s_way(
    style: dict[str, str], before: str, after: str | None
) -> None:
    own = Worker(Plan((Settings(style=style, select=("STY120",)),), keep=False))
    assert fixed(own, before, settings=0) == (before if after is None else after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It cost £5m and £6m, and then £3 million more.\n", "It cost £5m and £6m, and then £3m more.\n"),
        ("We met on 4 May, 5 May and 9th May.\n", "We met on 4 May, 5 May and 9 May.\n"),
    ],
)  # fmt: skip
def test_what_varies_is_made_alike_where_somebody_asks_for_it(worker: Worker, before: str, after: str) -> None:
    assert fixed(worker, before) == before
    assert fixed(worker, before, unsafe=True) == after


def test_markup_stays(worker: Worker) -> None:
    before = "# A bridge\n\nRents rose by **4%** on [May 4](http://a.org/May_4_4%25), and [4%](x) `4%`.\n"
    after = (
        "# A bridge\n\nRents rose by **4 per cent** on [4 May](http://a.org/May_4_4%25), and [4 per cent](x) `4%`.\n"
    )
    assert fixed(worker, before, settings=0, path="a.md") == after


def test_what_needs_a_look_is_done_only_when_asked_for(worker: Worker) -> None:
    before = "It reopened on Monday 5 May 2015.\n"
    assert fixed(worker, before) == before
    assert fixed(worker, before, unsafe=True) == "It reopened on Tuesday 5 May 2015.\n"


def result(worker: Worker, text: str) -> Result:
    return worker(Job(File("a.txt", "a.txt"), 1, text.encode()))


def test_no_place_is_changed_twice_at_a_time(worker: Worker) -> None:
    found = result(worker, "The council shut the the the pool.\n")
    text, done = applied(found.source, [finding.fix for finding in found.findings if finding.fix])
    assert (text, done) == ("The council shut the the pool.\n", 1)


def test_the_encoding_stays(worker: Worker) -> None:
    for raw in ("\ufeffIt shut the the pool.\r\n".encode(), "\ufeffIt shut the the pool.\n".encode("utf-16-le")):
        job = Job(File("a.txt", "a.txt"), 1, raw)
        outcome = mended(job, worker(job), worker, None, False)
        assert outcome.raw == raw.replace(b" the the", b" the").replace(
            "the the ".encode("utf-16-le"), "the ".encode("utf-16-le")
        )
