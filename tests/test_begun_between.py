"""What begins between two code points, of facts in order of place."""

from hypothesis import given
from hypothesis import strategies as st

from factlint.tokens import Span, begun_between

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda at: Span(at[0], sum(at))), max_size=12)


@given(SPANS, st.integers(0, 45), st.integers(0, 45))
def test_it_is_what_a_look_at_each_of_them_finds(spans: list[Span], start: int, end: int) -> None:
    spans.sort()
    assert list(begun_between(spans, start, end)) == [span for span in spans if start <= span.start < end]


def test_what_begins_before_and_reaches_in_is_left_out() -> None:
    assert begun_between([Span(0, 9), Span(4, 6), Span(8, 10)], 4, 8) == [Span(4, 6)]
