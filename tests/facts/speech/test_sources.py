"""Sources that are no names: bodies, people who are many, and those who hide who they are."""

from collections.abc import Callable

import pytest

from factlint.facts.annotate import Facts

Annotate = Callable[[str], Facts]


@pytest.mark.parametrize(
    ("text", "kind", "flags"),
    [
        ("“The road is closed,” police said.", "described", "collective"),
        ("“Nobody has been charged,” officials said on Sunday.", "described", "collective anonymous"),
        ("“He is furious,” a source close to the prime minister said.", "described", "anonymous"),
        (
            "“He is furious,” said a person familiar with the talks, who asked not to be named as they are private.",
            "described",
            "anonymous explained",
        ),
        ("“The valve failed,” the report says.", "described", "collective"),
        ("“We have suspended the app,” the company wrote in a blog post.", "described", "collective"),
        ("“lol no,” read a tweet from the club's account.", "described", ""),
        ("“They ran past my shop,” one witness said.", "described", "anonymous"),
        ("“We’re not afraid,” said one of the strikers.", "described", ""),
        ("A senior diplomat said: “There is no deal.”", "described", "anonymous"),
        (
            "“There is no deal,” a Western official told Reuters on condition of anonymity.",
            "described",
            "anonymous explained",
        ),
        ("“It’s a zoo in here,” one aide said.", "described", "anonymous"),
        ("“We cannot go on,” the union said.", "described", "collective"),
        ("“We cannot go on,” the two men said.", "described", ""),
        ("“We cannot go on,” teachers said.", "described", "collective"),
        ("“This is a war crime,” Amnesty International said.", "named", ""),
        ("“She is resting,” the family said in a statement.", "described", "collective"),
        ("“Prices will rise,” analysts at Nordbank said.", "described", "collective"),
        ("“Prices will rise,” an analyst at Nordbank said.", "described", ""),
        ("“Prices will rise,” said a trader who declined to give his name.", "described", "anonymous explained"),
        ("“I saw the flash,” said a neighbour, who gave only her first name, Ana.", "described", "anonymous explained"),
        (
            "“I saw the flash,” said a resident, speaking anonymously for fear of reprisals.",
            "described",
            "anonymous explained",
        ),
        ("“I saw the flash,” said one woman, who did not want to be identified.", "described", "anonymous explained"),
        ("“The court finds no error,” the judges wrote.", "described", ""),
        ("“You have been warned,” the ministry tweeted.", "described", "collective"),
        ("“Boo!” roared the crowd.", "described", "collective"),
        ("“We have no plans to sell,” a spokesman for the firm said.", "described", ""),
        ("“He left at nine,” according to two people with knowledge of the matter.", "described", "anonymous"),
        ("“He left at nine,” a law enforcement source told ABC News.", "described", "anonymous"),
        ("“He left at nine,” insiders say.", "described", "collective anonymous"),
        ("“He left at nine,” a former cabinet minister said.", "described", ""),
        ("“Don't shoot!” a voice cried.", "described", ""),
    ],
)
def test_a_source_is_told_by_what_it_is(annotate: Annotate, text: str, kind: str, flags: str) -> None:
    speaker = annotate(text).quotes[0].speaker
    assert speaker is not None
    assert speaker.kind == kind
    assert [flag for flag in ("collective", "anonymous", "explained") if getattr(speaker, flag)] == flags.split()


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("“He left at nine,” a source said.\n\nThe source spoke on condition of anonymity.", True),
        ("The aides asked not to be named.\n\n“He left at nine,” one aide said.", True),
        ("“He left at nine,” a source said.\n\nIt rained.\n\nThe talks were held on condition of anonymity.", False),
        ("“He left at nine,” a source said.", False),
    ],
)
def test_why_a_source_has_no_name_may_stand_a_block_away(annotate: Annotate, text: str, explained: bool) -> None:
    speaker = annotate(text).quotes[0].speaker
    assert speaker is not None
    assert (speaker.anonymous, speaker.explained) == (True, explained)


def test_somebody_with_a_name_hides_nothing_though_another_does(annotate: Annotate) -> None:
    speaker = annotate("“He left at nine,” said Ann Roe, who declined to be named in May.").quotes[0].speaker
    assert speaker is not None
    assert (speaker.kind, speaker.anonymous) == ("named", False)
