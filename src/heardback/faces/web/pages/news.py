"""The stream that tells an open page of something new."""

from starlette.responses import Response

from heardback.faces.web.streams import news_stream
from heardback.faces.web.visit import Visit, get


def news(visit: Visit) -> Response:
    """Tell when the agenda has become another."""
    return news_stream(visit.desk)


ROUTES = (get("/news", news),)
