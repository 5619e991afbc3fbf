"""Headings that say what their codes mean: a no is one by whatever code."""

from pathlib import Path

import pytest

from tests.connectors.tables import read_text


@pytest.mark.parametrize(
    ("heading", "codes", "consents"),
    [
        ("Newsletter (1=yes, 2=no)", "12", [True, False]),
        ("Newsletter (1: yes / 2: no / 3: unsubscribed)", "123", [True, False, False]),
        ("Newsletter (A: agreed, R: refused)", "AR", [None, False]),
        ("Newsletter (J: angemeldet, N: abgemeldet)", "JN", [True, False]),
        ("Mailing (O=oui N=non D=désinscrit)", "OND", [True, False, False]),
        ("Opt-out (0=no, 1=yes)", "01", [None, False]),
        ("Accepts marketing (1=no, 0=yes)", "01", [None, False]),
        ("VIP (0: no, 1: yes)", "01", [None, None]),
    ],
)
def test_what_a_heading_says_of_its_codes(
    tmp_path: Path, heading: str, codes: str, consents: list[bool | None]
) -> None:
    """C18, D2: of the codes that a heading explains the noes are heard, and those of other questions are not."""
    rows = "".join(f"p{code}@example.com,{code}\n" for code in codes)
    assert read_text(tmp_path, f'Email,"{heading}"\n{rows}', "customers").column("consent_email") == consents


def test_an_opt_out_whose_codes_are_turned(tmp_path: Path) -> None:
    """C18: whoever opted out by a 0 has opted out."""
    text = 'Email,"Opt-out (1=no, 0=yes)"\na@example.com,0\n'
    assert read_text(tmp_path, text, "customers").column("consent_email") == [False]
