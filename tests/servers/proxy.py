"""A bad line between a client and a server: slow, or broken off after so many bytes."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class Line:
    """What the line does: `lengths` are how many bytes each connection carries before it breaks."""

    port: int
    lengths: list[int] = field(default_factory=list)
    delay: float = 0.0
    dead: bool = False
    connections: int = 0
    live: list[socket.socket] = field(default_factory=list)

    def cut(self) -> None:
        """Break off all that is connected now."""
        for each in self.live:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self.live.clear()


@contextmanager
def line_to(target: int, *, lengths: list[int] | None = None, delay: float = 0.0) -> Iterator[Line]:
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.2)
    line = Line(port=listener.getsockname()[1], lengths=lengths or [], delay=delay)
    stopped = threading.Event()

    def accept() -> None:
        while not stopped.is_set():
            try:
                near, _address = listener.accept()
            except OSError:
                continue
            if line.dead:
                near.close()
                continue
            line.connections += 1
            room = [line.lengths.pop(0) if line.lengths else 1 << 60]
            far = socket.create_connection(("127.0.0.1", target))
            line.live += [near, far]
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=_carry, args=(one, other, line, room), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield line
    finally:
        stopped.set()
        line.cut()
        thread.join(2)
        listener.close()


def _carry(one: socket.socket, other: socket.socket, line: Line, room: list[int]) -> None:
    with suppress(OSError):
        while piece := one.recv(4096):
            if line.delay:
                time.sleep(line.delay)
            room[0] -= len(piece)
            if room[0] < 0:
                break
            other.sendall(piece)
    for each in (one, other):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
