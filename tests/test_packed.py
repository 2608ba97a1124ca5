"""Plain values packed into a file of pieces: what comes out is what went in, and a damaged file is none."""

from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.packed import PackError, Pieces, Shelf, pack

SCALARS = st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.floats(allow_nan=False) | st.text()
PLAIN = st.recursive(
    SCALARS,
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.lists(inside, max_size=4).map(tuple)
        | st.dictionaries(st.text(max_size=3), inside, max_size=4)
        | st.frozensets(st.text(max_size=3) | st.integers(0, 9), max_size=4)
        | st.sets(st.tuples(st.text(max_size=2), st.integers(0, 9)), max_size=3)
        | st.dictionaries(st.tuples(st.text(max_size=2), st.integers(0, 9)), inside, max_size=3)
    ),
    max_leaves=12,
)


def same(one: Any, other: Any) -> bool:
    """Equal, and of the same types all the way down: 1 is not True, and a tuple no list."""
    if type(one) is not type(other) or one != other:
        return False
    if isinstance(one, dict):
        return all(same(a, b) for a, b in zip(one.items(), other.items(), strict=True))
    if isinstance(one, (list, tuple)):
        return all(map(same, one, other))
    return True


@given(st.dictionaries(st.text(max_size=5), PLAIN, max_size=4))
def test_what_comes_out_is_what_went_in(values: dict[str, Any]) -> None:
    pieces = Pieces(pack(values, {"of": "a test"}))
    assert pieces.about == {"of": "a test"}
    assert pieces.names == tuple(values)
    for name, value in values.items():
        assert same(pieces.unpack(name), value)


def test_what_is_no_plain_data_is_refused() -> None:
    class Pair(NamedTuple):
        one: int
        two: int

    for value in (Pair(1, 2), object(), b"bytes", 1j):
        with pytest.raises(TypeError, match="is no plain data"):
            pack({"a": value}, {})


def test_a_file_damaged_or_cut_short_is_none() -> None:
    whole = pack({"words": frozenset({"a", "b"}), "rows": [("a", 1), ("b", 2)]}, {})
    for at in range(len(whole)):
        with pytest.raises(PackError):
            Pieces(whole[:at])
    for at in range(whole.index(b"\n"), len(whole)):
        with pytest.raises(PackError):
            Pieces(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])


def test_a_shelf_gives_what_is_packed_and_makes_the_rest() -> None:
    shelf = Shelf(Pieces(pack({"ready": (1, 2)}, {})))
    assert shelf.get("ready", lambda: (0, 0)) == (1, 2)
    assert shelf.get("other", lambda: (0, 0)) == (0, 0)
    assert Shelf().get("ready", lambda: (0, 0)) == (0, 0)
