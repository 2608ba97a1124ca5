"""Articles as newsrooms write them, made up piece by piece: for what must hold of every article."""

from hypothesis import strategies as st

_GIVEN = st.sampled_from(["Ann", "Bo", "María", "Seán", "Dr", "Mr.", "J.R.", "Ngozi"])
_FAMILY = st.sampled_from(["Roe", "O'Neil", "Lind-Holm", "van Dyk", "Obi", "McCall", "Łoś"])
_NAME = st.builds("{} {}".format, _GIVEN, _FAMILY)
_NUMBER = st.sampled_from(
    ["12", "0", "1,204", "3.5", "two", "forty-one", "£4.2m", "40%", "half", "⑦", "2²", "5lb (2kg)"]
)
_DAY = st.sampled_from(["Monday", "12 May 2026", "Feb. 30", "May", "yesterday", "2026-05-12", "at 6.30pm", "in 1889"])
_MARKS = st.sampled_from([("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("“", "")])
_ODD = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)

_CLAUSE = st.one_of(
    st.builds("{} sold {} boats on {}.".format, _NAME, _NUMBER, _DAY),
    st.builds("The council, which {} leads, met {} people".format, _NAME, _NUMBER),
    st.builds("{} of {} voted: {} for, {} against.".format, _NUMBER, _NUMBER, _NUMBER, _NUMBER),
    st.builds("She said it rose from {} to {}, according to".format, _NUMBER, _NUMBER),
    st.builds("{}, {}, and {}, {}, left.".format, _NAME, _NUMBER, _NAME, _NUMBER),
    st.builds("It{}.".format, _ODD),
)
_QUOTE = st.builds(
    lambda marks, said, name, verb: f"{marks[0]}{said}{marks[1]} {name} {verb}.",
    _MARKS, _CLAUSE, _NAME, st.sampled_from(["said", "told reporters", "wrote on X", "added"]),
)  # fmt: skip
_SENTENCES = st.lists(st.one_of(_CLAUSE, _QUOTE), min_size=1, max_size=4).map(" ".join)
_LIST = st.lists(_CLAUSE, min_size=1, max_size=4).map(lambda rows: "\n".join(f"- {row}" for row in rows))
_TABLE = st.lists(st.tuples(_NAME, _NUMBER), min_size=1, max_size=4).map(
    lambda rows: "| Who | How many |\n|---|---|\n" + "\n".join(f"| {name} | {number} |" for name, number in rows)
)
_BLOCK = st.one_of(
    _SENTENCES,
    _LIST,
    _TABLE,
    st.builds("Caption: {}".format, _CLAUSE),
    st.builds("> {}".format, _SENTENCES),
    st.builds("## {}".format, _CLAUSE),
    st.builds("[factlint: ignore {}]".format, _ODD),
    st.just("* * *"),
)
_HEAD = st.builds(
    "{}\n\nBy {}\n\nLONDON, {} — ".format,
    st.builds("{} wins {} seats".format, _NAME, _NUMBER), _NAME, _DAY,
)  # fmt: skip

#: Headline, byline, dateline, then paragraphs, quotes, lists, tables and captions, in mixed marks.
ARTICLES = st.builds(
    lambda head, blocks, end: (head + "\n\n".join(blocks) + "\n").replace("\n", end),
    _HEAD, st.lists(_BLOCK, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n"]),
)  # fmt: skip
