"""A YAML file → plain data with the place of every key and value, for errors that one can act on."""

from __future__ import annotations

from typing import Any

from factlint.record import NamedTuple

#: How deep a file may nest, and how many nodes it may have: far more than any rule, far less than a bomb.
_DEEPEST = 30
_MOST_NODES = 100_000

_TIMESTAMP = "tag:yaml.org,2002:timestamp"
_NO_WORDS = frozenset({"tag:yaml.org,2002:bool", "tag:yaml.org,2002:null"})
_NUMBERS = frozenset({"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"})


class Problem(NamedTuple):
    """Something wrong in a rule, lexicon or configuration file.

    path: the file, or an option of the command line.
    line: from 1, or 0 where it is no file.
    column: from 1.
    message: one or two sentences.
    """

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{where}: {self.message}"


class ProblemsError(Exception):
    """One or more files that cannot be used; `problems` lists everything that is wrong with them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Document(NamedTuple):
    """A file's data with places.

    data: mappings, lists, strings, numbers, booleans and None.
    places: (line, column) by the path of keys and list positions that leads to a value; a key's own place is under
        the path with ("key", name) as its last step.
    """

    data: Any
    places: dict[tuple[Any, ...], tuple[int, int]]


def load_document(path: str, raw: bytes, most_nodes: int = _MOST_NODES) -> Document:
    """The one document of a YAML file, of so many nodes at most; raises ProblemsError.

    Aliases are refused: nothing here needs them, and a few nested ones expand without end.
    """
    import yaml

    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        wrong = raw[error.start]
        raise ProblemsError(
            [Problem(path, line, column, f"This is not UTF-8: the byte {wrong:#04x} stands here.")]
        ) from None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node = loader.get_single_node()
        builder = _Builder(path, loader, most_nodes)
        data = builder.build(node, (), 0) if node is not None else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = getattr(error, "problem", None) or str(error).split("\n")[0]
        if problem.startswith("but "):
            problem = f"{getattr(error, 'context', None)}, {problem}"
        cure = _cure(text, line, column)
        raise ProblemsError([Problem(path, line, column, f"This is not YAML: {problem}.{cure}")]) from None
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ProblemsError([Problem(path, 1, 1, f"This is not YAML: {_short(error)}.")]) from None
    finally:
        loader.dispose()
    return Document(data, builder.places)


def _cure(text: str, line: int, column: int) -> str:
    """What to do where a value begins with a character that YAML keeps for itself."""
    rows = text.split("\n")
    character = rows[line - 1][column - 1 : column] if line <= len(rows) else ""
    return f' Put it in quotation marks: "{character}".' if character and character in "%@`*&!|>" else ""


def _short(error: Exception) -> str:
    """What an error says, where it is a sentence and not a thousand digits."""
    said = " ".join(str(error).split())
    return said if 0 < len(said) <= 120 else "a value cannot be read"


class _Builder:
    def __init__(self, path: str, loader: Any, most_nodes: int) -> None:
        self.most_nodes = most_nodes
        self.path = path
        self.loader = loader
        self.places: dict[tuple[Any, ...], tuple[int, int]] = {}
        self._seen: set[int] = set()

    def build(self, node: Any, at: tuple[Any, ...], depth: int) -> Any:
        place = (node.start_mark.line + 1, node.start_mark.column + 1)
        self.places[at] = place
        if id(node) in self._seen:
            self._fail(place, "An alias (*name) is not read here. Write the value out.")
        self._seen.add(id(node))
        if depth > _DEEPEST or len(self._seen) > self.most_nodes:
            self._fail(place, "This file nests too deep or is too large to be a rule, a lexicon or a configuration.")
        if node.id == "mapping":
            return self._mapping(node, at, depth)
        if node.id == "sequence":
            return [self.build(child, (*at, index), depth + 1) for index, child in enumerate(node.value)]
        # YAML 1.1 takes “on” and “no” for booleans, a day for a date and 9:30 for a number of seconds: in a list of
        # words they are words.
        listed = bool(at) and isinstance(at[-1], int)
        if node.tag == _TIMESTAMP or (listed and node.tag in _NO_WORDS) or (node.tag in _NUMBERS and ":" in node.value):
            return node.value
        return self.loader.construct_object(node)

    def _mapping(self, node: Any, at: tuple[Any, ...], depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            place = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if key_node.id != "scalar":
                self._fail(place, "A key must be a word.")
            key = str(key_node.value)
            if key in data:
                self._fail(place, f"The key “{key}” stands here twice.")
            self.places[(*at, "key", key)] = place
            data[key] = self.build(value_node, (*at, key), depth + 1)
        return data

    def _fail(self, place: tuple[int, int], message: str) -> None:
        raise ProblemsError([Problem(self.path, *place, message)])
