"""A mistake in a rule is told with its place, what is wrong, and the nearest valid name; the message is whole here."""

import pytest

from tests.lint.conftest import problems

RIGHT = """\
code: XYZ101
name: a-rule
severity: warning
summary: S.
flag: figure
where:
  block: paragraph
message: "Here is “{text}”."
why: W.
flagged: ["[[A]]"]
passed: [A]
"""
FIGURE = (
    "block, claim, dimension, end, finding, first, form, in_quote, last, paragraph, precision, restated, source, "
    "start, step, subject, text, unit, value"
)
RELATION = (
    "against, block, computed, computed_text, end, in_quote, kind, link, parts, start, stated, stated_text, supported, "
    "text, working"
)
KEYS = (
    "code, name, severity, summary, flag, message, why, flagged, passed, where, unless, together, value, report, "
    "pattern, parts, in, needs, options, related, help, known_gaps, style, fix"
)
PLACES = (
    "article, body, headline, heading, byline, dateline, paragraph, caption, blockquote, list-item, "
    "standfirst, pull-quote, credit, stamp, outside-quotes, inside-quotes"
)
KIND = "  block: paragraph"


def changed(before: str, after: str, more: str = "") -> str:
    assert before in RIGHT
    return RIGHT.replace(before, after, 1) + more


def test_a_rule_without_a_mistake_has_no_problems() -> None:
    assert problems(RIGHT) == []


# ---------------------------------------------------------------------------------------------------- keys


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("why: W.", "wy: W.\nwhy: W.", f"9:1: A rule has no key “wy”. Did you mean “why”? Keys: {KEYS}."),
        ("why: W.", "3: W.\nwhy: W.", f"9:1: A rule has no key “3”. Keys: {KEYS}."),
        ("why: W.", "why: W.\nwhy: again", "10:1: The key “why” stands here twice."),
        ("why: W.", "why:", "9:1: The rule has no why."),
        ("why: W.\n", "", "1:1: The rule has no why."),
        ("summary: S.", "summary: ''", "4:1: The rule has no summary."),
        ("summary: S.", "summary: [S]", "4:10: summary must be text, not a list."),
        ("summary: S.", "summary: yes", "4:10: summary must be text, not yes or no."),
        ("summary: S.", "summary: 2.5", "4:10: summary must be text, not a number."),
        ("summary: S.", "summary: {a: b}", "4:10: summary must be text, not a mapping."),
        ("XYZ101", "XY101", "1:7: “XY101” is no code: three capitals and three digits, as in QUO101."),
        ("XYZ101", "XYZ1011", "1:7: “XYZ1011” is no code: three capitals and three digits, as in QUO101."),
        ("name: a-rule", "name: a-rul", "2:7: The rule is called “a-rul”, its file a-rule.yml. Give both one name."),
        (
            "severity: warning",
            "severity: warnig",
            "3:11: “warnig” is no severity. Did you mean “warning”? Severities: error, warning, note.",
        ),
        ("severity: warning", "severity: [warning]", "3:11: severity must be text, not a list."),
        ("flag: figure", "flag: [figure]", "5:7: flag must be text, not a list."),
    ],
)
def test_keys(before: str, after: str, said: str) -> None:
    assert problems(changed(before, after)) == [f"a-rule.yml:{said}"]


def test_an_unknown_kind_is_told_with_all_there_are() -> None:
    (said,) = problems(changed("flag: figure", "flag: figur"))
    assert said.startswith(
        "a-rule.yml:5:7: There is no kind of fact “figur”. Did you mean “figure”? Kinds: text, headline, "
    )
    assert said.endswith(", suppression.")


def test_a_name_has_small_letters_and_hyphens() -> None:
    assert problems(RIGHT.replace("a-rule", "A_Rule"), "A_Rule.yml") == [
        "A_Rule.yml:2:7: “A_Rule” is no name: small letters and hyphens, as in quote-unbalanced."
    ]


def test_everything_that_is_wrong_is_told_in_order_of_place() -> None:
    text = (
        changed("code: XYZ101", "code: 101")
        .replace("figure", "figur")
        .replace("block:", "blok:")
        .replace(": [A]", ": []")
    )
    assert [said.split(":")[1] for said in problems(text)] == ["1", "5", "11"]
    text = changed("XYZ101", "xyz").replace("block:", "blok:").replace("{text}", "{txt}").replace(": [A]", ": A")
    assert [said.split(":")[1] for said in problems(text)] == ["1", "7", "8", "11"]


# ---------------------------------------------------------------------------------------------------- conditions


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("  blok: paragraph", f"7:3: A figure has no “blok”. Did you mean “block”? It has: {FIGURE}."),
        ("  3: paragraph", f"7:3: A figure has no “3”. It has: {FIGURE}."),
        ("  source.txt: some", "7:3: A source has no “txt”. Did you mean “text”? It has: end, start, text."),
        ("  source.: some", "7:3: A source has no “”. It has: end, start, text."),
        ("  block.text: some", "7:3: “block” is text and has no “text”."),
        ("  restated.valu: some", f"7:3: A figure has no “valu”. Did you mean “value”? It has: {FIGURE}."),
        ("  value: many", "7:10: “value” is a number, never text."),
        ("  in_quote: maybe", "7:13: “in_quote” is yes or no, never text."),
        ("  in_quote: 1", "7:13: “in_quote” is yes or no, never a number."),
        ("  block: yes", "7:10: “block” is text, never yes or no."),
        ("  block: [caption, 3]", "7:20: “block” is text, never a number."),
        ("  source: Reuters", "7:11: “source” is a source: ask for some or none, or for one of its attributes."),
        ("  block: {}", "7:10: This asks nothing: write a value or a matcher."),
        ("  block: []", "7:10: An empty list matches nothing: write the values that it is to be one of."),
        (
            "  value: {ovr: 3}",
            "7:11: There is no matcher “ovr”. Did you mean “over”? "
            "Matchers: over, under, at-least, at-most, matches, in, not, any, all, some, none, every, where, "
            "outside, inside.",
        ),
        ("  block: {over: 3}", "7:11: “over” asks for a number; “block” is text."),
        ("  value: {matches: a}", "7:11: “matches” asks for text; “value” is a number."),
        ("  in_quote: {in: crossings}", "7:14: “in” asks for text; “in_quote” is yes or no."),
        ("  value: {over: many}", "7:17: “over” takes a number, not text."),
        ("  value: {over: yes}", "7:17: “over” takes a number, not yes or no."),
        ("  block: {in: crossing}", "7:15: The lexicon has no list “crossing”. Did you mean “crossings”?"),
        ("  block: {in: [a]}", "7:15: “in” takes the name of a lexicon list, not a list."),
        ("  block: {matches: 3}", "7:20: “matches” takes a pattern, not a number."),
        (
            "  block: {matches: '('}",
            "7:20: The pattern does not compile: missing ), unterminated subpattern at position 0.",
        ),
        ("  block: {any: caption}", "7:16: “any” takes a list of matchers."),
        ("  block: {not: {ovr: 3}}", None),
        ("  any: {block: caption}", "7:8: “any” takes a list of conditions."),
        ("  all: []", "7:8: “all” takes a list of conditions."),
        ("  not: [block]", "7:8: A condition is a mapping of attributes to what they must be, not a list."),
        ("  any: [{blok: a}]", f"7:10: A figure has no “blok”. Did you mean “block”? It has: {FIGURE}."),
        ("  value: {over: $most}", "7:17: The rule has no option “most”."),
        ("  block: $most", "7:10: The rule has no option “most”."),
    ],
)
def test_conditions(condition: str, said: str | None) -> None:
    found = problems(changed(KIND, condition))
    if said is None:
        assert len(found) == 1
    else:
        assert found == [f"a-rule.yml:{said}"]


def test_where_the_model_names_the_values_another_is_told() -> None:
    text = changed(KIND, "  kind: dirct").replace("flag: figure", "flag: quote")
    assert problems(text) == [
        "a-rule.yml:7:9: “kind” is never “dirct”. Did you mean “direct”? It is: direct or partial."
    ]


@pytest.mark.parametrize("condition", ["kind", "[kind]", "3", ""])
def test_a_condition_is_a_mapping(condition: str) -> None:
    kinds = {"kind": "text", "[kind]": "a list", "3": "a number", "": "nothing"}
    text = changed("where:\n  block: paragraph", f"where: {condition}")
    (said,) = problems(text)
    assert said.endswith(f"A condition is a mapping of attributes to what they must be, not {kinds[condition]}.")


# ---------------------------------------------------------------------------------------------------- options


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            "[most]",
            [
                "7:17: The rule has no option “most”.",
                "12:10: options must be a mapping of names to values, not a list.",
            ],
        ),
        ("{most: 3, mots: 4}", ["12:20: The option “mots” is used nowhere in this rule."]),
        ("{most: many}", ["7:17: “over” takes a number, not text."]),
        (
            "{most: {a: b}}",
            [
                "7:17: The rule has no option “most”.",
                "12:17: An option is a number, a text, yes, no or a list, not a mapping.",
            ],
        ),
    ],
)  # fmt: skip
def test_options(options: str, said: list[str]) -> None:
    text = changed(KIND, "  value: {over: $most}", f"options: {options}\n")
    assert problems(text) == [f"a-rule.yml:{line}" for line in said]


def test_a_missing_option_is_told_with_the_nearest() -> None:
    text = changed(KIND, "  value: {over: $most, under: $mots}", "options: {most: 3}\n")
    assert problems(text) == ["a-rule.yml:7:31: The rule has no option “mots”. Did you mean “most”?"]


# ---------------------------------------------------------------------------------------------------- messages


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("{txt}", f"A figure has no “txt”. Did you mean “text”? It has: {FIGURE}."),
        ("{source.txt}", "A source has no “txt”. Did you mean “text”? It has: end, start, text."),
        ("{other.text}", "“other” is for rules with “together”."),
        ("{text", "A brace in this message belongs to no field; fields look like {text} or {speaker.text:60}."),
        ("{}", "A brace in this message belongs to no field; fields look like {text} or {speaker.text:60}."),
        ("{text:long}", "A brace in this message belongs to no field; fields look like {text} or {speaker.text:60}."),
    ],
)
def test_messages(message: str, said: str) -> None:
    assert problems(changed("Here is “{text}”.", message)) == [f"a-rule.yml:8:10: {said}"]
    assert problems(RIGHT + f'help: "{message}"\n') == [f"a-rule.yml:12:7: {said}"]


@pytest.mark.parametrize(
    ("related", "said"),
    [
        ("[source]", "12:10: related must be a mapping of attributes to messages, not a list."),
        ("{sourse: Here.}", f"12:11: A figure has no “sourse”. Did you mean “source”? It has: {FIGURE}."),
        ("{value: Here.}", "12:11: A related place is a fact; “value” is a number."),
        ("{source: 3}", "12:19: A message must be text, not a number."),
        ("{source: '{txt}'}", f"12:19: A figure has no “txt”. Did you mean “text”? It has: {FIGURE}."),
    ],
)
def test_related_places(related: str, said: str) -> None:
    assert problems(RIGHT + f"related: {related}\n") == [f"a-rule.yml:{said}"]


# ---------------------------------------------------------------------------------------------------- groups and text


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("together: subjct", f"12:11: A figure has no “subjct”. Did you mean “subject”? It has: {FIGURE}."),
        ("together: subject\nvalue: valeu", f"13:8: A figure has no “valeu”. Did you mean “value”? It has: {FIGURE}."),
        ("value: unit", "12:1: “value” needs “together”."),
        ("report: all", "12:1: “report” needs “together”."),
        (
            "together: unit\nreport: last",
            "13:9: “last” is no way to report. Did you mean “later”? Ways: minority, first, later, all, once.",
        ),
        ("together: unit\nreport: [all]", "13:9: report must be text, not a list."),
        (
            "together: unit\nunless: {group.size: {over: 1}}",
            "13:10: “group.size” can only stand at the top of “where”.",
        ),
        ("unless: {group.size: {over: 1}}", "12:10: “group.size” is for rules with “together”."),
        ("pattern: a", "12:1: Only text rules (flag: text) have “pattern”."),
        ("needs: a", "12:1: Only text rules (flag: text) have “needs”."),
        ("parts: {a: b}", "12:1: Only text rules (flag: text) have “parts”."),
    ],
)
def test_groups(more: str, said: str) -> None:
    assert problems(RIGHT + more + "\n") == [f"a-rule.yml:{said}"]


def test_a_group_has_a_size_and_distinct_values() -> None:
    text = changed(KIND, "  value.distnct: {over: 1}", "together: unit\n")
    assert problems(text) == [
        "a-rule.yml:7:3: A group has no “value.distnct”. Did you mean “value.distinct”? "
        "It has: group.size, value.distinct."
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", "5:7: A text rule needs a pattern."),
        ("pattern: 3", "10:10: pattern must be text, not a number."),
        ("pattern: '('", "10:10: The pattern does not compile: missing ) at position 1."),
        (r"pattern: '\L<crossing>'", "10:10: The lexicon has no list “crossing”. Did you mean “crossings”?"),
        ("pattern: a\nparts: b", "11:8: parts must be a mapping of names to patterns, not text."),
        ("pattern: (?&b)\nparts: {b: 3}", "11:12: A part is a pattern or a list of patterns."),
        ("pattern: (?&b)\nparts: {b: []}", "11:12: A part is a pattern or a list of patterns."),
        ("pattern: a\nparts: {b: c}", "11:9: The part “b” is called nowhere: write (?&b)."),
        ("pattern: (?&b)\nparts: {b: (?&c), c: d}", "11:12: A part calls those above it; “c” is not."),
        (
            "pattern: (?&b)\nparts: {b: [c, '(']}",
            "11:16: The pattern does not compile: missing ) at position 1.",
        ),
        (
            r"pattern: (?&b)" "\n" r"parts: {b: ['\L<crossing>']}",
            "11:13: The lexicon has no list “crossing”. Did you mean “crossings”?",
        ),
        ("pattern: a\nin: [bdy]", f"11:5: There is no place “bdy”. Did you mean “body”? Places: {PLACES}."),
        ("pattern: a\nin: 3", "11:5: in must be a word or a list of words."),
        ("pattern: a\nneeds: ['']", "11:8: needs must be a word or a list of words."),
        ("pattern: a\ntogether: word", "11:11: The matches of a text rule go together by “article” alone."),
        (
            "pattern: '(?P<verb>a)'\nwhere: {vrb: some}",
            "11:9: A match has no “vrb”. Did you mean “verb”? It has: text, verb.",
        ),
        (
            "pattern: '(?P<verb>a)'\nhelp: '{vrb}'",
            "11:7: A match has no “vrb”. Did you mean “verb”? It has: text, verb.",
        ),
    ],
)
def test_text_rules(more: str, said: str) -> None:
    text = changed("where:\n  block: paragraph\n", "", more + "\n").replace("flag: figure", "flag: text")
    assert problems(text) == [f"a-rule.yml:{said}"]


# ---------------------------------------------------------------------------------------------------- examples


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('["[[A]]"]', "[]", "10:1: The rule has no flagged."),
        ('["[[A]]"]', '"[[A]]"', "10:10: flagged must be a list, not text."),
        ('["[[A]]"]', "[3]", "10:11: Each entry of flagged must be text, not a number."),
        ('["[[A]]"]', "[B]", "10:11: A flagged example marks the place with [[ and ]]."),
        ('["[[A]]"]', '["[[A"]', "10:11: Here [[ opens a place that no ]] closes."),
        ('["[[A]]"]', '["A]]"]', "10:11: Here ]] closes a place that no [[ opened."),
        ('["[[A]]"]', '["[[]]A"]', "10:11: Here [[ ]] marks nothing."),
        ('["[[A]]"]', '["[[A]]", "A"]', None),
        ("[A]", "[]", "11:1: The rule has no passed."),
        ("[A]", '["[[A]]"]', "11:10: A passed example marks no place: nothing in it is flagged."),
        ("[A]", "[A, B, A]", "11:16: This example stands here twice."),
        ("[A]", "[A]\nknown_gaps: A", "12:13: known_gaps must be a list, not text."),
        ("[A]", "[A]\nknown_gaps: [A]", "12:14: A known gap has a text and a why."),
        ("[A]", "[A]\nknown_gaps: [{text: A}]", "12:14: A known gap has a text and a why."),
        ("[A]", "[A]\nknown_gaps: [{text: A, why: B, wy: C}]", "12:32: A known gap has no “wy”. Did you mean “why”?"),
    ],
)
def test_examples(before: str, after: str, said: str | None) -> None:
    found = problems(
        RIGHT.replace(before, after, 1) if before != "[A]" else RIGHT.replace("passed: [A]", f"passed: {after}")
    )
    if said is None:
        assert found == [
            "a-rule.yml:10:20: A flagged example marks the place with [[ and ]].",
            "a-rule.yml:10:20: This example stands here twice.",
        ]
    else:
        assert found == [f"a-rule.yml:{said}"]


# ---------------------------------------------------------------------------------------------------- files


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "1:1: A rule is a mapping of keys to values; this file is empty."),
        (b"# nothing\n", "1:1: A rule is a mapping of keys to values; this file is empty."),
        (b"- code: XYZ101\n", "1:1: A rule is a mapping of keys to values; this file is a list."),
        (b"code", "1:1: A rule is a mapping of keys to values; this file is a single value."),
        (b"code: XYZ101\nname: caf\xe9 noir\n", "2:10: This is not UTF-8: the byte 0xe9 stands here."),
        (b"\xff\xfea", "1:1: This is not UTF-8: the byte 0xff stands here."),
        (b"a: &a [b]\nc: *a", "1:4: An alias (*name) is not read here. Write the value out."),
        (b"? [a]\n: b", "1:3: A key must be a word."),
        (
            b"a: " + b"[" * 40 + b"]" * 40,
            "1:34: This file nests too deep or is too large to be a rule, a lexicon or a configuration.",
        ),
    ],
)
def test_files(raw: bytes, said: str) -> None:
    assert problems("", raw=raw) == [f"a-rule.yml:{said}"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"code: [", "2:1: This is not YAML: did not find "),
        (b"code: a\n\tname: b", "2:1: This is not YAML: found "),
        (b"a: b\n---\nc: d", "2:1: This is not YAML: expected a single document in the stream, but found "),
        (b"a: !!python/name:os.system", "1:4: This is not YAML: could not determine a constructor for the tag "),
        (b"a: \x07", "1:1: This is not YAML: "),
    ],
)
def test_what_is_no_yaml_is_told_in_the_words_of_its_parser(raw: bytes, said: str) -> None:
    (found,) = problems("", raw=raw)
    assert found.startswith(f"a-rule.yml:{said}")


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert problems("", raw=b"\xef\xbb\xbf" + RIGHT.encode()) == []


# ---------------------------------------------------------------------------------------------------- comparisons


@pytest.mark.parametrize(
    ("matcher", "said"),
    [
        ("stated: {outside: computed}", []),
        ("stated: {inside: computed}\n  link: [strong, middling]", []),
        (
            "stated: {outside: computd}",
            ["a-rule.yml:7:21: A relation has no “computd”. Did you mean “computed”? It has: " + RELATION + "."],
        ),
        (
            "stated: {outside: working}",
            ["a-rule.yml:7:21: “outside” compares with a number or an interval; “working” is text."],
        ),
        ("stated: {outside: 4}", ["a-rule.yml:7:21: “outside” takes another attribute of the fact, not a number."]),
        ("stated_text: {outside: computed_text}", []),
        (
            "link: {outside: computed}",
            ["a-rule.yml:7:19: “outside” compares with a text; “computed” is an interval."],
        ),
        (
            "supported: {outside: computed}",
            ["a-rule.yml:7:15: “outside” asks for a number, an interval or a text; “supported” is yes or no."],
        ),
        (
            "stated: {not: {outside: computed}}",
            ["a-rule.yml:7:18: “outside” stands right at an attribute, not within any, all or not."],
        ),
        (
            "link: storng",
            ["a-rule.yml:7:9: “link” is never “storng”. Did you mean “strong”? It is: strong, middling or weak."],
        ),
        (
            "stated.hihg: {over: 3}",
            ["a-rule.yml:7:3: An interval has no “hihg”. Did you mean “high”? It has: high, low."],
        ),
    ],
)
def test_what_compares_with_another_attribute_is_checked(matcher: str, said: list[str]) -> None:
    assert problems(changed("flag: figure\nwhere:\n  block: paragraph", f"flag: relation\nwhere:\n  {matcher}")) == said


def test_an_interval_is_no_related_place() -> None:
    related = changed("flag: figure\nwhere:\n  block: paragraph", "flag: relation", "related: {stated: Here.}\n")
    assert problems(related) == ["a-rule.yml:10:11: A related place is a fact; “stated” is an interval."]
