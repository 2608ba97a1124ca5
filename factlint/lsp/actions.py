"""What can be done about a finding from the editor: mend it, let it stand, teach the configuration a name or a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from factlint.config.settings import Origin, Word
from factlint.facts.model import KINDS
from factlint.ground import Ground
from factlint.lint.wordlists import Changes
from factlint.mend import agreed
from factlint.record import NamedTuple
from factlint.wording import wording

if TYPE_CHECKING:
    from factlint.facts.annotate import Facts
    from factlint.lint.findings import Edit, Finding, Fix
    from factlint.lint.rule import Rule
    from factlint.lsp.positions import Positions

ACCEPT, ADD = "factlint.accept", "factlint.addToConfiguration"
#: What an editor that can ask for a line of text does itself: it asks for the reason, and then calls `ACCEPT`.
ASK_REASON = "factlint.askReason"
FIX_ALL = "source.fixAll.factlint"

_say = wording("lsp")
_KNOWN = "person.known"  # what a rule asks that a name in the configuration answers
_LONGEST = 30  # characters of an edit in a title
_MOST_EDITS = 2


class Wanted(NamedTuple):
    """What an editor asks about.

    uri: the article's.
    version: the editor's number of it.
    range: what is selected.
    only: the kinds of actions that it wants; none for all.
    asks: whether it can ask for a reason.
    versioned: whether it takes changes with versions.
    """

    uri: str
    version: int | None
    range: types.Range
    only: tuple[str, ...] = ()
    asks: bool = False
    versioned: bool = False


class Actions:
    """The actions for one article."""

    def __init__(self, wanted: Wanted, source: str, findings: Iterable[Finding], ground: Ground | None) -> None:
        self._wanted = wanted
        self._source = source
        self._findings = tuple(findings)
        self._ground = ground

    def all(
        self, positions: Positions, given: Iterable[types.Diagnostic], rules: dict[str, Rule]
    ) -> Iterator[types.CodeAction]:
        """The actions for the findings that the selection touches, and one for the whole article."""
        start, end = positions.offset(self._wanted.range.start), positions.offset(self._wanted.range.end)
        told = list(given)
        if self._asked(types.CodeActionKind.QuickFix):
            for finding in self._findings:
                if finding.start <= end and start <= finding.end:
                    place = positions.range(finding.start, finding.end)
                    own = [d for d in told if d.code == finding.code and d.range == place]
                    for action in self._for(finding, positions, rules.get(finding.code)):
                        action.diagnostics = own or None
                        yield action
        if self._asked(FIX_ALL) and (fixes := [f.fix for f in self._findings if f.fix and f.fix.safe]):
            edit = self._edit(agreed(fixes)[0], positions)
            yield types.CodeAction(_say("fix all"), FIX_ALL, edit=edit)

    def _asked(self, kind: str) -> bool:
        """Whether actions of a kind are wanted: `source` stands for `source.fixAll.factlint` too."""
        only = self._wanted.only
        return not only or any(kind == one or kind.startswith(one + ".") or not one for one in only)

    def _for(self, finding: Finding, positions: Positions, rule: Rule | None) -> Iterator[types.CodeAction]:
        if finding.fix is not None:
            name = "fix safe" if finding.fix.safe else "fix unsafe"
            title = _say(name, what=_told(finding.fix, self._source))
            edit = self._edit(finding.fix.edits, positions)
            yield types.CodeAction(title, types.CodeActionKind.QuickFix, edit=edit, is_preferred=finding.fix.safe)
        yield from self._teach(finding, rule)
        if (note := self._note(finding)) is not None:
            title = _say("ignore", code=finding.code)
            yield types.CodeAction(title, types.CodeActionKind.QuickFix, edit=self._edit([note], positions))
        yield from self._accept(finding)

    def _accept(self, finding: Finding) -> Iterator[types.CodeAction]:
        here = [self._wanted.uri, finding.code, finding.start, finding.end]
        if self._wanted.asks:
            title = _say("accept asking", code=finding.code)
            yield _commanded(title, ASK_REASON, here)
            return
        for reason in _say.rows("reason "):
            yield _commanded(_say("accept", code=finding.code, reason=reason), ACCEPT, [*here, reason])

    def _teach(self, finding: Finding, rule: Rule | None) -> Iterator[types.CodeAction]:
        """Names and words for the configuration, of which the rule would be satisfied."""
        ground = self._ground
        if ground is None or rule is None:
            return
        if _asks(rule, _KNOWN) and (person := ground.person_at(finding.start)) is not None and person.surname:
            title = _say("know", name=person.surname)
            yield _commanded(title, ADD, [self._wanted.uri, ["known"], person.surname])
        words = list(_exempting(rule.unless)) if rule.flag in KINDS else []
        facts = [f for f in ground.of(rule.flag) if ground.place(f) == (finding.start, finding.end)] if words else []
        for attribute, name in words:
            word = getattr(facts[0], attribute, None) if facts else None
            if isinstance(word, str) and _takes(ground.facts, name, word):
                yield _commanded(_say("add word", word=word, list=name), ADD, [self._wanted.uri, ["words", name], word])
                return

    def _note(self, finding: Finding) -> Edit | None:
        """The note to factlint at the end of the finding's paragraph; none where it has none."""
        from factlint.lint.findings import Edit

        ground = self._ground
        if ground is None:
            return None
        blocks = [b for b in ground.of("paragraph") if ground.place(b).start <= finding.start < ground.place(b).end]
        if not blocks:
            return None
        at = ground.place(blocks[0]).end
        opening, closing = ("<!-- ", " -->") if ground.facts.article.format == "markdown" else ("[", "]")
        return Edit(at, at, f" {opening}factlint: ignore {finding.code}{closing}")

    def _edit(self, edits: Iterable[Edit], positions: Positions) -> types.WorkspaceEdit:
        changes = [types.TextEdit(positions.range(edit.start, edit.end), edit.text) for edit in edits]
        uri, version = self._wanted.uri, self._wanted.version
        if not self._wanted.versioned:
            return types.WorkspaceEdit(changes={uri: changes})
        document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, changes)])


def _commanded(title: str, command: str, arguments: list[Any]) -> types.CodeAction:
    kind = types.CodeActionKind.QuickFix
    return types.CodeAction(title, kind, command=types.Command(title, command, arguments=arguments))


def _told(fix: Fix, source: str) -> str:
    told = []
    for edit in fix.edits[:_MOST_EDITS]:
        old, new = (" ".join(text.split()) for text in (source[edit.start : edit.end], edit.text))
        name = "delete" if not edit.text else "replace" if old else "insert"
        told.append(_say(name, old=_cut(old), new=_cut(new)))
    return ", ".join(told) + (" …" if len(fix.edits) > _MOST_EDITS else "")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"


def _asks(rule: Rule, attribute: str) -> bool:
    """Whether a rule has a condition on an attribute of its fact."""
    return attribute in rule.where or attribute in rule.unless


def _exempting(conditions: Any) -> Iterator[tuple[str, str]]:
    """The attributes and word lists by which a rule lets a fact pass: `unless: {letters: {in: acronyms-known}}`."""
    for attribute, matcher in conditions.items():
        if attribute == "any":
            for one in matcher:
                yield from _exempting(one)
        elif isinstance(matcher, dict) and isinstance(matcher.get("in"), str) and len(matcher) == 1:
            yield attribute, matcher["in"]


def _takes(facts: Facts, name: str, word: str) -> bool:
    """Whether a word list takes a word as it is."""
    here = Origin("")
    changes = Changes((Word(name, word, None, True, here, here),), facts.lexicon)
    return not changes.problems and not changes.idle
