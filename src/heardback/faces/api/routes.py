"""The services as REST under /api; every route is one service call."""

from fastapi import FastAPI

from heardback import __version__
from heardback.faces.web.desk import Desk


def make_api(desk: Desk) -> FastAPI:
    """Return the API over one search; the gate before it asks who is calling."""
    api = FastAPI(
        title="HeardBack",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
    )
    api.state.desk = desk
    return api
