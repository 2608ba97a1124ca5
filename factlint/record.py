"""Named tuples that are quick to declare.

`typing.NamedTuple` writes code for each class, compiles it, and compiles each annotation besides: a quarter of a
millisecond, which two hundred classes made a tenth of a short run. These have the same attributes and methods; what
makes one is compiled once for all that have as many fields.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter
    from types import FunctionType

    @functools.cache
    def _code(count):
        """The code that makes a tuple of so many fields; only the fields' names differ from class to class."""
        names = ["_cls", *[f"_{place}" for place in range(count)]]
        inside = "".join(f"{name}," for name in names[1:])
        return eval(f"lambda {','.join(names)}: _new(_cls, ({inside}))").__code__

    def _maker(name, fields, defaults):
        code = _code(len(fields))
        code = code.replace(co_varnames=("_cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__")
        return FunctionType(code, {"_new": tuple.__new__, "__builtins__": {}}, "__new__", tuple(defaults))

    def _made(cls, values):
        """One of a sequence or an iterable."""
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **named):
        """One with other values in some of the fields."""
        made = tuple.__new__(type(self), map(named.pop, self._fields, self))
        if named:
            raise ValueError(f"Got unexpected field names: {list(named)!r}")
        return made

    def _asdict(self):
        """The values by field."""
        return dict(zip(self._fields, self, strict=True))

    def _values(self):
        """The values alone, as copies are made from."""
        return tuple(self)

    def _repr(self):
        inside = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({inside})"

    _COMMON = {
        "__slots__": (),
        "__repr__": _repr,
        "__getnewargs__": _values,
        "_make": classmethod(_made),
        "_replace": _replace,
        "_asdict": _asdict,
    }

    class _Declaring(type):
        """Makes a tuple with names of what is declared."""

        def __new__(cls, name: str, bases: tuple[type, ...], declared: dict[str, Any]) -> type:
            fields = tuple(declared.get("__annotations__", ()))
            defaults = {field: declared[field] for field in fields if field in declared}
            getters = {field: _tuplegetter(place, None) for place, field in enumerate(fields)}
            new = _maker(name, fields, defaults.values())
            own = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields, "__new__": new}
            return type(name, (tuple,), {**_COMMON, **declared, **getters, **own})

    NamedTuple = type.__new__(_Declaring, "NamedTuple", (), {})
