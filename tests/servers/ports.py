"""Free ports, and waiting until somebody listens."""

import socket
import time


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int, *, seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds  # noqa: TID251 - a test may look at the clock
    while time.monotonic() < end:  # noqa: TID251
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"nobody listens on {port}")
