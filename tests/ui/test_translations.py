"""The words of the window in both languages: complete, with every placeholder, and with room in German too."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSize
from PySide6.QtWidgets import QApplication

from reengage_desktop.domain.templates import Template
from reengage_desktop.domain.vocabulary import CampaignType, ChannelName
from reengage_desktop.store import campaigns, templates
from reengage_desktop.ui import formats, wording
from reengage_desktop.ui.speaking import use_language
from reengage_desktop.ui.widgets.info_bar import InfoBar
from tests.translations import LANGUAGES, find_words, read_translations
from tests.ui.fit import SCREENS, faults_of
from tests.ui.stage import Stage

_PLACE = re.compile(r"\{[\w.]+\}|%Ln|</?b>")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    use_language(qapp, "de")
    QLocale.setDefault(QLocale("de_DE"))
    yield
    use_language(qapp, "en")
    QLocale.setDefault(QLocale("en_US"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    """`python -m tests.translations` was run, and nothing is unfinished."""
    known = read_translations(language)
    wanted = {(each.context, each.source) for each in find_words() if language != "en" or each.is_counted}
    assert wanted - set(known) == set()
    assert set(known) - wanted == set()
    assert [key for key, forms in known.items() if not all(forms)] == []


def test_no_placeholder_is_lost() -> None:
    """Every `{name}` and `<b>` of a text is in its translation; a form for one may leave the number out."""
    lost = []
    for (context, source), forms in read_translations("de").items():
        places = sorted(_PLACE.findall(source))
        for number, form in enumerate(forms):
            found = sorted(_PLACE.findall(form))
            wanted = [place for place in places if place in found or place != "%Ln" or number or len(forms) == 1]
            if found != wanted:
                lost.append(f"{context}: {source!r} -> {form!r}")
    assert lost == []


def test_one_and_many(qapp: QApplication) -> None:
    """Plurals are right in both languages: 1 customer, 2 customers; 1 Kunde, 2 Kunden."""
    said = {}
    for language in LANGUAGES:
        use_language(qapp, language)
        said[language] = [QCoreApplication.translate("When", "%Ln days ago", "", count) for count in (1, 2)]
    use_language(qapp, "en")
    assert said == {"en": ["1 day ago", "2 days ago"], "de": ["vor 1 Tag", "vor 2 Tagen"]}


def test_german_has_names_and_room(open_stage: Callable[..., Stage], german: None, qapp: QApplication) -> None:
    """Longer words fit as well, at the smallest size."""
    use_language(qapp, "de")  # the stage's own dress is English
    stage = open_stage()
    stage.window.resize(QSize(960, 600))
    faults = []
    for key, argument in SCREENS:
        stage.go(key, argument)
        place = f"{key} {argument or ''}"
        faults += [f"{place}: {text}" for text in faults_of(stage)]
    assert stage.window.page("customers").heading.text() == "Kunden"
    assert not faults, "\n".join(faults)


def test_a_template_is_used_by_campaigns_of_german_names(
    open_stage: Callable[..., Stage], german: None, qapp: QApplication
) -> None:
    """ux.md 5: a campaign that is always on is named in the window's language where a template tells its uses."""
    stage = open_stage()
    use_language(qapp, "de")
    mine = Template("Meine", ChannelName.SMS, "Hallo", language="de", version=1)
    templates.save(stage.shop.db, mine, stage.shop.now())
    campaigns.set_template(stage.shop.db, CampaignType.PRICE_DROP, "Meine")
    page = stage.go("templates", {"template": "Meine"})
    page.delete_action.trigger()
    stage.settle()
    assert "wird verwendet von Preissenkung" in page.findChildren(InfoBar)[0].sentence()


def test_figures_as_germans_write_them(german: None) -> None:
    """Money with its sign behind it, a dot behind the day; in English the sign stands in front."""
    day = date(2026, 11, 5)
    assert formats.amount(430050, "EUR") == "4.300,50\u00a0€"
    assert [formats.day(day), formats.long_day(day), formats.week_day(day)] == [
        "5. Nov.",
        "5. Nov. 2026",
        "Do. 5. Nov.",
    ]
    QLocale.setDefault(QLocale("en_US"))
    assert (formats.amount(430050, "EUR"), formats.day(day)) == ("€\u00a04,300.50", "5 Nov")


def test_templates_of_the_program_have_names(german: None, qapp: QApplication) -> None:
    """A template that comes with the program is called by what it is for; the owner's own names stay as they are."""
    use_language(qapp, "de")
    names = ["seasonal_offer.email.de", "we_miss_you.sms.en", "Herbstgruß", "v.2"]
    titles = [wording.template_title(name) for name in names]
    assert titles == ["Saisonangebot (de)", "Wir vermissen Sie (en)", "Herbstgruß", "v.2"]


def test_campaigns_that_are_always_on_have_names(german: None, qapp: QApplication) -> None:
    """In a notice or a list too they are called in the window's language; the owner's own names stay as they are."""
    use_language(qapp, "de")
    assert wording.campaign_title("price_drop", "Price drop") == "Preissenkung"
    assert wording.campaign_title("winback", "Price drop") == "Price drop"
