"""`heardback web`: the app in the browser."""

import socket
import webbrowser
from typing import TYPE_CHECKING

import click

from heardback import bootstrap
from heardback.errors import UsageError
from heardback.faces.cli.common import data_folder, help_text, say_done

if TYPE_CHECKING:
    from heardback.config import Settings
    from heardback.faces.web.sessions import Sessions

PORT = 8372
LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command(
    "web",
    help=help_text(
        "Open HeardBack in your browser. It answers to this machine alone, and lets in whoever "
        "opens the link it prints; the link works once.",
        "heardback web",
        "heardback web --port 9000 --no-open",
        "heardback web --set-password",
        "heardback web --host 0.0.0.0 --name desk.example   (after --set-password)",
    ),
)
@click.option("--port", type=click.IntRange(0, 65535), help=f"Default {PORT}; 0 takes a free one.")
@click.option("--host", default="127.0.0.1", help="Where to listen; elsewhere needs a password.")
@click.option(
    "--name", multiple=True, help="A further name or address it is reached by; again for more."
)
@click.option("--open/--no-open", "opens", default=True, help="Open the browser (default).")
@click.option("--set-password", is_flag=True, help="Ask for a password, keep its hash, and end.")
@click.option("--new-key", is_flag=True, help="Print a key for programs that use /api, and end.")
def web_command(
    port: int | None,
    host: str,
    name: tuple[str, ...],
    opens: bool,
    set_password: bool,
    new_key: bool,
) -> None:
    """Serve the app until it is stopped."""
    from heardback.faces.web.sessions import Sessions

    chosen = bootstrap.settings(data_folder())
    sessions = Sessions(chosen.data, clock=bootstrap.clock())
    if set_password:
        _ask_password(sessions)
    elif new_key:
        click.echo(sessions.new_key())
    else:
        if host not in LOOPBACK and not sessions.has_password:
            raise UsageError(
                f"Listening on {host} lets others reach this, so it needs a password.",
                hint="Set one with 'heardback web --set-password'.",
            )
        _serve(chosen, sessions, host=host, port=port, names=name, opens=opens)


def _ask_password(sessions: "Sessions") -> None:
    from heardback.faces.web.sessions import SHORTEST_PASSWORD

    password = click.prompt("New password", hide_input=True, confirmation_prompt=True)
    if len(password) < SHORTEST_PASSWORD:
        raise UsageError(f"A password needs {SHORTEST_PASSWORD} signs or more.")
    sessions.set_password(password)
    say_done("Kept (as an argon2 hash). Whoever was signed in is signed out.")


def _serve(
    chosen: "Settings",
    sessions: "Sessions",
    *,
    host: str,
    port: int | None,
    names: tuple[str, ...],
    opens: bool,
) -> None:
    from heardback.faces.web.app import LOOPBACK as OUR_NAMES
    from heardback.faces.web.app import Desks, make_app
    from heardback.faces.web.desk import Desk
    from heardback.faces.web.server import Server

    listening = _listen(host, port)
    number = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    desks = Desks(Desk(chosen))
    desks.own.deliver()
    app = make_app(
        desks,
        sessions=sessions,
        hosts=(*OUR_NAMES, shown, *names),
        cookie=f"heardback_{number}",
        alone=host in LOOPBACK,
    )
    base = f"http://{shown if host in LOOPBACK else names[0] if names else shown}:{number}"
    link = f"{base}/login?key={sessions.new_link()}"
    say_done(f"HeardBack is at {base}. This link lets one browser in, once:")
    say_done(f"    {link}")
    if host not in LOOPBACK:
        say_done("Others can reach it: put a server with TLS before it (HTTPS), or use it at home.")
    say_done("Stop it with Ctrl+C.")
    if opens and host in LOOPBACK:
        webbrowser.open(link)
    try:
        Server(app, desks).run(sockets=[listening])
    finally:
        desks.close()
        listening.close()


def _listen(host: str, port: int | None) -> socket.socket:
    """Return a listening socket; without a port of the person's choice, a free one will do."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for number in [PORT, 0] if port is None else [port]:
        # With the protocol named, asyncio sends small answers at once (TCP_NODELAY).
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, number))
        except OSError as fault:
            listening.close()
            if number == 0 or port is not None:
                raise UsageError(
                    f"{host}:{number} cannot be listened on: {fault.strerror}.",
                    hint="Name another with --port, or --port 0 for a free one.",
                ) from fault
            continue
        return listening
    raise UsageError("No port is free.")
