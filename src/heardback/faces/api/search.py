"""How a route gets at the open search."""

from typing import Annotated

from fastapi import Depends, Request

from heardback.faces.api.shapes import Done
from heardback.faces.web.desk import Desk
from heardback.ports import Ports
from heardback.service.tell import newest


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


Search = Annotated[Desk, Depends(_desk)]


def done(ports: Ports, words: str) -> Done:
    """Return what was done with the saying that undoes it."""
    return Done(done=words, saying=newest(ports))
