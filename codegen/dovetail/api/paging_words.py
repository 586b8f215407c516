"""The words by which pages are recognised, in lower case and without any sign between them."""

from __future__ import annotations

import re
from typing import Literal


def plain(name: str) -> str:
    """A name without the signs by which spellings differ: `page[size]`, `page_size` and `PageSize` are one."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PAGE_NUMBERS = _words("page pagenumber pageno pagenum pageindex currentpage")
"""Parameters that ask for a page by its number, and properties that say which page this is."""

OFFSETS = _words("offset skip startat pageoffset")
"""Parameters that ask for items after so many."""

SIZES = _words(
    "perpage pagesize limit pagelimit maxresults maxpagesize itemsperpage resultsperpage recordsperpage maxitems"
)
"""Parameters that ask for so many items at once."""

SIZES_OF_NUMBERED_PAGES = SIZES | _words("size take top count")
"""Such parameters where pages are asked for by number or offset; elsewhere these words may be filters."""

CURSORS = _words(
    "cursor pagecursor nextcursor startcursor aftercursor token pagetoken nexttoken nextpagetoken continuationtoken "
    "continue continuation marker pagemarker after pageafter startingafter skiptoken startkey nextkey "
    "exclusivestartkey scrollid position"
)
"""Parameters that say where the next page begins, in the server's own terms."""

NEXT_PAGE_URLS = _words("nextpageurl nextpageuri nextpagelink nextpagehref odatanextlink")
"""Properties that are nothing but the URL of the next page."""

NEXT_URLS = _words("nexturl nexturi nextlink nexthref")
"""Properties that are that URL in what is plainly a list."""

URL_FORMATS = _words("uri url uri-reference iri iri-reference")

MORE = _words("hasmore hasnext hasnextpage hasmoreitems hasmoreresults hasmorepages more moreavailable istruncated")
"""Properties that say whether there are more pages."""

TOTALS = _words(
    "total totalcount totalresults totalitems totalelements totalrecords totalentries totalhits totalrows "
    "totalnumber totalsize totalmatches totalobjects itemstotal resultstotal recordstotal"
)
"""Properties that say how many items there are on all pages."""

PAGE_COUNTS = _words("totalpages pagecount pagestotal numpages numberofpages totalpagecount pages lastpage")
"""Properties that say how many pages there are."""

CONTAINERS = _words(
    "meta metadata pagination paging page pageinfo pages paginationinfo paginginfo links cursor cursors next "
    "responsemetadata pager"
)
"""Properties that hold what is said of the list."""

WRAPPERS = _words("data result response embedded")
"""Properties that hold the list, where the answer itself has none."""

ITEMS = _words("data items results result value values entries records objects elements list rows hits nodes")
"""What items of any list are called."""

ASIDES = _words("errors warnings messages included links notices notifications infos")
"""Arrays that may stand beside the items."""

ECHOED = _words("from start offset page cursor after")
"""Parameters that a property of the same name and type may repeat, with `next` beside it."""

_AFTER_NEXT = _words(
    "cursor pagecursor token pagetoken marker pagemarker continuationtoken page pagenumber offset start startkey key "
    "after startingafter skiptoken position"
)
_SAME = _words("nextcursor nexttoken nextpagetoken continuationtoken continuation continue nextkey")
_PAIRS = {
    "cursor": _words("nextpagecursor cursors/next cursors/after cursor/next"),
    "pagecursor": _words("nextcursor cursors/next"),
    "startcursor": _words("nextcursor"),
    "token": _words("nextpagetoken"),
    "pagetoken": _words("nexttoken"),
    "pagemarker": _words("nextmarker"),
    "after": _words("nextcursor cursors/after cursor/after next/after"),
    "pageafter": _words("nextcursor cursors/after cursor/after next/after"),
    "startingafter": _words("next/startingafter"),
    "exclusivestartkey": _words("lastevaluatedkey"),
    "pagenumber": _words("nextpage"),
}
_PAIRS_ALONE = {"cursor": _words("cursor"), "offset": _words("offset"), "next": _words("next")}
_PAIRS_WITH_MORE = {
    "after": _words("endcursor lastid"),
    "cursor": _words("endcursor"),
    "pageafter": _words("endcursor lastid"),
}


Pairing = Literal["sure", "with more", "alone", ""]


def pairing(parameter: str, way: tuple[str, ...]) -> Pairing:
    """Whether what a property says is what a parameter takes.

    Some do `with more`, a property that says whether there is more, since they stand in the last page too. Text of the
    very name of its parameter may be an echo, and does `alone`, where no other property pairs.
    """
    names = {way[-1], "/".join(way[-2:])}
    if parameter in _AFTER_NEXT and f"next{parameter}" in names:
        return "sure"
    if (parameter in _SAME and parameter in names) or names & _PAIRS.get(parameter, frozenset()):
        return "sure"
    if names & _PAIRS_WITH_MORE.get(parameter, frozenset()):
        return "with more"
    return "alone" if names & _PAIRS_ALONE.get(parameter, frozenset()) else ""
