"""Server-sent events: how far an import is, and that something new has come in (WHATWG HTML)."""

import json
from collections.abc import AsyncIterator

from anyio import sleep
from anyio.to_thread import run_sync
from starlette.responses import Response, StreamingResponse

from heardback.faces.web.desk import Desk

PAUSE, LOOK = 0.2, 3.0
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}
MOST_LOOKS = 1200


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
        if not seen["running"]:
            return
        await sleep(PAUSE)


async def _news(desk: Desk) -> AsyncIterator[str]:
    first = await run_sync(desk.stamp)
    yield ": listening\n\n"
    for _ in range(MOST_LOOKS):
        await sleep(LOOK)
        now = await run_sync(desk.stamp)
        if now != first:
            yield "event: news\ndata: {}\n\n"
            first = now
