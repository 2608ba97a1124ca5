"""Captions among the paragraphs of plain text, and sentences that only look like them."""

import pytest

from factlint.read import read
from tests.facts.conftest import LEXICON

ARTICLE = (
    "Mill to close\n\nThe mill in Harwick will close in May, its owner said.\n\n{}\n\nIt has stood there since 1950.\n"
)


def kind(words: str) -> str:
    """What a block among an article's paragraphs is taken for."""
    text = ARTICLE.format(words)
    article = read("a.txt", text.encode(), LEXICON)
    return next(str(block.kind) for block in article.blocks if block.start == text.index(words))


@pytest.mark.parametrize(
    "words",
    [
        "FILE - In this May 4, 2015 file photo, Ann Roe speaks in Harwick.",
        "In this image from video, Per Holm speaks to the court.",
        "Undated handout photo of the mill.",
        "This photo provided by the Holm family shows Per Holm.",
        "Clockwise from top left: Ann Roe, Per Holm and Kim Berg.",
        "Per Holm (back row, second from right) with his team in 1998",
        "Eva Roe, top, and Kim Berg at the hall.",
        "Per Holm (L) and Kim Berg (R) leave the court.",
        "Ann Roe, pictured in May.",
        "Harwick owes its bread to the mill, which has ground flour for the town. (Ann Roe/The Harwick Post)",
        "The mill has ground flour for the town for seventy years. (Photo by Ann Roe)",
        "Delighted: Ann Roe with her daughters after the vote",
        "Police tape is seen outside the house in Harwick.",
        "A woman lights a candle outside the church in Harwick on Sunday.",
        "Residents cheer as the vote is read out.",
        "Mayor Ann Roe at the hall, 4 May 2015.",
        "Ann Roe at a rally in Harwick on Thursday.",
        "Ann Roe with her daughters outside the hall.",
        "Ann Roe and Per Holm in happier times.",
        "Ann Roe arriving at the hall on Tuesday.",
        "Ann Roe in Harwick in a file photo.",
        "Inset: Ann Roe.",
        "A smiling Ann Roe leaves the hall in Harwick on Friday (Reuters).",
        "Per Holm (R) and a friend arrive in Harwick, Tuesday.",
    ],
)
def test_captions(words: str) -> None:
    assert kind(words) == "caption"


@pytest.mark.parametrize(
    "words",
    [
        "In this picture of the town there is no mill.",
        "Ann Roe stands for election in May.",
        "Two men stand trial in Leeds on Monday.",
        "A bus carries 40 people on Friday.",
        "Police search for the driver in Harwick.",
        "Sen. Kim Berg (R) voted against the bill on Monday.",
        "Harwick is seen as a safe seat in May.",
        "Ann Roe in Harwick thinks so too.",
        "Ann Roe with her daughters runs the shop.",
        "Ann Roe on why the mill must go.",
        "Lund and Harwick in particular are seen as safe seats.",
        "The left and the right agree on the mill.",
        "Left-handed millers make 11 per cent fewer claims for falls.",
    ],
)
def test_sentences_that_are_no_captions(words: str) -> None:
    assert kind(words) == "paragraph"
