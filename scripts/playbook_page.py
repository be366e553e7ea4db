"""Write docs/playbook.md from the rules: python scripts/playbook_page.py [--check]"""

import sys
from pathlib import Path

from heardback.service.rule_book import rule_book

PAGE = Path(__file__).parent.parent / "docs" / "playbook.md"


def main() -> int:
    page = rule_book()
    if "--check" in sys.argv[1:]:
        if PAGE.read_text(encoding="utf-8") == page:
            return 0
        print("docs/playbook.md is out of date: python scripts/playbook_page.py", file=sys.stderr)
        return 1
    PAGE.write_text(page, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
