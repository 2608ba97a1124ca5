"""Bytes become text whole or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.read.decode import ReadError, decode


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0")))
def test_utf_8_comes_back_code_point_by_code_point(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_a_byte_order_mark_is_read_and_keeps_the_mark(encoding: str) -> None:
    assert decode("\ufeffLund votes".encode(encoding)) == "\ufeffLund votes"


def test_a_utf_8_byte_order_mark_counts_as_a_code_point() -> None:
    assert decode(b"\xef\xbb\xbfLund") == "\ufeffLund"


def test_another_encoding_is_refused_with_the_place_and_the_option() -> None:
    with pytest.raises(ReadError) as caught:
        decode("Café".encode("latin-1"))
    assert str(caught.value) == "it is not UTF-8: the trouble starts at byte 3; name its encoding with --encoding"


def test_another_encoding_is_read_when_named() -> None:
    assert decode("Café “x”".encode("cp1252"), "cp1252") == "Café “x”"


def test_half_a_character_at_the_end_names_its_byte() -> None:
    with pytest.raises(ReadError, match="byte 4;"):
        decode("Lund”".encode()[:-1])


def test_binary_data_is_no_text() -> None:
    with pytest.raises(ReadError, match="it is not text: byte 4 is zero"):
        decode(b"GIF8\0\0\1")


def test_an_unknown_encoding_is_named() -> None:
    with pytest.raises(ReadError) as caught:
        decode(b"x", "latin-99")
    assert str(caught.value) == "it cannot be read as latin-99: there is no such text encoding"


def test_a_codec_between_bytes_is_no_text_encoding() -> None:
    with pytest.raises(ReadError, match="hex"):
        decode(b"zz", "hex")
