"""What may be compiled natively: modules that are there, and in which nothing is left that only Python can do."""

import importlib.util
import re
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent


def sources() -> list[Path]:
    spec = importlib.util.spec_from_file_location("hatch_build", CHECKOUT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [CHECKOUT / name for name in module.native_sources()]


def test_every_module_that_is_compiled_is_there() -> None:
    assert [path for path in sources() if not path.is_file()] == []


def test_none_keeps_a_cached_property_for_which_a_compiled_class_has_no_room() -> None:
    assert [path.name for path in sources() if "cached_property" in path.read_text(encoding="utf-8")] == []


def test_none_joins_a_frozen_set_and_the_keys_of_a_table_which_gives_a_set_whatever_its_type_says() -> None:
    joined = re.compile(r"\)\s*[|&-]\s*[\w.()\"-]+\.keys\(\)")
    assert [path.name for path in sources() if joined.search(path.read_text(encoding="utf-8"))] == []
