"""Finding the servers of an address: from the list, the provider's file, the DNS, or not at all."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heardback.adapters.discover.autoconfig import autoconfigured, read_autoconfig
from heardback.adapters.discover.find import find_servers
from heardback.adapters.discover.srv import ask_srv, served
from heardback.errors import UsageError
from heardback.model.account import Server

PAGE = b"""<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="example.org">
<incomingServer type="pop3"><hostname>pop.example.org</hostname><port>995</port>
<socketType>SSL</socketType></incomingServer>
<incomingServer type="imap"><hostname>clear.example.org</hostname><port>143</port>
<socketType>plain</socketType></incomingServer>
<incomingServer type="imap"><hostname>imap.%EMAILDOMAIN%</hostname><port>993</port>
<socketType>SSL</socketType><username>%EMAILLOCALPART%</username></incomingServer>
<outgoingServer type="smtp"><hostname>smtp.example.org</hostname><port>587</port>
<socketType>STARTTLS</socketType></outgoingServer></emailProvider></clientConfig>"""


def nothing(_address: str) -> bytes | None:
    return None


@contextmanager
def resolver(
    answers: dict[str, list[tuple[int, int, int, str]]], *, deaf: bool = False
) -> Iterator[tuple[str, int]]:
    """A name server that knows these SRV records."""
    line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    line.bind(("127.0.0.1", 0))
    line.settimeout(0.2)
    stopped = threading.Event()

    def name_of(text: str) -> bytes:
        return b"".join(bytes([len(p)]) + p.encode() for p in text.split(".") if p) + b"\0"

    def serve() -> None:
        while not stopped.is_set():
            try:
                asked, who = line.recvfrom(1024)
            except OSError:
                continue
            if deaf:
                continue
            labels, at = [], 12
            while asked[at]:
                labels.append(asked[at + 1 : at + 1 + asked[at]].decode())
                at += 1 + asked[at]
            rows = answers.get(".".join(labels), [])
            answer = asked[:2] + struct.pack(">HHHHH", 0x8180, 1, len(rows), 0, 0) + asked[12:]
            for priority, weight, port, host in rows:
                body = struct.pack(">HHH", priority, weight, port) + name_of(host)
                answer += b"\xc0\x0c" + struct.pack(">HHIH", 33, 1, 60, len(body)) + body
            line.sendto(answer, who)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield line.getsockname()
    finally:
        stopped.set()
        thread.join(2)
        line.close()


def test_a_large_provider_is_known_without_any_network() -> None:
    found = find_servers("dana@gmail.com", get=nothing, resolvers=[])
    assert found is not None and found.imap == Server(host="imap.gmail.com", port=993)
    assert found.oauth == "google" and "app password" in found.advice


def test_a_provider_without_imap_says_what_to_do() -> None:
    found = find_servers("dana@proton.me", get=nothing, resolvers=[])
    assert found is not None and found.imap is None and "Bridge" in found.advice


def test_the_provider_s_own_file_names_its_servers_and_the_login() -> None:
    asked: list[str] = []

    def get(address: str) -> bytes | None:
        asked.append(address)
        return PAGE if "well-known" in address else None

    found = autoconfigured("dana@example.org", get=get)
    assert found is not None and found.user == "dana"
    assert found.imap == Server(host="imap.example.org", port=993)
    assert found.smtp == Server(host="smtp.example.org", port=587, security="starttls")
    assert all(each.startswith("https://") and "example.org" in each for each in asked)


def test_a_file_that_only_offers_mail_in_the_clear_is_not_used() -> None:
    page = PAGE.replace(b"<socketType>SSL<", b"<socketType>plain<")
    assert read_autoconfig(page, "dana@example.org") is None


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"<html>not found",
        b'<!DOCTYPE x [<!ENTITY a "b">]><clientConfig/>',
        b"<clientConfig/>",
        PAGE.replace(b"993", b"imaps"),
        b"<a>" * 50_000,
    ],
)
def test_a_page_that_is_no_such_file_is_none(page: bytes) -> None:
    assert read_autoconfig(page, "dana@example.org") is None


def test_the_dns_names_the_best_server() -> None:
    records = {
        "_imaps._tcp.example.org": [
            (20, 1, 993, "late.example.org"),
            (10, 1, 993, "mail.example.org"),
        ],
        "_submission._tcp.example.org": [(0, 1, 587, "out.example.org")],
    }
    with resolver(records) as name_server:
        found = served("example.org", resolvers=[name_server])
    assert found is not None and found.imap == Server(host="mail.example.org", port=993)
    assert found.smtp == Server(host="out.example.org", port=587, security="starttls")
    assert found.advice == ""


def test_a_server_outside_the_domain_has_to_be_confirmed() -> None:
    with resolver({"_imaps._tcp.example.org": [(0, 0, 993, "mail.elsewhere.example")]}) as one:
        found = served("example.org", resolvers=[one])
    assert found is not None and "outside example.org" in found.advice


def test_a_service_that_is_said_not_to_be_there_is_not_used() -> None:
    with resolver({"_imaps._tcp.example.org": [(0, 0, 0, ".")]}) as one:
        assert served("example.org", resolvers=[one]) is None


def test_a_name_server_that_does_not_answer_is_not_waited_for_long() -> None:
    with resolver({}, deaf=True) as one:
        assert ask_srv("_imaps._tcp.example.org", resolvers=[one], timeout=0.1) == []


@given(st.binary(max_size=200))
def test_whatever_a_name_server_answers_nothing_breaks(answer: bytes) -> None:
    from heardback.adapters.discover import srv

    question = b"\x03_im\x00" + struct.pack(">HH", 33, 1)
    head = struct.pack(">HHHHHH", 7, 0x8180, 1, 3, 0, 0)
    found = srv._records(head + question + answer, 7, question)
    assert found is None or isinstance(found, list)


def test_an_unknown_domain_without_network_is_told_not_waited_for() -> None:
    assert find_servers("dana@example.org", get=nothing, resolvers=[]) is None


@pytest.mark.parametrize(
    "text", ["dana", "dana@", "@example.org", "da na@example.org", "dana@host"]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no mail address"):
        find_servers(text, get=nothing, resolvers=[])


def test_a_guess_is_used_only_if_it_answers() -> None:
    found = find_servers(
        "dana@example.org", get=nothing, resolvers=[], answers=lambda s: s.host.startswith("mail.")
    )
    assert found is not None and found.imap == Server(host="mail.example.org", port=993)
