"""Draw what a command prints on a terminal as an SVG: python scripts/screenshot.py OUT WORDS…

The command is run for real, at 92 columns with colour; nothing is edited.
"""

import html
import os
import re
import subprocess
import sys
from pathlib import Path

COLUMNS, LINE, CHAR, PAD = 92, 19, 8.43, 22
COLOURS = {"31": "#e0705c", "32": "#8fbf7f", "33": "#d8b25d", "36": "#7fb3c8", "2": "#8d938f"}
CODE = re.compile(r"\033\[(\d+)m")


def spans(line: str) -> str:
    out, style = [], "0"
    for place, part in enumerate(CODE.split(line)):
        if place % 2:
            style = part
        elif part:
            fill = COLOURS.get(style, "#e9e6df")
            weight = ' font-weight="600"' if style == "1" else ""
            out.append(f'<tspan fill="{fill}"{weight}>{html.escape(part)}</tspan>')
    return "".join(out)


def draw(text: str, title: str) -> str:
    lines = text.rstrip("\n").split("\n")
    width, height = COLUMNS * CHAR + 2 * PAD, len(lines) * LINE + 2 * PAD + 26
    rows = [
        f'<text x="{PAD}" y="{PAD + 40 + n * LINE}" xml:space="preserve">{spans(line)}</text>'
        for n, line in enumerate(lines)
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height + 14}"'
            f' role="img" aria-label="{html.escape(title)}">',
            '<rect width="100%" height="100%" rx="10" fill="#23262a"/>',
            '<g fill="#5b6066"><circle cx="22" cy="18" r="5"/><circle cx="40" cy="18" r="5"/>'
            '<circle cx="58" cy="18" r="5"/></g>',
            '<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace"'
            ' font-size="14">',
            *rows,
            "</g></svg>",
            "",
        ]
    )


def main() -> None:
    out, *words = sys.argv[1:]
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "HEARDBACK_COLOUR": "always"}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    Path(out).write_text(draw(done.stdout, " ".join(words[1:])), encoding="utf-8")


if __name__ == "__main__":
    main()
