"""A mailbox of any size that looks like a real one, the same for the same seed.

    python benchmarks/genmail.py OUT 10000 [--seed 7] [--mbox]

writes OUT/Maildir, with --mbox also OUT/all.mbox, and OUT/labels.tsv (Message-ID, kind). By count:
45 % newsletters, 17.5 % receipts and notices, 18 % mailing lists, 12 % friends, 5 % with files
attached, 2 % job alerts, 0.5 % job mail. About 26 kB each. Texts come as they are, quoted-printable
or base64; a fifth of the job mail is HTML alone, a third of its subjects are encoded words.
"""

import argparse
import base64
import itertools
import quopri
import random
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from pathlib import Path

KINDS = {
    "news": 45,
    "notice": 17.5,
    "mailing_list": 18,
    "friend": 12,
    "attached": 5,
    "alert": 2,
    "job": 0.5,
}
BEGIN = datetime(2023, 1, 2, 8, tzinfo=UTC)
ME = "Jo Seeker <jo.seeker@example.net>"

ROLES = ["Data Analyst", "Backend Engineer", "Nurse Manager", "Product Designer", "Accountant"]
FIRST = "Ann Bo Carla Dev Elena Farid Grace Hugo Ines Jun Kofi Lena Marta Nils Omar Quinn".split()
LAST = "Abbott Berg Costa Diaz Evans Garcia Haddad Ito Kaur Lopez Novak Patel Rossi Weber".split()
PLAIN = (
    "the of and to in a is that for it as was with be by on not he his but at are this have from "
    "or had an they which one you were her all she there would their we him been has when who will "
    "more no if out so said what up its about into than them can only other new some could these "
    "two may then do first any my now such like our over man me even most made after also did many "
    "before must through back years where much your way well down should because each just those"
).split()
SYLLABLES = (
    "ba co di fe gu ha ki lo ma ne or pa qui ro sa te un ve wa xi yo zu tion ment er".split()
)

STEPS = [
    (
        "{hello} thank you for applying for the {role} position at {org}. We have received your "
        "application and will review it carefully. You will hear from us within two weeks."
    ),
    (
        "{hello} I would like to invite you to an interview for the {role} role at {org}. Would "
        "{day} at 10:00 work for you? It will be a video call with {who}."
    ),
    (
        "{hello} thank you for taking the time to interview with us for the {role} role at {org}. "
        "We will be in touch by the end of next week."
    ),
    (
        "{hello} we are still interviewing other candidates for the {role} position and expect to "
        "make a decision by {day}."
    ),
    (
        "{hello} we are pleased to offer you the position of {role} at {org}. The offer letter is "
        "attached; please let us know your decision by {day}."
    ),
    (
        "{hello} thank you for your interest in the {role} position at {org}. Unfortunately, we "
        "have decided to move forward with other candidates."
    ),
]
SUBJECTS = [
    "Your application for {role}",
    "Interview with {org}: {role}",
    "{role} at {org} – next steps",
    "Thank you for your application",
    "Your interview on {day}",
    "{org}: update on your application",
]
ATS = ["greenhouse-mail.io", "hire.lever.co", "myworkday.com", "ashbyhq.com"]


class Writer:
    """Writes mails; everything it chooses comes from one seeded dice."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        own = random.Random(99)
        made = {"".join(own.choices(SYLLABLES, k=own.randint(2, 4))) for _ in range(20_000)}
        words = PLAIN + sorted(made)
        weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
        self.pool = self.dice.choices(words, cum_weights=weights, k=300_000)
        self.blob = base64.encodebytes(self.dice.randbytes(2_000_000)).decode()
        names = [
            f"{name.lower()}{end}" for name in LAST for end in ("labs", "soft", "media", "foods")
        ]
        self.orgs = self.dice.sample(names, 40)
        self.threads: dict[str, list[tuple[str, list[str], str]]] = {}

    def words(self, count: int) -> list[str]:
        at = self.dice.randrange(len(self.pool) - count)
        return self.pool[at : at + count]

    def paragraph(self) -> str:
        sentences = [
            " ".join(self.words(self.dice.randint(6, 22))).capitalize() + "."
            for _ in range(self.dice.randint(2, 6))
        ]
        return wrapped(" ".join(sentences))

    def person(self, domain: str) -> str:
        first, last = self.dice.choice(FIRST), self.dice.choice(LAST)
        return f"{first} {last} <{first.lower()}.{last.lower()}@{domain}>"

    def page(self, blocks: int) -> str:
        dice = self.dice
        style = "".join(
            f".c{each}{{font-family:Arial;font-size:{dice.randint(10, 22)}px;"
            f"color:#{dice.randrange(1 << 24):06x};padding:{dice.randint(0, 24)}px}}\n"
            for each in range(40 if blocks > 9 else 4)
        )
        body = "".join(
            f'<table width="100%" border="0"><tr><td class="c{each % 40}" style="padding:9px">'
            f'<a href="https://click.example/t/{dice.randrange(1 << 60):x}?utm_source=mail">'
            f'<img src="https://img.example/{dice.randrange(1 << 40):x}.png" width="560"></a>'
            f'<p style="margin:0 0 12px">{self.paragraph()}</p></td></tr></table>\n'
            for each in range(blocks)
        )
        return f"<!DOCTYPE html><html><head><style>{style}</style></head><body>{body}</body></html>"

    def part(self, text: str, kind: str = "plain", *, how: str | None = None) -> str:
        how = how or self.dice.choices(["8bit", "quoted-printable", "base64"], [3, 5, 2])[0]
        if how == "quoted-printable":
            text = quopri.encodestring(text.encode()).decode()
        elif how == "base64":
            text = base64.encodebytes(text.encode()).decode()
        head = f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: {how}"
        return f"{head}\n\n{text}\n"

    def parts(self, kind: str, *parts: str) -> str:
        edge = f"b{self.dice.randrange(1 << 60):x}"
        inner = "".join(f"--{edge}\n{part}\n" for part in parts)
        return f'Content-Type: multipart/{kind}; boundary="{edge}"\n\n{inner}--{edge}--\n'

    def attachment(self, size: int) -> str:
        at = self.dice.randrange(len(self.blob) - size) // 77 * 77
        return (
            'Content-Type: application/pdf; name="doc.pdf"\nContent-Disposition: attachment; '
            'filename="doc.pdf"\nContent-Transfer-Encoding: base64\n\n'
            f"{self.blob[at : at + size // 77 * 77]}"
        )

    def trail(self, at: datetime) -> str:
        dice = self.dice
        hops = "".join(
            f"Received: from mx{dice.randrange(99)}.relay.example (mx.relay.example "
            f"[198.51.100.{dice.randrange(255)}])\n\tby mail{hop}.example.net with ESMTPS id "
            f"{dice.randrange(1 << 60):x}\n\tfor <jo.seeker@example.net>; {format_datetime(at)}\n"
            for hop in range(dice.randint(2, 5))
        )
        signed = "\n\t ".join(self.blob[each : each + 60].strip() for each in (0, 77, 154))
        return (
            f"Delivered-To: jo.seeker@example.net\n{hops}DKIM-Signature: v=1; a=rsa-sha256; "
            f"d=example.org; s=s1;\n\th=from:to:subject:date:message-id;\n\tb={signed}\n"
        )

    def mail(self, number: int, kind: str) -> tuple[str, str]:
        """Return a Message-ID and the mail."""
        at = BEGIN + timedelta(minutes=25 * number + self.dice.randrange(20))
        id = f"{number}.{self.dice.randrange(1 << 50):x}@gen.example"
        head, body = getattr(self, kind)(at, id)
        rows = [f"Date: {format_datetime(at)}", f"Message-ID: <{id}>", "MIME-Version: 1.0"]
        return id, self.trail(at) + "\n".join([*head, *rows]) + "\n" + body

    # One method for each kind: its own header lines, and the body with its Content-Type.

    def news(self, _at: datetime, _id: str) -> tuple[list[str], str]:
        text = "\n\n".join(self.paragraph() for _ in range(self.dice.randint(4, 18)))
        head = self.bulk("News", " ".join(self.words(6)).capitalize())
        page = self.part(self.page(self.dice.randint(10, 44)), "html")
        return head, self.parts("alternative", self.part(text), page)

    def alert(self, _at: datetime, _id: str) -> tuple[list[str], str]:
        role = self.dice.choice(ROLES)
        subject = f"{self.dice.randint(3, 40)} new jobs for {role}: apply now"
        text = "\n".join(f"{role} at {org.title()}: interview this week" for org in self.orgs[:9])
        page = self.page(12).replace("<p ", f"<p>Hiring manager for {role}</p><p ", 5)
        head = self.bulk("Jobs", subject)
        return head, self.parts("alternative", self.part(text), self.part(page, "html"))

    def bulk(self, what: str, subject: str) -> list[str]:
        org = self.dice.choice(self.orgs)
        return [
            f"List-Unsubscribe: <https://unsub.example/{self.dice.randrange(1 << 60):x}>",
            "Precedence: bulk",
            f'From: "{org.title()} {what}" <no-reply@{org}.example>',
            f"To: {ME}",
            f"Subject: {subject}",
        ]

    def notice(self, _at: datetime, _id: str) -> tuple[list[str], str]:
        org = self.dice.choice(self.orgs)
        subject = f"Your order {self.dice.randrange(10**6)} {' '.join(self.words(3))}"
        head = [f"From: {org.title()} <no-reply@{org}.example>", f"To: {ME}", f"Subject: {subject}"]
        text = "\n\n".join(self.paragraph() for _ in range(3))
        page = self.part(self.page(self.dice.randint(2, 9)), "html")
        return head, self.parts("alternative", self.part(text), page)

    def mailing_list(self, at: datetime, id: str) -> tuple[list[str], str]:
        head, text = self.letter(
            "mailing_list", at, id, self.person("lists.example"), "dev@lists.example"
        )
        head += ["List-Id: <dev.lists.example>", "Precedence: list"]
        return head, self.part(text, how="8bit")

    def friend(self, at: datetime, id: str) -> tuple[list[str], str]:
        head, text = self.letter("friend", at, id, self.person("friends.example"), ME)
        return head, self.part(text)

    def attached(self, at: datetime, id: str) -> tuple[list[str], str]:
        head, text = self.letter("attached", at, id, self.person("friends.example"), ME)
        return head, self.parts(
            "mixed", self.part(text), self.attachment(self.dice.randint(30_000, 400_000))
        )

    def job(self, at: datetime, id: str) -> tuple[list[str], str]:
        dice = self.dice
        org, role = dice.choice(self.orgs), dice.choice(ROLES)
        day = f"{at + timedelta(days=dice.randint(3, 14)):%A, %d %B}"
        step = dice.randrange(len(STEPS))
        sender = self.person(f"{org}.example")
        if step in (0, 5) and dice.random() < 0.6:
            sender = f"{org.title()} Hiring <no-reply@{dice.choice(ATS)}>"
        fill = {"org": org.title(), "role": role, "day": day, "hello": "Hi Jo,", "who": sender[:9]}
        own = wrapped(STEPS[step].format(**fill)) + "\n\n" + self.paragraph()
        to = ME
        if dice.random() < 0.15:
            own = f"Thank you for the conversation about the {role} position. {self.paragraph()}"
            sender, to = ME, sender
        head, text = self.letter("job", at, id, sender, to, own, SUBJECTS[step].format(**fill))
        if dice.random() < 0.2:
            page = self.page(1).replace("<p ", f"<p>{own}</p><p ", 1)
            return head, self.part(page, "html")
        if dice.random() < 0.2:
            return head, self.parts("mixed", self.part(text), self.attachment(40_000))
        return head, self.part(text)

    def letter(
        self, kind: str, at: datetime, id: str, sender: str, to: str, own: str = "", about: str = ""
    ) -> tuple[list[str], str]:
        """Return head and text of a letter between people, three times in five an answer."""
        known = self.threads.setdefault(kind, [])
        own = own or "\n\n".join(self.paragraph() for _ in range(self.dice.randint(1, 6)))
        about = about or " ".join(self.words(5)).capitalize()
        chain, quoted, more = [id], "", []
        if known and self.dice.random() < 0.6:
            about, before, said = self.dice.choice(known[-60:])
            about = about if about.startswith("Re: ") else f"Re: {about}"
            chain = [*before, id]
            named = " ".join(f"<{each}>" for each in before[-12:])
            more = [f"In-Reply-To: <{before[-1]}>", f"References: {named}"]
            lines = "\n".join(f"> {line}" for line in said.splitlines()[:60])
            quoted = (
                f"\n\nOn {at:%a, %d %b %Y at %H:%M}, {self.person('x.example')} wrote:\n{lines}"
            )
        known.append((about, chain, own + quoted))
        subject = about
        if self.dice.random() < 0.3:
            subject = Header(about, "utf-8").encode()
        name = sender.partition(" <")[0]
        text = f"Hi,\n\n{own}\n\nBest,\n{name}\n-- \n{' '.join(self.words(5))}\n{quoted}\n"
        return [f"From: {sender}", f"To: {to}", f"Subject: {subject}", *more], text


def wrapped(text: str, width: int = 72) -> str:
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) >= width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def write(out: Path, count: int, *, seed: int = 7, mbox: bool = False) -> float:
    """Write the mailbox; return the mean size of a mail."""
    writer, size = Writer(seed), 0
    for room in ("cur", "new", "tmp"):
        (out / "Maildir" / room).mkdir(parents=True, exist_ok=True)
    kinds = writer.dice.choices(list(KINDS), list(KINDS.values()), k=count)
    with (out / "labels.tsv").open("w") as labels, (out / "all.mbox").open("wb") as box:
        for number, kind in enumerate(kinds):
            id, text = writer.mail(number, kind)
            raw = text.encode()
            size += len(raw)
            name = f"{1_700_000_000 + number}.M{number:07d}.gen:2,S"
            (out / "Maildir" / "cur" / name).write_bytes(raw)
            labels.write(f"{id}\t{kind}\n")
            if mbox:
                quoted = raw.replace(b"\nFrom ", b"\n>From ")
                box.write(b"From gen@example.org Mon Jan  2 08:00:00 2023\n" + quoted + b"\n")
    if not mbox:
        (out / "all.mbox").unlink()
    return size / count


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--mbox", action="store_true")
    given = parser.parse_args()
    mean = write(given.out, given.count, seed=given.seed, mbox=given.mbox)
    print(f"{given.count} mails of {mean / 1000:.1f} kB on average in {given.out}")


if __name__ == "__main__":
    main()
