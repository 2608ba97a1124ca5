"""The digest that findings are kept and told apart by: of the standard library, by the shortest way.

`hashlib` brings OpenSSL along, whose import takes a fortieth of a short run.
"""

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b"]
