"""The samples of news exchange are valid: NewsML-G2 2.31, NITF 3.6, ninjs 1 to 3, by what the IPTC's schemas say.

What is compared: schemas/newsml-g2-2.31.yml and schemas/nitf-3-6.dtd were written from reading the IPTC's NewsItem,
NewsMessage and Framework schemas of NewsML-G2 2.31 (power) and nitf-3-6.xsd. They tell, for the elements that samples
use, the order of the children, the attributes with their types, and which must be there; children that none uses, by
name and place alone. Of NITF's docdata any children in any order are taken, and attributes that no sample uses are left
out. XHTML within NewsML-G2 is any XML, as its schema has it. schemas/ninjs.yml was written from reading ninjs-schema
1.4, 2.1 and 3.1: names of properties, which are strings, and the entries of lists; formats of dates are not compared.
"""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.read.relaxng import relaxng

if find_spec("lxml") is not None:
    from lxml import etree
with_lxml = pytest.mark.skipif(find_spec("lxml") is None, reason="lxml is not installed")
HERE = Path(__file__).parent
NEWSML = sorted((HERE / "exchange").glob("*.newsml"))
NINJS = sorted((*HERE.glob("exchange/*.ninjs"), *HERE.glob("nine/*.ninjs")))
NITF = sorted((*HERE.glob("exchange/*.nitf"), *HERE.glob("nine/*.nitf")))
ITEM = (HERE / "exchange" / "story-nitf.newsml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def newsml() -> Any:
    return etree.RelaxNG(etree.fromstring(relaxng(HERE / "schemas" / "newsml-g2-2.31.yml")))


@pytest.fixture(scope="module")
def nitf() -> Any:
    return etree.DTD(str(HERE / "schemas" / "nitf-3-6.dtd"))


def without_namespaces(element: Any) -> Any:
    """A copy of an element as a DTD knows it, which knows no namespaces."""
    bare = etree.Element(etree.QName(element).localname, dict(element.attrib))
    bare.text, bare.tail = element.text, element.tail
    bare.extend(without_namespaces(child) for child in element)
    return bare


@with_lxml
@pytest.mark.parametrize("path", NEWSML, ids=lambda path: path.name)
def test_newsml_is_valid(path: Path, newsml: Any) -> None:
    assert newsml.validate(etree.parse(str(path))), newsml.error_log


@with_lxml
@pytest.mark.parametrize("path", NITF, ids=lambda path: path.name)
def test_nitf_is_valid(path: Path, nitf: Any) -> None:
    root = etree.parse(str(path), etree.XMLParser(load_dtd=False, no_network=True)).getroot()
    assert nitf.validate(without_namespaces(root)), nitf.error_log


@with_lxml
def test_nitf_within_newsml_is_valid(nitf: Any) -> None:
    inner = etree.fromstring(ITEM.encode()).find(".//{http://iptc.org/std/NITF/2006-10-18/}nitf")
    assert nitf.validate(without_namespaces(inner)), nitf.error_log


@with_lxml
@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        (' guid="urn:newsml:paper.example:20240311:mill"', ""),
        ('standardversion="2.31"', 'standardversion="two"'),
        ('<itemClass qcode="ninat:text"/>', ""),
        ('qcode="stat:usable"', 'qcode="usable"'),
        ("2024-03-12T09:00:00+01:00", "2024-03-12"),
        ("<urgency>4</urgency>", "<urgency>11</urgency>"),
        ("<title>Mill sold</title>", "<headline>Mill sold</headline>"),
        ('<language tag="en-GB"/>', "<language/>"),
        ("<by>By Ida Holm</by>", "<byline>By Ida Holm</byline>"),
        ("</contentSet>", "<headline>Mill</headline></contentSet>"),
        ("</nitf>", "</nitf><nitf/>"),
    ],
)
def test_newsml_that_is_not_valid_is_told(sound: str, broken: str, newsml: Any) -> None:
    assert ITEM.count(sound) == 1
    assert not newsml.validate(etree.fromstring(ITEM.replace(sound, broken).encode()))


@with_lxml
def test_the_parts_of_an_item_stand_in_their_order(newsml: Any) -> None:
    meta = re.search(r"  <itemMeta>.*</itemMeta>\n", ITEM, re.DOTALL)
    assert meta is not None
    moved = ITEM.replace(meta.group(), "").replace("</newsItem>", meta.group() + "</newsItem>")
    assert not newsml.validate(etree.fromstring(moved.encode()))


def ninjs(version: str) -> dict[str, Any]:
    """The JSON schema of a version of ninjs."""
    told = yaml.safe_load((HERE / "schemas" / "ninjs.yml").read_text(encoding="utf-8"))
    model = told[int(version)]
    held: dict[str, Any] = {name: {"type": "string"} for name in model["strings"]} | {"type": {"enum": told["types"]}}
    standard = {"type": "object", "properties": {key: {"type": "string"} for key in ("name", "version", "schema")}}
    if version == "1":
        named = {key: {"type": "string"} for key in (f"^{word}[a-zA-Z0-9_]+$" for word in model["beginning"])}
        others = {
            "type": "object",
            "patternProperties": {"^[a-zA-Z0-9_]+$": {"$ref": "#"}},
            "additionalProperties": False,
        }
        shape = {"properties": held | {"associations": others, "$standard": standard}, "patternProperties": named}
        return {"type": "object", "required": ["uri"], "additionalProperties": False, **shape}
    for name, keys in model["entries"].items():
        entry = {key: {"type": "string"} for key in keys}
        entry |= {key: {"type": "number"} for key in model["counts"]} if name == "bodies" else {}
        item = {"type": "object", "required": ["value"], "properties": entry, "additionalProperties": False}
        held[name] = {"type": "array", "items": item}
    other = {"$ref": "#/$defs/item", "required": ["uri", "name"], "unevaluatedProperties": False}
    other["properties"] = {key: {"type": "string"} for key in model["association"]}
    held |= {"standard": standard, "associations": {"type": "array", "items": other}}
    item = {"type": "object", "properties": held}
    return {"$defs": {"item": item}, "$ref": "#/$defs/item", "required": ["uri"], "unevaluatedProperties": False}


def told_of(item: dict[str, Any]) -> list[str]:
    """What is not valid in an item, by the version that it names."""
    version = item.get("standard", {}).get("version", "1")
    return [error.message for error in Draft202012Validator(ninjs(version[0])).iter_errors(item)]


@pytest.mark.parametrize("path", NINJS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_ninjs_is_valid(path: Path) -> None:
    assert told_of(json.loads(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("story-1.ninjs", {"by": "By Ida Holm"}),
        ("story-2.ninjs", {"byline": "By Ida Holm"}),
        ("story-2.ninjs", {"firstCreated": "2024-03-11T14:00:00Z"}),
        ("story-3.ninjs", {"headlines": [{"role": "main"}]}),
        ("story-3.ninjs", {"associations": {"main": {"uri": "urn:a"}}}),
        ("story-3.ninjs", {"type": "story"}),
    ],
)
def test_ninjs_that_is_not_valid_is_told(name: str, change: dict[str, Any]) -> None:
    assert told_of(json.loads((HERE / "exchange" / name).read_text(encoding="utf-8")) | change)
