"""Registers, variants, greetings and channels: how the same facts sound, and where they may go."""

import re
from dataclasses import replace

import pytest

from heardback.drafting.channels import ALLOWED, check_channel
from heardback.drafting.compose import Style, compose
from heardback.drafting.likeness import BOUND, likeness
from heardback.drafting.style import Manner
from heardback.errors import DraftRefused, UnknownFollowUp
from heardback.languages.en.letters import contract, letters
from heardback.model.draft import REGISTERS, Draft, Register
from heardback.model.events import NoContact
from heardback.model.people import Habits, Strength
from heardback.model.plan import KINDS, FollowUp, Plan
from heardback.service import draft as drafts
from heardback.service.plan import plan_of
from tests.drafting.rich import FOLLOW_UPS, NORTHWIND, PEOPLE, SEARCH, events, follow_up
from tests.drafting.test_drafts import NOW, now_for, ungrounded, words_said

TOM = follow_up("northwind/thank_you/tom", anchor=1)
PRIYA = follow_up("northwind/thank_you/priya", anchor=1)
SENT = [f for f in FOLLOW_UPS if f.channel]
WAYS = [
    replace(f, channel=channel)
    for f in SENT
    if len(f.to) == 1
    for channel in ALLOWED[f.kind]
    if not (f.via and channel != "email")
]


def drafted(one: FollowUp, register: Register | None = None, **style: object) -> Draft:
    chosen = Style(register=register, **style)  # type: ignore[arg-type]
    return compose(one, search=SEARCH, at=now_for(one), letters=letters(), style=chosen)


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("one", WAYS, ids=lambda f: f"{f.id}-{f.channel}")
def test_every_register_and_channel_stays_grounded_and_clean(
    one: FollowUp, register: Register
) -> None:
    draft = drafted(one, register)
    assert list(ungrounded(draft)) == []
    text = words_said(draft)
    assert "{" not in text and "  " not in text
    assert not re.search(r"\?\.|\.\.|\b(\w+) \1\b", text.replace("\n", " "))
    found = drafts.proofread_draft(draft, follow_up=one, search=SEARCH, at=now_for(one)).findings
    assert [f for f in found if f.severity == "error"] == []


def test_the_three_registers_of_a_note_differ() -> None:
    texts = {words_said(drafted(PRIYA, register)) for register in REGISTERS}
    assert len(texts) == 3


def test_a_formal_letter_contracts_nothing_and_a_friendly_one_does() -> None:
    formal, friendly = words_said(drafted(TOM, "formal")), words_said(drafted(TOM, "friendly"))
    assert not re.search(r"\w['’](?:m|d|ll|ve|re)\b|n['’]t\b", formal)
    assert re.search(r"\w['’](?:m|d|ll|ve)\b|n['’]t\b", friendly)


def test_a_candidate_who_never_contracts_is_written_for_so() -> None:
    plain = drafted(TOM, "friendly", habits=Habits(contractions=False))
    assert not re.search(r"\w['’](?:m|d|ll|ve|re)\b|n['’]t\b", words_said(plain))


def test_a_brief_note_is_the_shortest() -> None:
    lengths = {r: len(words_said(drafted(PRIYA, r)).split()) for r in REGISTERS}
    assert lengths["brief"] < min(lengths["formal"], lengths["friendly"])


@pytest.mark.parametrize(
    ("sentence", "spoken"),
    [
        ("I am glad.", "I'm glad."),
        ("as interested as I am.", "as interested as I am."),
        ("I have been thinking.", "I've been thinking."),
        ("I have a question.", "I have a question."),
        ("It does not matter.", "It doesn't matter."),
        ("That is what I would like.", "That's what I'd like."),
    ],
)
def test_contractions_stand_only_where_people_use_them(sentence: str, spoken: str) -> None:
    assert contract(sentence) == spoken


def test_a_person_is_called_as_they_sign() -> None:
    signs = {"tom": Manner(signs="Tommy")}
    assert words_said(drafted(TOM, "formal", manners=signs)).startswith("Dear Tommy,")
    assert words_said(drafted(TOM, "friendly", manners=signs)).startswith("Hi Tommy,")


def test_a_stranger_is_greeted_by_the_whole_name_until_they_sign_with_the_first() -> None:
    nora = follow_up("northwind/thank_you/nora", anchor=1)
    assert words_said(drafted(nora, "formal")).startswith("Dear Nora Lindqvist,")
    signed = {"nora": Manner(signs="Nora")}
    assert words_said(drafted(nora, "formal", manners=signed)).startswith("Dear Nora,")


def test_a_title_is_kept_in_every_register() -> None:
    ines = follow_up("contoso/thank_you/ines", anchor=1)
    for register in REGISTERS:
        assert "Dr. Carvalho," in words_said(drafted(ines, register)).split("\n")[0]


def test_greeting_and_sign_off_are_those_the_two_use() -> None:
    ours = {"tom": Manner(greets="Hey", sign_off="Cheers")}
    text = words_said(drafted(TOM, manners=ours))
    assert text.startswith("Hey Tom,")
    assert "\n\nCheers,\nDana Reyes" in text


def test_variants_differ_and_are_always_the_same() -> None:
    plan = Plan(at=NOW, follow_ups=FOLLOW_UPS[:4])
    first = drafts.variants(SEARCH, plan, TOM.id, at=NOW, most=4)
    assert first == drafts.variants(SEARCH, plan, TOM.id, at=NOW, most=4)
    assert len({words_said(d) for d in first}) == 4
    assert first[0].variant == 1
    for draft in first:
        assert list(ungrounded(draft)) == []


@pytest.mark.parametrize("one", [f for f in WAYS if f.channel == "linkedin"], ids=lambda f: f.id)
def test_a_linkedin_note_fits_an_invitation(one: FollowUp) -> None:
    for register in REGISTERS:
        draft = drafted(one, register)
        assert len(words_said(draft)) <= 300
        assert draft.subject is None
        assert "555" not in words_said(draft)


def test_even_the_longest_names_fit_a_linkedin_note() -> None:
    long = "Alexandrina Wilhelmina Konstantinopolska"
    here = replace(NORTHWIND, role="Senior Principal Staff Data Platform Engineer " * 3)
    people = PEOPLE | {"tom": replace(PEOPLE["tom"], name=long)}
    search = replace(SEARCH, people=people, opportunities=(here,))
    one = replace(TOM, channel="linkedin")
    draft = compose(one, search=search, at=NOW, letters=letters())
    assert len(draft.body or "") <= 300


def test_a_card_is_signed_by_hand_and_has_no_number() -> None:
    card = drafted(replace(PRIYA, channel="letter"))
    assert card.subject is None
    assert words_said(card).endswith("Dana Reyes")


def test_a_call_has_words_for_the_machine_and_ends_where_a_question_does() -> None:
    call = drafted(replace(follow_up("northwind/check_in/priya", anchor=5), channel="call"))
    assert (call.script or "").endswith("?")
    assert (call.voicemail or "").startswith("This is Dana Reyes")
    assert (call.voicemail or "").count("+1 512 555 0100") == 2


def test_every_kind_has_its_channels_and_no_other_is_taken() -> None:
    assert set(ALLOWED) == set(KINDS)
    with pytest.raises(DraftRefused, match="does not go by letter"):
        check_channel("withdraw", "letter")
    with pytest.raises(DraftRefused, match="not sent to anybody"):
        check_channel("decide", "email")


def test_a_call_is_refused_where_the_employer_asked_for_none() -> None:
    asked = events(("2025-03-03", NoContact(said="Please, no calls.", forbids=("calls",))))
    here = replace(NORTHWIND, events=(*NORTHWIND.events, replace(asked[0], place=9, ref=9)))
    search = replace(SEARCH, opportunities=(here,))
    one = follow_up("northwind/check_in/priya", anchor=5)
    plan = Plan(at=NOW, follow_ups=(one,))
    with pytest.raises(DraftRefused, match="Please, no calls"):
        drafts.draft_follow_up(search, plan, one.id, at=NOW, asked=drafts.Asked(channel="call"))


def test_a_bluff_is_refused_with_the_rule() -> None:
    search = replace(SEARCH, opportunities=(NORTHWIND,))
    with pytest.raises(UnknownFollowUp, match="OF-10"):
        drafts.draft_follow_up(search, Plan(at=NOW), "northwind/tell_about_offer/priya", at=NOW)


def test_a_strength_of_the_profile_is_said_with_its_proof_and_its_ground() -> None:
    proof = Strength(what="capacity planning", evidence="cut waiting times by a third")
    here = replace(NORTHWIND, events=NORTHWIND.events[:2])
    who = replace(SEARCH.candidate, strengths=(proof,))
    search = replace(SEARCH, candidate=who, opportunities=(here,))
    one = replace(PRIYA, aims=())
    draft = compose(one, search=search, at=NOW, letters=letters())
    text = words_said(draft)
    assert "capacity planning" in text and "I cut waiting times by a third" in text
    cited = [g.evidence for g in draft.grounds if g.evidence.get("candidate") == "strengths"]
    assert cited
    found = drafts.proofread_draft(draft, follow_up=one, search=search, at=NOW).findings
    assert [f for f in found if f.severity == "error"] == []


def test_the_present_employer_is_never_named_even_in_a_strength() -> None:
    proof = Strength(what="planning", evidence="cut costs at Fourth Wall Media")
    who = replace(SEARCH.candidate, strengths=(proof,))
    search = replace(SEARCH, candidate=who, opportunities=(NORTHWIND,))
    for one in FOLLOW_UPS[:5]:
        assert "Fourth Wall" not in words_said(
            compose(one, search=search, at=NOW, letters=letters())
        )


def test_the_panels_likeness_is_measured_and_below_the_bound() -> None:
    plan = Plan(at=NOW, follow_ups=FOLLOW_UPS[:3])
    for one in FOLLOW_UPS[:3]:
        draft = drafts.draft_follow_up(SEARCH, plan, one.id, at=NOW)
        assert [id for id, _ in draft.likeness] == [f.id for f in FOLLOW_UPS[:3] if f != one]
        assert all(share < BOUND for _, share in draft.likeness)
    text = words_said(drafted(TOM))
    assert likeness(text, text) == 1.0


def test_a_note_without_material_says_so_and_asks_one_question() -> None:
    here = replace(NORTHWIND, events=NORTHWIND.events[:2])
    bare = compose(
        replace(PRIYA, aims=()),
        search=replace(SEARCH, opportunities=(here,)),
        at=NOW,
        letters=letters(),
    )
    assert bare.thin
    assert bare.questions == ("What did you talk about with Priya?",)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_drafted_that_the_plan_does_not_list(kind: str) -> None:
    plan = plan_of(SEARCH, at=NOW)
    ids = {f.id for f in plan.follow_ups}
    for opportunity in SEARCH.opportunities:
        for reader in (*opportunity.people, "-", "nobody"):
            id = f"{opportunity.id}/{kind}/{reader}"
            if id in ids:
                assert drafts.draft_follow_up(SEARCH, plan, id, at=NOW).id == id
                continue
            with pytest.raises(UnknownFollowUp) as refused:
                drafts.draft_follow_up(SEARCH, plan, id, at=NOW)
            assert re.search(r": .+|refused", refused.value.message) and refused.value.hint
            assert refused.value.exit_code == 2
