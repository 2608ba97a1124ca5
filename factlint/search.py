"""The files that paths stand for: without what configurations leave out and what git ignores."""

from __future__ import annotations

from factlint.config.settings import Configs
from factlint.read.files import Found, find_files


def search(paths: list[str], configs: Configs, force_exclude: bool = False) -> Found:
    """The files that paths stand for, without what the configurations and git leave out."""
    from factlint.read.gitignore import Ignored

    ignored = Ignored()

    def excluded(place: str, folder: bool) -> str | None:
        if why := configs.excludes(place):
            return why
        if configs.settings_above(place).gitignore and (where := ignored.why(place, folder)):
            return f"git ignores it: {where}"
        return None

    def force(place: str, folder: bool) -> str | None:
        return excluded(place, folder) if force_exclude else None

    return find_files(paths, excluded, force)
