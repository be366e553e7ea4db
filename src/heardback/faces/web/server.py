"""The server: uvicorn, told to let open event streams end before it waits for connections."""

import socket

import uvicorn
from starlette.types import ASGIApp

from heardback.faces.web.app import Desks


class Server(uvicorn.Server):
    """Serves the app over some searches until it is told to stop."""

    def __init__(self, app: ASGIApp, desks: Desks) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=2,
            )
        )
        self.desks = desks

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams, then the connections."""
        self.desks.end_streams()
        await super().shutdown(sockets)
