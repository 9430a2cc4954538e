"""The shipped atlas, read once for all tests that only look at it."""

from __future__ import annotations

from functools import cache

from atlas.content.catalog import FileCatalog
from atlas.paths import Places


@cache
def shipped_catalog() -> FileCatalog:
    """Also for what is asked of each muscle or view, which must be known before any test runs."""
    return FileCatalog(Places())
