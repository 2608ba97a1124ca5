"""Where two rules of one family meet at the same words, the more telling speaks."""

from factlint.lint.findings import Finding, Related
from factlint.lint.overlaps import one_each


def finding(code: str, start: int, end: int, severity: str = "warning", related: bool = False) -> Finding:
    places = (Related("Here.", 0, 1),) if related else ()
    return Finding("a.txt", start, end, code, code.lower(), severity, "Wrong.", None, places)


FAMILIES = frozenset({"RES", "FIG"})
OWN = frozenset({"RES1", "RES2", "FIG1", "FIG2", "NAM1", "NAM2"})


def told(*findings: Finding) -> list[str]:
    return [each.code for each in one_each(findings, OWN, FAMILIES)]


def test_the_graver_speaks() -> None:
    assert told(finding("RES1", 0, 9), finding("RES2", 4, 9, "error")) == ["RES2"]


def test_of_two_as_grave_the_one_with_a_related_place() -> None:
    assert told(finding("FIG1", 0, 9), finding("FIG2", 0, 5, related=True)) == ["FIG2"]


def test_of_two_alike_the_one_that_flags_more_then_the_first_by_code() -> None:
    assert told(finding("RES1", 3, 5), finding("RES2", 0, 9)) == ["RES2"]
    assert told(finding("RES2", 0, 9), finding("RES1", 0, 9)) == ["RES1"]


def test_findings_apart_of_other_families_or_of_one_rule_all_speak() -> None:
    assert told(finding("RES1", 0, 4), finding("RES2", 4, 9)) == ["RES1", "RES2"]
    assert told(finding("RES1", 0, 9), finding("FIG1", 0, 9)) == ["FIG1", "RES1"]
    assert told(finding("NAM1", 0, 9), finding("NAM2", 0, 9)) == ["NAM1", "NAM2"]
    assert told(finding("RES1", 0, 9), finding("RES1", 4, 12)) == ["RES1", "RES1"]


def test_the_rules_of_a_newsroom_always_speak() -> None:
    assert told(finding("RES1", 0, 9, "error"), finding("RES900", 0, 9)) == ["RES1", "RES900"]


def tied(code: str, start: int, *others: int, severity: str = "warning") -> Finding:
    places = tuple(Related("Part of the sum.", at, at + 2) for at in others)
    return Finding("a.txt", start, start + 2, code, code.lower(), severity, "Wrong.", None, places)


def test_one_computation_is_one_finding_told_at_its_last_place() -> None:
    assert told(tied("FIG1", 0, 10, 20), tied("FIG2", 20, 0, 10)) == ["FIG2"]
    assert told(tied("FIG1", 0, 10, 20, severity="error"), tied("FIG2", 20, 0, 10)) == ["FIG1"]


def test_two_places_held_against_each_other_and_other_parts_are_each_told() -> None:
    assert told(tied("FIG1", 0, 10), tied("FIG2", 10, 0)) == ["FIG1", "FIG2"]
    assert told(tied("FIG1", 0, 10, 20), tied("FIG2", 30, 10, 20)) == ["FIG1", "FIG2"]


def held(code: str, start: int, end: int, against: tuple[int, int], severity: str = "warning") -> Finding:
    return Finding("a.txt", start, end, code, code.lower(), severity, "Wrong.", None, (Related("Here.", *against),))


def test_the_same_words_against_the_same_words_are_one_fault_in_whatever_family() -> None:
    assert told(held("FIG1", 0, 3, (20, 23)), held("NAM1", 0, 9, (18, 23))) == ["NAM1"]
    assert told(held("FIG1", 0, 3, (20, 23), "error"), held("NAM1", 0, 9, (18, 23))) == ["FIG1"]
    assert told(held("FIG1", 0, 3, (20, 23)), held("NAM1", 0, 9, (30, 33))) == ["FIG1", "NAM1"]
    assert told(held("FIG1", 0, 3, (20, 23)), held("NAM1", 3, 9, (20, 23))) == ["FIG1", "NAM1"]
    assert told(held("FIG1", 0, 3, (20, 23)), held("RES900", 0, 9, (20, 23))) == ["FIG1", "RES900"]
