"""A server that takes letters and keeps them; it may break the line at a chosen moment."""

from typing import Self

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from heardback.model.account import Server
from tests.servers.ports import free_port


class Sink:
    """What arrived, in order. `answer` is what the words are answered with."""

    def __init__(self, *, answer: str = "250 taken", break_after_words: bool = False) -> None:
        self.arrived: list[bytes] = []
        self.answer = answer
        self.break_after_words = break_after_words
        self.port = free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        taken = self.answer.startswith("2")
        if taken:
            content = envelope.content
            self.arrived.append(content if isinstance(content, bytes) else b"")
        if self.break_after_words and server.transport is not None:
            server.transport.close()
        return self.answer

    def server(self) -> Server:
        return Server(host="127.0.0.1", port=self.port, security="none")

    def __enter__(self) -> Self:
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()
