"""What a rule can ask of the facts in a list, of those that belong to a fact, and of the rest of its article."""

import pytest

from factlint.facts.model import KINDS
from tests.lint.conftest import annotate, flagged, lint, problems, rule, where
from tests.lint.test_load import KIND, PLACES, RIGHT, changed

TEXT = (
    "Nine boats sink\n\n"
    "“We lost 12 boats,” Ann Lind, the mayor, said on Friday.\n\n"
    "“It hurts,” Lind said. Bo Roe, a fisherman, lost two boats and 40 nets.\n\n"
    "“Nobody warned us,” Roe said.\n\n"
    "Caption: The 14 boats.\n"
)


@pytest.mark.parametrize(
    ("flag", "condition", "found"),
    [
        ("person", "quotes: {at-least: 2}", ["Ann Lind"]),
        ("person", "quotes.words: 2", ["Ann Lind"]),
        ("person", "quotes: {some: {words: 2}}", ["Ann Lind"]),
        ("person", "quotes: {none: {words: 2}}", ["Bo Roe"]),
        ("person", "quotes: {every: {words: {over: 2}}}", ["Bo Roe"]),
        ("person", "quotes: {every: {cue.lemma: shout}}", []),
        ("person", "quotes: {where: {words: {over: 2}}, at-most: 1}", ["Ann Lind", "Bo Roe"]),
        ("person", "quotes: {where: {words: 2}, at-least: 1}", ["Ann Lind"]),
        ("person", "names: {not: {some: {form: surname}}}", []),
        ("figure", "subject: boat\narticle.before.figure: {none: {subject: $here.subject}}", ["Nine"]),
        ("figure", "subject: boat\narticle.after.figure: {none: {subject: $here.subject}}", ["14"]),
        ("figure", "article.same-sentence.figure: {some: {value: {over: $here.value}}}", ["two"]),
        ("figure", "article.same-block.quote: some", ["12", "two", "40"]),
        ("figure", "article.nearest.mention.person.surname: Roe", ["two", "40", "14"]),
        ("figure", "article.figure: {none: {subject: $here.subject}}", ["40"]),
        ("figure", "value: $here.step", []),
        ("figure", "article.person.count: 2\nvalue: {over: 13}", ["40", "14"]),
        ("figure", "in: caption", ["14"]),
        ("figure", "in: [headline, caption]", ["Nine", "14"]),
        ("figure", "in: inside-quotes", ["12"]),
        ("figure", "in: [body, outside-quotes]", ["two", "40", "14"]),
        ("person", "names: {some: {in: headline}}", []),
        ("person", "names: {any: [{some: {in: caption}}, {at-least: 2}]}", ["Ann Lind", "Bo Roe"]),
    ],
)
def test_conditions_on_lists_and_on_the_rest_of_the_article(flag: str, condition: str, found: list[str]) -> None:
    assert flagged(TEXT, where(condition, flag)) == found


def test_in_stands_at_the_top_of_a_rule_of_any_kind() -> None:
    assert flagged(TEXT, "flag: figure\nin: caption\n") == ["14"]
    assert flagged(TEXT, "flag: mention\nin: [body, outside-quotes]\nwhere: {order: 0}\n") == ["Ann Lind", "Bo Roe"]


def test_a_pattern_may_name_a_list() -> None:
    assert flagged("A ferry sank. A boat sank.", where(r"text: {matches: '\L<crossings> sank'}", "sentence")) == [
        "A ferry sank."
    ]


def test_a_match_of_a_text_rule_looks_around_as_well() -> None:
    body = "flag: text\npattern: 'boats'\nwhere: {article.same-block.quote: none}\n"
    assert [finding.start for finding in lint(TEXT, rule(body))] == [5, TEXT.rindex("boats")]


def test_messages_and_related_places_follow_links() -> None:
    body = (
        'flag: person\nwhere: {surname: Lind}\nrelated: {quotes: "Said here."}\n'
        'message: "{name} has {quotes.count}, near {article.nearest.figure}."\n'
    )
    (finding,) = lint(TEXT, rule(body.replace("{article.nearest.figure}", "{article.nearest.figure.text}")))
    assert finding.message == "Ann Lind has 2, near 12."
    assert [TEXT[place.start : place.end] for place in finding.related] == ["“We lost 12 boats,”", "“It hurts,”"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_facts_of_a_kind_stand_in_order(kind: str) -> None:
    starts = [fact.start for fact in annotate(TEXT).of(kind)]
    assert starts == sorted(starts)


# ---------------------------------------------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("  value: {some: {kind: a}}", "7:11: “some” asks of the facts in a list; “value” is a number. Ask"),
        ("  value: {every: {kind: a}}", "7:11: “every” asks of the facts in a list; “value” is a number."),
        ("  value: $here.valu", "7:10: A figure has no “valu”. Did you mean “value”? "),
        ("  value: $here.text", "7:10: “value” is a number, “$here.text” text: the two are never one."),
        ("  value: {over: $here.text}", "7:17: “value” is a number, “$here.text” text: the two are never one."),
        ("  text: {over: $here.value}", "7:10: “over” asks for a number; “text” is text."),
        ("  article.quote: {some: {spaker: none}}", "7:26: A quote has no “spaker”. Did you mean “speaker”? "),
        ("  article.quote: {where: {block: caption}}", "7:18: “where” chooses facts of a list, of which"),
        ("  article.quot: some", "7:3: Behind “article” stands a kind of fact, not “quot”. Did you mean"),
        ("  article.befor.quote: some", "7:3: Behind “article” stands a kind of fact, not “befor”. Did you mean"),
        ("  article.before.quot: some", "7:3: Behind “article.before” stands a kind of fact, not “quot”. Did you mean"),
        ("  article.before: some", "7:3: Behind “article.before” stands a kind of fact. "),
        ("  article: some", "7:3: Behind “article” stands a kind of fact. "),
        ("  article.figure.article.quote: some", "7:3: “article” leads from one fact; “article” is a list of figure."),
        ("  article.nearest.person.quots: some", "7:3: A person has no “quots”. Did you mean “quotes”? "),
        ("  in: captoin", f"7:7: There is no place “captoin”. Did you mean “caption”? Places: {PLACES}."),
        ("  in: {caption: yes}", "7:7: in must be a word or a list of words."),
        ("  text: {matches: '\\L<crossing>'}", "7:19: The lexicon has no list “crossing”. Did you mean “crossings”?"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_the_nearest_name(condition: str, said: str) -> None:
    found = problems(changed(KIND, condition))
    assert len(found) == 1
    assert found[0].startswith(f"a-rule.yml:{said}")


def test_an_option_cannot_be_called_here() -> None:
    said = "a-rule.yml:13:3: An option cannot be called “here”: $here is the fact itself."
    assert problems(RIGHT + "options:\n  here: 3\n") == [said]
