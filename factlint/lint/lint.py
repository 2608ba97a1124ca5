"""Facts and rules → findings: every rule is asked of every fact of its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from factlint.facts.stages import StageError
from factlint.lazy import cached_property
from factlint.lint.asking import compile_condition
from factlint.lint.findings import Finding, Related
from factlint.lint.match import PATIENCE, Scope, is_plain
from factlint.lint.message import Fill, compile_message
from factlint.lint.paths import Getter, compile_path, is_list
from factlint.lint.places import stands_in
from factlint.lint.rule import Rule
from factlint.lint.rulebook import is_own
from factlint.record import NamedTuple
from factlint.visible import visible_lines

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.lexicon import Lexicon
    from factlint.lint.fixes import Fixer

_MOST_RELATED = 5
_GROUP = ("value.", "group.")

#: The kind of facts of rules that look at the words themselves.
_TEXT = "text"

Query = Callable[["Facts"], Iterable[Finding]]
#: By the kind of facts that is asked of: rules, and of which sorts of them each asks, None where it asks of any.
Queries = Mapping[str, Sequence[tuple[frozenset[str] | None, Query]]]


class Group(NamedTuple):
    """The facts that a rule looks at together.

    size: how many there are.
    """

    size: int


class Value(NamedTuple):
    """What the members of a group are compared by.

    distinct: how many different values there are.
    """

    distinct: int


class Member(NamedTuple):
    """A group as conditions see it.

    value: its compared values.
    group: the group itself.
    """

    value: Value
    group: Group


def lint(facts: Facts, queries: Queries) -> tuple[Finding, ...]:
    """All findings of an article, by place and then code, each once."""
    found: dict[Finding, Finding] = {}
    for query in _to_be_asked(facts, queries):
        for finding in query(facts):
            told = finding._replace(fix=None)
            if finding.fix or told not in found:
                found[told] = finding
    return tuple(sorted(found.values(), key=lambda f: (f.start, f.code, f.end, f.message)))


def _to_be_asked(facts: Facts, queries: Queries) -> Iterator[Query]:
    """The queries of which the article has the facts."""
    for flag, asked in queries.items():
        if flag == _TEXT:
            yield from [query for _, query in asked]
            continue
        try:
            there = facts.of(flag)
        except StageError:
            continue  # the facts have it among their failures
        if there:
            sorts = {fact.kind for fact in there} if any(kinds for kinds, _ in asked) else frozenset()
            for kinds, query in asked:
                if kinds is None or not kinds.isdisjoint(sorts):
                    yield query


def compile_rules(rules: Iterable[Rule], lexicon: Lexicon) -> Queries:
    """Each rule as a function from facts to findings, compiled when an article first has facts for it."""
    queries: dict[str, list[tuple[frozenset[str] | None, Query]]] = {}
    for rule in rules:
        query = compile_rule(rule, lexicon) if rule.flag == _TEXT else _when_needed(rule, lexicon)
        queries.setdefault(rule.flag, []).append((_sorts(rule), _guarded(rule, query)))
    return queries


def _sorts(rule: Rule) -> frozenset[str] | None:
    """Of which sorts of its facts a rule asks, by their `kind`; None where it asks of any."""
    asked = rule.where.get("kind")
    words: list[Any] = asked if isinstance(asked, list) else [asked]
    return frozenset(words) if words and all(map(is_plain, words)) else None


def _guarded(rule: Rule, query: Query) -> Query:
    """The query; where it, or a stage that it asks, fails, the rule finds nothing and the others go on."""

    def guarded(facts: Facts) -> Iterable[Finding]:
        try:
            return tuple(query(facts))
        except StageError:
            return ()  # the facts have it among their failures
        except TimeoutError:
            facts.failures[rule.code] = StageError(rule.code, TimeoutError(f"its pattern took more than {PATIENCE} s"))
            return ()
        except Exception as error:
            facts.failures[rule.code] = StageError(rule.code, error)
            return ()

    return guarded


def _when_needed(rule: Rule, lexicon: Lexicon) -> Query:
    """The rule, compiled when an article first has facts of its kind."""
    compiled = cache(lambda: compile_rule(rule, lexicon))
    return lambda facts: compiled()(facts)


def compile_rule(rule: Rule, lexicon: Lexicon) -> Query:
    """A rule as a function from the facts of an article to the rule's findings."""
    if rule.flag == _TEXT:
        from factlint.lint.text import compile_text_rule

        return compile_text_rule(rule, lexicon, Reporter(rule))
    if rule.together is not None:
        return _compile_group_rule(rule, lexicon)
    holds = compile_filter(rule, Scope(lexicon, rule.options, not is_own(rule.path)))
    reporter = Reporter(rule)
    sorts = _sorts(rule)

    def query(facts: Facts) -> Iterable[Finding]:
        asked = facts.of(rule.flag)
        if sorts is not None:
            asked = tuple([fact for fact in asked if fact.kind in sorts])
        return [reporter.finding(facts, fact) for fact in asked if holds(facts, fact)]

    return query


def compile_filter(rule: Rule, scope: Scope) -> Callable[[Facts, Any], bool]:
    """Whether a fact meets `where` and nothing of `unless`; what is said of groups is left out."""
    where = compile_condition({p: m for p, m in rule.where.items() if not p.startswith(_GROUP)}, scope)
    unless = compile_condition(rule.unless, scope)
    stands = stands_in(rule.places) if rule.places and rule.flag != _TEXT else None

    def holds(facts: Facts, fact: Any) -> bool:
        if stands is not None and not stands(facts, fact.start):
            return False
        for test in where:
            if not test(facts, fact, fact):
                return False
        for test in unless:  # noqa: SIM110
            if test(facts, fact, fact):
                return False
        return True

    return holds


class Reporter:
    """Turns a flagged fact into a finding of one rule; its templates are compiled for the first."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule

    @cached_property
    def _message(self) -> Fill:
        return compile_message(self.rule.message, self.rule.options)

    @cached_property
    def _help(self) -> Fill | None:
        return compile_message(self.rule.help, self.rule.options) if self.rule.help else None

    @cached_property
    def _fix(self) -> Fixer | None:
        if not self.rule.fix:
            return None
        from factlint.lint.fixes import compile_fix

        return compile_fix(self.rule.fix, self.rule.options)

    @cached_property
    def _related(self) -> list[tuple[Getter, Fill]]:
        options = self.rule.options
        return [
            (compile_path(path), compile_message(template, options)) for path, template in self.rule.related.items()
        ]

    def finding(self, facts: Facts, fact: Any, others: Iterable[Related] = ()) -> Finding:
        """The finding about a fact, with the places of `related:` and the others given."""
        rule = self.rule
        related = list(others)
        for get, message in self._related:
            place = get(facts, fact)
            for one in place if is_list(place) else (place,):
                if one is not None:
                    related.append(Related(visible_lines(message(facts, fact)), one.start, one.end))
        return Finding(
            facts.article.path,
            fact.start,
            fact.end,
            rule.code,
            rule.name,
            rule.severity,
            visible_lines(_capitalised(self._message(facts, fact))),
            visible_lines(self._help(facts, fact)) if self._help else None,
            tuple(related[:_MOST_RELATED]),
            fix=self._fix(facts, fact) if self._fix else None,
        )


def _capitalised(sentence: str) -> str:
    """The sentence with its first letter a capital; a template may begin with a value."""
    return sentence[:1].upper() + sentence[1:]


# ---------------------------------------------------------------------------------------------------- groups


def _compile_group_rule(rule: Rule, lexicon: Lexicon) -> Query:
    scope = Scope(lexicon, rule.options, not is_own(rule.path))
    holds = compile_filter(rule, scope)
    group_tests = compile_condition({p: m for p, m in rule.where.items() if p.startswith(_GROUP)}, scope)
    key = None if rule.together == "article" else compile_path(rule.together or "")
    value = compile_path(rule.value) if rule.value else key
    reporter = Reporter(rule)

    def query(facts: Facts) -> Iterable[Finding]:
        groups: dict[Any, list[Any]] = {}
        for fact in facts.of(rule.flag):
            if holds(facts, fact):
                label = key(facts, fact) if key else ""
                if label is not None:
                    groups.setdefault(_hashable(label), []).append(fact)
        found: list[Finding] = []
        for members in groups.values():
            values = [_hashable(value(facts, fact)) if value else None for fact in members]
            seen = Member(Value(len(set(values))), Group(len(members)))
            if all(test(facts, seen, seen) for test in group_tests):
                found += report_group(facts, rule.report, members, values, reporter)
        return found

    return query


def _hashable(value: Any) -> Any:
    return (value.start, value.end) if hasattr(value, "start") else value


def report_group(
    facts: Facts, report: str, members: list[Any], values: list[Any], reporter: Reporter
) -> Iterable[Finding]:
    """The findings about the members that `report` picks; each names what it differs from."""
    if report == "all":
        picked = set(range(len(members)))
    elif report == "once":
        picked = {0}
    elif report == "later":
        differs = len(set(values)) > 1
        picked = {place for place in range(1, len(members)) if not differs or values[place] != values[0]}
    else:
        counts = Counter(values)
        firsts = {value: values.index(value) for value in counts}
        # Of two that are equally rare, the one that came up later.
        common = min(counts, key=lambda value: (-counts[value], firsts[value]))
        picked = {place for place, value in enumerate(values) if value != common}
        if report == "first":
            picked = set(sorted(picked)[:1])
    for place in sorted(picked):
        against = [i for i in range(len(members)) if i not in picked] or [i for i in range(len(members)) if i != place]
        against = [i for i in against if values[i] != values[place]] or against
        seen = Flagged(members[place], members[against[0]] if against else None, values[place])
        related = [Related(_see(facts, members[i]), members[i].start, members[i].end) for i in against[:_MOST_RELATED]]
        yield reporter.finding(facts, seen, related)


def _see(facts: Facts, fact: Any) -> str:
    from factlint.lint.message import MARKS, shown

    text = shown(facts.text(fact), 60)
    return visible_lines(f"{text} here." if text[0] in MARKS else f"“{text}” here.")


class Flagged:
    """A member of a group as messages see it: its own attributes, `other` for the fact it differs from, `value`."""

    __slots__ = ("_fact", "other", "value")

    def __init__(self, fact: Any, other: Any, value: Any) -> None:
        self._fact = fact
        self.other = other
        self.value = value

    def __getattr__(self, name: str) -> Any:
        return getattr(self._fact, name)
