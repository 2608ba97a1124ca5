"""What a headline says and what the text has instead, part by part."""

import pytest

from factlint.facts.annotate import Facts
from factlint.lint.compiled import product
from factlint.read import read

LEXICON = product().lexicon
TAIL = "It rained for most of the day, and the fair that was to follow had to be moved into the hall of the school."


def contrasts(headline: str, body: str) -> list[tuple[str, str, str]]:
    """The kind of each contrast, with the headline's words and the text's."""
    text = f"{headline}\n\n{body}\n\n{TAIL}"
    facts = Facts(read("article.txt", text.encode(), LEXICON), LEXICON)
    return [(one.kind, facts.text(one), facts.text(one.against)) for one in facts.contrasts]


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Holm sues Petersen", "Petersen has sued Holm.", [("roles", "sues", "has sued")]),
        ("Holm sues Petersen", "Holm was sued by Petersen.", [("roles", "sues", "was sued")]),
        ("Holm sued by Petersen", "Holm has sued Petersen.", [("roles", "sued", "has sued")]),
        ("Holm beat Petersen", "Anna Petersen beat the Dane Lars Holm.", [("roles", "beat", "beat")]),
        ("Holm beats Petersen", "Holm crashed out in the second round.", [("roles", "beats", "crashed out")]),
        ("Holm to swallow Petersen", "Petersen is to buy Holm.", [("roles", "to swallow", "is to buy")]),
        ("Holm sues Petersen", "Holm has sued Petersen.", []),
        ("Holm sues Petersen", "Petersen was sued by Holm.", []),
        ("Holm sued by Petersen", "Petersen has sued Holm.", []),
        ("Holm sues Petersen", "Petersen, whom Holm sued in May, sued Holm in turn.", []),
        ("Holm sues Petersen", "Petersen sued after Holm had left.", []),
        ("Holm sues Petersen", "Petersen sued a firm that Holm owns.", []),
        ("Holm meets Petersen", "Petersen met Holm on Monday.", []),
    ],
)
def test_who_does_it_to_whom(headline: str, body: str, found: list[tuple[str, str, str]]) -> None:
    assert contrasts(headline, body) == found
