"""The samples of news exchange are valid: NewsML-G2 2.31 and NITF 3.6, by what the IPTC's schemas say of them.

What is compared: schemas/newsml-g2-2.31.yml and schemas/nitf-3-6.dtd were written from reading the IPTC's NewsItem,
NewsMessage and Framework schemas of NewsML-G2 2.31 (power) and nitf-3-6.xsd. They tell, for the elements that samples
use, the order of the children, the attributes with their types, and which must be there; children that none uses, by
name and place alone. Of NITF's docdata any children in any order are taken, and attributes that no sample uses are left
out. XHTML within NewsML-G2 is any XML, as its schema has it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.read.relaxng import relaxng

etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
HERE = Path(__file__).parent
NEWSML = sorted((HERE / "exchange").glob("*.newsml"))
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


@pytest.mark.parametrize("path", NEWSML, ids=lambda path: path.name)
def test_newsml_is_valid(path: Path, newsml: Any) -> None:
    assert newsml.validate(etree.parse(str(path))), newsml.error_log


@pytest.mark.parametrize("path", NITF, ids=lambda path: path.name)
def test_nitf_is_valid(path: Path, nitf: Any) -> None:
    root = etree.parse(str(path), etree.XMLParser(load_dtd=False, no_network=True)).getroot()
    assert nitf.validate(without_namespaces(root)), nitf.error_log


def test_nitf_within_newsml_is_valid(nitf: Any) -> None:
    inner = etree.fromstring(ITEM.encode()).find(".//{http://iptc.org/std/NITF/2006-10-18/}nitf")
    assert nitf.validate(without_namespaces(inner)), nitf.error_log


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


def test_the_parts_of_an_item_stand_in_their_order(newsml: Any) -> None:
    meta = re.search(r"  <itemMeta>.*</itemMeta>\n", ITEM, re.DOTALL)
    assert meta is not None
    moved = ITEM.replace(meta.group(), "").replace("</newsItem>", meta.group() + "</newsItem>")
    assert not newsml.validate(etree.fromstring(moved.encode()))
