"""What is kept of an article's words from look to look is told of the article that asks."""

from factlint.language.memory import Memory, Vocabulary
from factlint.tokens import Span, Tokens


def test_a_vocabulary_tells_which_words_of_a_list_an_article_has_as_its_words_come_and_go() -> None:
    vocabulary, listed = Vocabulary(), frozenset({"pool", "mayor", "shut"})
    for words in ({"the", "pool"}, {"the", "pool", "shut"}, {"the", "shut"}, {"the"}, {"mayor", "the"}):
        vocabulary.look(words)
        assert vocabulary.held(listed, words) == words & listed


def test_a_list_that_was_not_asked_about_for_a_look_is_read_again() -> None:
    vocabulary, listed = Vocabulary(), frozenset({"pool", "mayor"})
    first, second, third = {"pool"}, {"mayor"}, {"pool", "mayor"}
    vocabulary.look(first)
    vocabulary.held(listed, first)
    vocabulary.look(second)
    vocabulary.look(third)
    assert vocabulary.held(listed, third) == {"pool", "mayor"}


def test_an_article_that_is_asked_when_another_has_been_looked_at_since_answers_for_itself() -> None:
    memory, listed = Memory(), frozenset({"pool", "mayor"})
    texts = ["The pool is shut.", "The mayor is out."]
    one, two = (Tokens(text, [Span(0, len(text))], memory.cut, memory.vocabulary) for text in texts)
    assert one.positions(listed) == [1]
    assert two.positions(listed) == [1]
    assert one.positions(frozenset({"mayor"})) == []
    assert one.positions(listed) == [1]


def test_a_search_looks_again_at_new_lines_and_at_those_that_it_has_found_something_in() -> None:
    memory, search = Memory(), object()
    text = "The pool is shut.\nThe mayor is out.\nThe bridge is open."
    first = memory.lines(text, text.lower())
    assert [line.start for line in first.to_search(search)] == [0, 18, 36]
    for line in (first.all[0], first.all[2]):
        line.barren.add(search)
    first.all[1].barren.add("another")
    again = memory.lines(text, text.lower())
    assert again.new == []
    assert [line.start for line in again.to_search(search)] == [18]
    again.all[1].barren.add(search)
    longer = text + "\nThe road is closed."
    later = memory.lines(longer, longer.lower())
    # What is behind a line may be looked at in it: the last ones of the old text are new, too.
    assert {line.start for line in later.to_search(search)} == {line.start for line in later.new}
    assert search not in later.new[-1].barren


def test_what_is_made_of_a_key_is_made_once() -> None:
    memory, made = Memory(), []
    for word in ("pool", "pool", "mayor"):
        memory.made(("long", word), lambda word=word: made.append(word) or len(word))  # type: ignore[misc]
    assert made == ["pool", "mayor"]
