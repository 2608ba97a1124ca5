"""Stages: one that fails takes along what is built on it, and nothing else; what failed is told once."""

import pytest

from factlint.facts.stages import StageError, each, stage


class Story:
    """A story whose middle stage may fail."""

    def __init__(self, broken: bool) -> None:
        self.broken = broken
        self.asked = 0
        self.failed: dict[str, StageError] = {}
        self.failures: dict[str, StageError] = {}

    @stage
    def words(self) -> int:
        return 3

    @stage
    def dates(self) -> int:
        self.asked += 1
        return 1 // (0 if self.broken else 1)

    @stage
    def ages(self) -> int:
        return self.dates + self.words


def test_a_stage_is_worked_out_once() -> None:
    story = Story(broken=False)
    assert (story.ages, story.ages, story.dates, story.asked) == (4, 4, 1, 1)


def test_what_is_built_on_a_failed_stage_fails_with_it_and_the_rest_does_not() -> None:
    story = Story(broken=True)
    for _ in range(2):
        with pytest.raises(StageError, match="dates"):
            _ = story.ages
    assert story.words == 3
    assert story.asked == 1
    assert {name: repr(error.cause) for name, error in story.failures.items()} == {
        "dates": "ZeroDivisionError('integer division or modulo by zero')"
    }


def test_of_many_items_only_the_one_that_fails_is_left_out() -> None:
    story = Story(broken=False)
    assert list(each(story, "shares", lambda share: [12 // share], [1, 0, 3])) == [12, 4]
    assert list(story.failures) == ["shares"]
