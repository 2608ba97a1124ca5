"""Rules written in a test, loaded, and asked of an article."""

from textwrap import dedent, indent
from typing import Any

from factlint.facts.annotate import Facts
from factlint.lexicon import Lexicon
from factlint.lint.checker import Linter
from factlint.lint.compiled import product
from factlint.lint.findings import Finding
from factlint.lint.load import load_rule
from factlint.lint.rule import Rule
from factlint.read import Format, read
from factlint.relations.analysis import Analysis
from factlint.yamlfile import ProblemsError

PRODUCT = product().lexicon

#: What the rules of these tests know: the product's lists and some more.
LEXICON = Lexicon(
    {
        **{name: PRODUCT.values(name) for name in PRODUCT.names},
        "crossings": ["bridge", "ferry", "level crossing"],
        "offices-here": ["mayor"],
        "surfaces": {"hard": ["road", "street"], "soft": ["path"]},
    }
)

#: The keys that every rule must have, for rules whose test is about others.
REST = """\
severity: warning
summary: It is one of these.
message: "Here is “{text}”."
why: It is a test.
flagged: ["[[A]]", "[[B]]", "[[C]]"]
passed: [A, B, C]
"""


def rule(body: str, code: str = "XYZ101", name: str = "a-rule") -> Rule:
    """A rule of these keys, and of the rest where they leave it open."""
    keys = {line.partition(":")[0] for line in dedent(body).splitlines()}
    rest = "\n".join(line for line in REST.splitlines() if line.partition(":")[0] not in keys)
    text = f"code: {code}\nname: {name}\n{rest}\n{dedent(body)}"
    return load_rule(f"{name}.yml", text.encode(), LEXICON)


def problems(text: str, path: str = "a-rule.yml", raw: bytes | None = None) -> list[str]:
    """Every mistake of a rule file, in order of place."""
    try:
        load_rule(path, dedent(text).encode() if raw is None else raw, LEXICON)
    except ProblemsError as error:
        return [str(problem) for problem in error.problems]
    return []


def annotate(text: str, format: Format = "plain") -> Facts:
    return Analysis(read("a.txt", text.encode(), LEXICON, format), LEXICON)


def lint(
    text: str, *rules: Rule, among: tuple[Rule, ...] = (), format: Format = "plain", **made: tuple[Any, ...]
) -> tuple[Finding, ...]:
    """The findings of some rules about an article.

    Directives may also name the rules `among`; facts that are `made` by hand (people=…) take the place of those found.
    """
    facts = annotate(text, format)
    vars(facts).update(made)
    return Linter(rules, LEXICON, (*rules, *among)).lint(facts)


def flagged(text: str, body: str, **made: tuple[Any, ...]) -> list[str]:
    """The words that a rule of these keys flags in an article."""
    return [text[finding.start : finding.end] for finding in lint(text, rule(body), **made)]


def where(condition: str, flag: str = "figure") -> str:
    """The keys of a rule that flags facts on a condition."""
    return f"flag: {flag}\nwhere:\n" + indent(dedent(condition).strip("\n"), "  ") + "\n"
