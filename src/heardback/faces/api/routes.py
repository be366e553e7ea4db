"""The services as REST under /api; every route is one service call.

The routes are in four files: reading.py looks, telling.py changes what is said, deeds.py does
something with a follow-up, outgoing.py lets letters leave. `Search` hands them the open search.
"""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from heardback import __version__
from heardback.errors import HeardBackError, StoreBusy, UnknownFollowUp, UnknownOpportunity
from heardback.faces.api import deeds, outgoing, reading, telling
from heardback.faces.api.shapes import Trouble
from heardback.faces.web.desk import Desk

REFUSED = {
    400: {"model": Trouble, "description": "It cannot be done; the hint says how to mend it."},
    401: {"model": Trouble, "description": "Nobody is signed in."},
    404: {"model": Trouble, "description": "There is no such follow-up or opportunity."},
    503: {"model": Trouble, "description": "Another HeardBack is writing; try again."},
}


def make_api(desk: Desk) -> FastAPI:
    """Return the API over one search; the gate before it asks who is calling."""
    api = FastAPI(
        title="HeardBack",
        version=__version__,
        description="When and how to follow up after a job interview, and why.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        responses=REFUSED,  # type: ignore[arg-type]  # FastAPI's own example has this shape
    )
    api.state.desk = desk
    for part in (reading.router, deeds.router, outgoing.router, telling.router):
        api.include_router(part)
    api.add_exception_handler(HeardBackError, _trouble)
    api.add_exception_handler(RequestValidationError, _invalid)
    api.add_exception_handler(HTTPException, _refused)
    return api


async def _trouble(request: Request, error: Exception) -> JSONResponse:
    del request
    assert isinstance(error, HeardBackError)
    status = 404 if isinstance(error, UnknownFollowUp | UnknownOpportunity) else 400
    status = 503 if isinstance(error, StoreBusy) else status
    told = Trouble(error=_seen(error.message), hint=_seen(error.hint))
    return JSONResponse(told.model_dump(), status)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    del request
    assert isinstance(error, HTTPException)
    return JSONResponse(Trouble(error=_seen(error.detail)).model_dump(), error.status_code)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    """Say what is wrong without repeating what was sent, which may be no text at all."""
    del request
    assert isinstance(error, RequestValidationError)
    faults = [
        {
            "loc": [p if isinstance(p, int) else _seen(p) for p in e["loc"]],
            "msg": _seen(e["msg"]),
            "type": e["type"],
        }
        for e in error.errors()
    ]
    return JSONResponse({"detail": faults}, 422)


def _seen(value: object) -> str:
    """Return a text that can be written as UTF-8."""
    return str(value).encode("utf-8", "replace").decode()
