"""The everyday commands over a store of one's own."""

from pathlib import Path

import pytest
from tests.faces.conftest import Run

AT = ("--at", "2025-03-04T10:00")


def fact(run: Run, what: str) -> str:
    rows = run("show", "northwind", *AT, "--json").json["timeline"]
    return str(next(row["fact"] for row in rows if row["what"] == what))


def due(run: Run, *at: str) -> list[str]:
    return [row["id"] for row in run("today", *(at or AT), "--json").json["due"]]


def test_an_empty_store_says_what_to_do(run: Run) -> None:
    text = run("today").out
    assert "heardback import" in text and "heardback demo" in text


def test_a_command_on_no_store_says_how_to_begin(run: Run) -> None:
    answer = run("show")
    assert answer.code == 2 and "heardback import" in answer.err


def test_today_shows_what_is_due_and_what_waits(run: Run, northwind: str) -> None:
    run("import", northwind)
    text = run("today", *AT).out
    assert "Thank Tom Okafor" in text and "[TY-1]" in text
    assert "LEAVE IN PEACE" in text and "by the end of next week" in text


def test_importing_twice_changes_nothing(run: Run, northwind: str) -> None:
    first = run("import", northwind, "--json").json["search_files"][0]
    again = run("import", northwind, "--json").json["search_files"][0]
    assert first["new"] > 0 and again["new"] == 0


def test_the_search_file_comes_back_as_it_went_in(run: Run, northwind: str, tmp_path: Path) -> None:
    from heardback.searchfile import read_search

    run("import", northwind)
    out = tmp_path / "out.yaml"
    run("export", str(out))
    before = read_search(Path(northwind).read_text(), name="in").search
    after = read_search(out.read_text(), name="out").search
    assert after == before


def test_done_snoozed_and_skipped_things_leave_today_and_undo_brings_them_back(
    run: Run, northwind: str
) -> None:
    run("import", northwind)
    note = "northwind/thank_you/tom"
    for words in (("done", note), ("skip", note), ("snooze", note, "--days", "3")):
        assert note in due(run)
        assert run(*words, *AT).code == 0
        assert note not in due(run), words
        assert run("undo").code == 0
    assert note in due(run)


def test_undo_on_nothing_says_so(run: Run) -> None:
    run("add", "Contoso")
    assert run("undo").code == 0
    answer = run("undo")
    assert answer.code == 2 and "nothing to undo" in answer.err


def test_a_corrected_promise_moves_the_plan(run: Run, northwind: str) -> None:
    run("import", northwind)
    assert run("correct", fact(run, "promise"), "said=We will decide by 21 March 2025.").code == 0
    view = run("show", "northwind", *AT, "--json").json
    assert view["waiting"][0]["until"] == "2025-03-21"
    run("undo")
    assert run("show", "northwind", *AT, "--json").json["waiting"][0]["until"] == "2025-03-14"


def test_a_fact_that_never_happened_is_left_out(run: Run, northwind: str) -> None:
    run("import", northwind)
    run("correct", fact(run, "promise"), "--wrong")
    whats = [r["what"] for r in run("show", "northwind", *AT, "--json").json["timeline"]]
    assert "promise" not in whats


def test_a_wrong_correction_is_refused(run: Run, northwind: str) -> None:
    run("import", northwind)
    answer = run("correct", fact(run, "interview"), "stage=frist")
    assert answer.code == 2 and "first" in answer.err
    assert run("correct", "nosuchfact", "by=2025-03-01").code == 2


def test_events_are_logged_by_hand_and_people_made_known(run: Run) -> None:
    run("add", "Northwind", "--role", "Data Engineer")
    logged = run(
        *("log", "northwind", "interview", "--when", "2025-03-03T14:00-05:00"),
        *("stage=first", "with=[Priya Raman <priya@northwind.example>, Tom Okafor]"),
    )
    assert logged.code == 0, logged.err
    view = run("show", "northwind", *AT, "--json").json
    assert [p["name"] for p in view["people"]] == ["Priya Raman", "Tom Okafor"]
    assert "northwind/thank_you/priya" in due(run)


def test_the_debrief_asks_and_keeps(run: Run, northwind: str) -> None:
    run("import", northwind)
    typed = "streaming; on-call\nhis dog\n\nmy talk\nthe rota\n\nby Friday, they said\n"
    answer = run("debrief", "northwind", *AT, typed=typed)
    assert answer.code == 0, answer.err
    rows = run("show", "northwind", *AT, "--json").json["timeline"]
    topics = [row["details"].get("topics") for row in rows if row["what"] == "debrief"]
    assert ["streaming", "on-call"] in topics and ["his dog"] in topics


def test_two_opportunities_are_made_one_and_two_again(run: Run) -> None:
    run("add", "Northwind", "--role", "Data Engineer")
    run("add", "Northwind Labs")
    run("log", "northwind-labs", "applied", "--when", "2025-03-01")
    ids = [o["id"] for o in run("show", "--json").json["opportunities"]]
    assert ids == ["northwind", "northwind-labs"]
    assert run("merge", "northwind", "northwind-labs").code == 0
    assert [o["id"] for o in run("show", "--json").json["opportunities"]] == ["northwind"]
    whats = [r["what"] for r in run("show", "northwind", "--json").json["timeline"]]
    assert whats == ["applied"]
    run("undo")
    assert len(run("show", "--json").json["opportunities"]) == 2


def test_preferences_change_the_plan_and_are_named(run: Run, northwind: str) -> None:
    run("import", northwind)
    assert run("preferences", "grace=3").code == 0
    view = run("show", "northwind", *AT, "--json").json
    check_in = next(f for f in view["follow_ups"] if "/check_in/" in f["id"])
    assert check_in["due"].startswith("2025-03-19")
    assert run("preferences", "grace=99").code == 2
    run("preferences", "grace=")
    assert run("preferences", "--json").json["preferences"]["grace"]["value"] == 1


def test_why_explains_and_says_what_is_held(run: Run, northwind: str) -> None:
    run("import", northwind)
    text = run("why", "northwind/thank_you/tom", *AT).out
    assert "BECAUSE" in text and "IT RESTS ON" in text and "Tom Okafor writes first" in text
    held = run("why", "northwind", *AT, "--json").json
    assert "CK-1" in [row["rule"] for row in held["held"]]


def test_the_store_survives_rebuilding(run: Run, northwind: str) -> None:
    run("import", northwind)
    run("correct", fact(run, "promise"), "said=by 21 March 2025 we will tell you")
    run("skip", "northwind/thank_you/tom", *AT)
    before = run("today", *AT, "--json").out
    assert run("rebuild").code == 0
    assert run("today", *AT, "--json").out == before


def test_backup_and_restore(run: Run, northwind: str, tmp_path: Path) -> None:
    run("import", northwind)
    copy = tmp_path / "copy.db"
    assert run("backup", str(copy)).code == 0
    assert copy.stat().st_mode & 0o777 == 0o600
    run("add", "Contoso")
    assert run("restore", str(copy)).code == 0
    assert [o["id"] for o in run("show", "--json").json["opportunities"]] == ["northwind"]


def test_the_doctor_says_what_is_missing(run: Run) -> None:
    assert "no store yet" in run("doctor").out
    run("add", "Northwind")
    answer = run("doctor", "--json")
    assert answer.code == 0 and answer.json["sound"] is True
    assert any("heardback profile" in row["text"] for row in answer.json["checks"])


def test_the_profile_is_kept(run: Run) -> None:
    run("profile", "--name", "Dana Reyes", "--email", "dana@example.org", "--country", "US")
    assert run("profile", "--json").json["name"] == "Dana Reyes"
    assert run("profile", "--timezone", "Mars/Olympus").code == 2


def test_a_mistyped_key_is_refused_with_the_nearest(run: Run, northwind: str) -> None:
    run("import", northwind)
    for words in (
        ("log", "northwind", "offer", "decideby=2025-03-20"),
        ("correct", fact(run, "interview"), "stge=final"),
        ("preferences", "grce=2"),
    ):
        answer = run(*words)
        assert answer.code == 2, words
    assert "decide_by" in run("log", "northwind", "offer", "decideby=2025-03-20").err


def test_show_says_who_owes_an_answer_since_when(run: Run, northwind: str) -> None:
    run("import", northwind)
    text = " ".join(run("show", "northwind", *AT).out.split())
    assert "Northwind owes you an answer since 3 March" in text
    assert "We hope to get back to everyone by the end of next week" in text
    owed = run("show", "northwind", *AT, "--json").json["owed"]
    assert (owed["by"], owed["since"], owed["late"]) == ("employer", "2025-03-03", False)


OFFERED = """\
heardback: 1
candidate: {name: Dana Reyes, email: dana@example.org, timezone: America/New_York, country: US}
people:
  priya: {name: Priya Raman, email: priya@northwind.example}
  hana: {name: Hana Weiss, email: hana@globex.example}
opportunities:
  northwind:
    employer: Northwind
    people: {priya: hiring_manager}
    events:
      - {when: 2025-03-17T10:00, what: offer, from: priya, decide_by: 2025-03-21, written: true}
  globex:
    employer: Globex
    people: {hana: hiring_manager}
    events:
      - {when: 2025-03-12T14:00, what: interview, stage: final, with: [hana], steps_left: 0}
      - {when: 2025-03-12, what: promise, from: hana, by: 2025-03-25}
      - {when: 2025-03-17T11:00, what: preference, over: [northwind]}
"""


def test_competing_offers_are_summed_up_in_show_and_why(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "offers.yaml"
    file.write_text(OFFERED, encoding="utf-8")
    run("import", str(file))
    now = ("--at", "2025-03-18T11:00")
    table = run("show", "northwind", *now).out
    assert "NORTHWIND'S OFFER AND THE OTHERS" in table
    assert "Globex *  Tue 25 Mar  0      2 days  3 days, to Wed 26 Mar 17:00" in table
    assert "30 working hours left" in table
    seen_from_the_other = run("show", "globex", *now, "--json").json["deadlines"]
    assert [row["opportunity"] for row in seen_from_the_other] == ["northwind"]
    assert seen_from_the_other[0]["others"][0]["gap_days"] == 2
    why = run("why", "globex/tell_about_offer/hana", *now)
    assert "NORTHWIND'S OFFER AND THE OTHERS" in why.out
    assert "Offer (Northwind)" in why.out
    assert run("why", "northwind/decide/-", *now, "--json").json["deadlines"]
    plan = run("plan", str(file), *now, "--json").json
    assert plan["deadlines"][0]["others"][0]["extension_days"] == 3
    assert "THE OFFER OF NORTHWIND" in run("plan", str(file), *now).out
    assert run("show", "northwind", "--at", "2025-03-16", "--json").json["deadlines"] == []


def test_preferences_are_listed_explained_set_and_reset(run: Run, northwind: str) -> None:
    run("import", northwind)
    assert run("preferences", "set", "grace", "2").code == 0
    assert (
        run("preferences", "set", "note_words", "80", "150", "--opportunity", "northwind").code == 0
    )
    rows = run("preferences", "--opportunity", "northwind", "--json").json["preferences"]
    assert rows["grace"] == {"value": 2, "default": 1, "set_in": "search"}
    assert rows["note_words"] == {
        "value": [80, 150], "default": [60, 180], "set_in": "opportunity"
    }  # fmt: skip
    assert rows["send_window"] == {"value": None, "default": None, "set_in": "default"}
    told = run("preferences", "explain", "grace", "--json").json
    assert told["value"] == 2
    assert "CK-2" in told["rules"]
    assert told["camps"][0]["sources"][0]["publisher"].startswith("When and How to Follow Up")
    assert run("preferences", "explain", "note_words", "--json").json["opportunities"] == {
        "northwind": [80, 150]
    }
    run("undo")
    rows = run("preferences", "--opportunity", "northwind", "--json").json["preferences"]
    assert rows["note_words"]["set_in"] == "default"
    run("preferences", "reset", "--all")
    rows = run("preferences", "--json").json["preferences"]
    assert {row["set_in"] for row in rows.values()} == {"default"}


def test_a_profile_sets_what_belongs_together(run: Run, northwind: str) -> None:
    run("import", northwind)
    run("preferences", "profile", "academia")
    run("preferences", "profile", "corporate", "--opportunity", "northwind")
    everywhere = run("preferences", "--json").json["preferences"]["sector"]
    here = run("preferences", "--opportunity", "northwind", "--json").json["preferences"]["sector"]
    assert (everywhere["value"], here["value"]) == ("academia", "corporate")
    run("preferences", "profile", "student")
    assert run("preferences", "--json").json["preferences"]["extension_days"]["value"] == 10


def test_what_a_file_set_for_an_opportunity_can_be_reset(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "offers.yaml"
    text = OFFERED.replace("employer: Globex", "employer: Globex\n    preferences: {grace: 3}")
    file.write_text(text, encoding="utf-8")
    listed = run("preferences", "--file", str(file), "--opportunity", "globex", "--json").json
    assert listed["preferences"]["grace"] == {"value": 3, "default": 1, "set_in": "opportunity"}
    run("import", str(file))
    run("preferences", "reset", "grace", "--opportunity", "globex")
    rows = run("preferences", "--opportunity", "globex", "--json").json["preferences"]
    assert rows["grace"] == {"value": 1, "default": 1, "set_in": "default"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("set", "graec", "3"), "Did you mean grace?"),
        (("set", "grace", "30"), "a whole number from 0 to 7"),
        (("set", "grace"), "0 to 7 business days"),
        (("set", "weekend_send", "fridays"), "Did you mean friday?"),
        (("explain", "sectr"), "Did you mean sector?"),
        (("profile", "studnt"), "Did you mean student?"),
        (("lst",), "Did you mean list?"),
        (("reset",), "Name a preference, or --all."),
        (("set", "grace", "2", "--opportunity", "nowhere"), "is no opportunity of yours"),
    ],
)
def test_a_wrong_preference_is_refused_with_the_way_to_mend_it(
    run: Run, northwind: str, words: tuple[str, ...], told: str
) -> None:
    run("import", northwind)
    answer = run("preferences", *words)
    assert answer.code == 2
    assert told in answer.err


def test_what_they_said_on_the_phone_is_owed_by_the_day_it_names(run: Run) -> None:
    run("add", "Northwind", "--role", "Data Engineer")
    run("log", "northwind", "promise", "said=We need another week.", "when=2025-03-03T10:00")
    assert "promised by 10 March" in run("show", "northwind", "--at", "2025-03-05T10:00").out


def test_the_day_that_is_owed_is_counted_by_the_days_on_which_they_work(run: Run) -> None:
    run("add", "Northwind", "--role", "Data Engineer")
    run("correct", "opportunity:northwind", "country=US")
    words = "said=We need two business days."
    run("log", "northwind", "promise", words, "when=2025-11-25T10:00")
    at = ("show", "northwind", "--at", "2025-11-25T12:00")
    assert "promised by 1 December" in run(*at).out  # after the holiday and the quiet Friday
    run("preferences", "set", "quiet_days", "false")
    assert "promised by 28 November" in run(*at).out
