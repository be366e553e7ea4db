"""Server-sent events: how far an import is, and that something new has come in (WHATWG HTML)."""

import json
from collections.abc import AsyncIterator

from anyio import sleep
from anyio.to_thread import run_sync
from starlette.responses import Response, StreamingResponse

from heardback.faces.web.desk import Desk

# An open stream looks this often whether it is to end; at the agenda every so many times only.
PAUSE, LOOKS = 0.25, 12
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}
MOST_PAUSES = 14_400


def import_stream(desk: Desk) -> Response:
    """Return a stream that says how far the import is, until it has ended."""
    return StreamingResponse(_progress(desk), media_type="text/event-stream", headers=HEADERS)


def news_stream(desk: Desk) -> Response:
    """Return a stream that says so when the agenda has become another."""
    return StreamingResponse(_news(desk), media_type="text/event-stream", headers=HEADERS)


async def _progress(desk: Desk) -> AsyncIterator[str]:
    last = ""
    while True:
        run = desk.imported
        seen = run.seen() if run else {"running": False, "stage": "", "done": 0, "total": None}
        text = json.dumps(seen)
        if text != last:
            yield f"event: progress\ndata: {text}\n\n"
            last = text
        if not seen["running"] or desk.closing:
            return
        await sleep(PAUSE)


async def _news(desk: Desk) -> AsyncIterator[str]:
    first = await run_sync(desk.stamp)
    yield ": listening\n\n"
    for pause in range(1, MOST_PAUSES):
        await sleep(PAUSE)
        if desk.closing:
            return
        if pause % LOOKS:
            continue
        now = await run_sync(desk.stamp)
        if now != first:
            yield "event: news\ndata: {}\n\n"
            first = now
