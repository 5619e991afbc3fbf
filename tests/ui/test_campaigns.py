"""Campaigns that write by themselves: the cards, their rules, whom they would write to, and the approval of each."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QPushButton

from reengage_desktop.domain.vocabulary import CampaignType, Job, OutboxState
from reengage_desktop.jobs.events import CampaignsChanged, CustomersChanged, QueueChanged, ResultsChanged
from reengage_desktop.jobs.tasks import approvals, deciding, runs
from reengage_desktop.jobs.tasks import settings as setting_tasks
from reengage_desktop.store import campaigns, customers, listings
from reengage_desktop.ui.bus import GATHER_MS
from tests.ui.fit import faults_of
from tests.ui.stage import Stage

LEFT = Qt.MouseButton.LeftButton


def _links(stage: Stage, page: object) -> list[QPushButton]:
    found: list[QPushButton] = page.findChildren(QPushButton)  # type: ignore[attr-defined]
    return [each for each in found if each.isVisible() and each.property("kind") == "link"]


def test_a_campaign_is_switched_off_and_on(stage: Stage) -> None:
    """A14, A15: the switch of a card holds at once and Ctrl+Z takes it back; so does the master switch."""
    page, shop = stage.go("campaigns"), stage.shop
    card = page.automatic.cards[CampaignType.PRICE_DROP]
    card.switch.click()
    stage.settle()
    assert not campaigns.get_automatic(shop.db, CampaignType.PRICE_DROP).is_active
    stage.window.toast.undo()
    stage.settle()
    assert campaigns.get_automatic(shop.db, CampaignType.PRICE_DROP).is_active
    page.master.click()
    stage.settle()
    assert not shop.settings().is_on("reengagement.enabled")
    assert "off" in page.automatic.today.verdict.text()
    stage.window.toast.undo()
    stage.settle()
    assert shop.settings().is_on("reengagement.enabled")


def test_nothing_untrue_is_shown_before_the_shop_was_read(stage: Stage) -> None:
    """Issue 3: until the first read no switch stands at off and no rule says 1: they are away or blank, and dead."""
    stage.window.go("campaigns")
    page = stage.window.page("campaigns")
    section = page.automatic  # type: ignore[attr-defined]
    switches = [page.master, section.limits.review, *(card.switch for card in section.cards.values())]  # type: ignore[attr-defined]
    rules = [*section.limits.rules, *(card.rule for card in section.cards.values())]
    fields = [field for rule in rules for field in rule.fields.values()]
    assert not any(switch.isVisible() for switch in switches)
    assert not any(field.isEnabled() or field.cleanText() for field in fields)
    section.focus_on(CampaignType.PRICE_DROP)
    stage.settle()
    assert all(switch.isVisible() and switch.isEnabled() for switch in switches)
    assert all(field.isEnabled() and field.cleanText() for field in fields)
    assert stage.window.focusWidget() is section.cards[CampaignType.PRICE_DROP].switch


class _Asked:
    """Counts the questions that the lanes put to the database; nobody waits."""

    def __init__(self) -> None:
        self.count = 0

    def is_taken(self) -> bool:
        self.count += 1
        return False

    def wait(self) -> None:
        raise AssertionError


class _LaidOut(QObject):
    """Counts how often a widget is asked to lay out what lies in it."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_a_burst_of_news_is_read_twice(stage: Stage) -> None:
    """Promise 19, issue 5: a run tells of four things at once; the cards are not read and filled four times for it."""
    stage.go("campaigns")
    way, asked = stage.shop.db.way, []
    for news in ([CampaignsChanged()], [CampaignsChanged(), QueueChanged(), ResultsChanged(), CustomersChanged()]):
        stage.shop.db.way = counting = _Asked()
        for each in news:
            stage.shop.events.publish(each)
        stage.qtbot.wait(2 * GATHER_MS)
        stage.settle()
        asked.append(counting.count)
    stage.shop.db.way = way
    assert asked[0] > 0
    assert asked[1] < 2.5 * asked[0]


def test_what_stands_is_not_laid_out_anew(stage: Stage) -> None:
    """Promise 19, issue 3, issue 5: a later look that finds nothing new leaves the cards alone, and only then."""
    page = stage.go("campaigns")
    section, laid_out = page.automatic, _LaidOut()
    grid = section.cards[CampaignType.PRICE_DROP].parentWidget()
    grid.installEventFilter(laid_out)
    page.refresh()
    stage.settle()
    assert laid_out.count == 0
    card, field = section.cards[CampaignType.PRICE_DROP], section.limits.rules[0].fields["reengagement.cap_per_week"]
    before = field.value()
    card.switch.setChecked(False)  # as after a wish that could not be kept
    field.setValue(before + 1)
    page.refresh()
    stage.settle()
    assert card.switch.isChecked()
    assert field.value() == before


def test_a_rules_number_is_changed_in_its_sentence(stage: Stage) -> None:
    """A2, A5: a number is edited where the rule is read; it counts at once, and Undo brings the old one back."""
    page, shop = stage.go("campaigns"), stage.shop
    card = page.automatic.cards[CampaignType.WE_MISS_YOU]
    before = card.today.text()
    field = card.rule.fields["reengagement.inactivity_threshold"]
    field.setValue(100)
    field.editingFinished.emit()
    stage.settle()
    assert shop.settings().whole("reengagement.inactivity_threshold") == 100
    assert card.today.text() != before
    stage.window.toast.undo()
    stage.settle()
    assert shop.settings().whole("reengagement.inactivity_threshold") == 60
    assert field.value() == 60
    assert card.today.text() == before


def test_a_fault_is_told_where_it_is_made(stage: Stage) -> None:
    """B6: a value that is refused is explained under its sentence, and the old one stays."""
    page, shop = stage.go("campaigns"), stage.shop
    rule = page.automatic.cards[CampaignType.LOYALTY_REWARD].rule
    field = rule.fields["reengagement.loyalty_discount"]
    field.setRange(1, 900)
    field.setValue(500)
    field.editingFinished.emit()
    stage.settle()
    assert shop.settings().whole("reengagement.loyalty_discount") == 10
    assert "from 1 to 100" in rule.fault.text()
    assert rule.fault.isVisible()
    assert stage.faults == []


def test_every_limit_is_on_the_page(stage: Stage) -> None:
    """A5: caps, messages in one silence, and the others are sentences whose numbers can be changed."""
    page, shop = stage.go("campaigns"), stage.shop
    fields = {key: field for each in page.automatic.limits.rules for key, field in each.fields.items()}
    for key, value in (
        ("cap_per_week", 2),
        ("cap_per_month", 6),
        ("max_per_lapse", 4),
        ("repeat_after_days", 21),
        ("too_long_gone_days", 400),
        ("daily_limit", 0),
    ):
        fields[f"reengagement.{key}"].setValue(value)
        fields[f"reengagement.{key}"].editingFinished.emit()
        stage.settle()
        assert shop.settings().whole(f"reengagement.{key}") == value
    assert fields["reengagement.daily_limit"].text() == "no limit"
    page.automatic.limits.review.click()
    stage.settle()
    assert not shop.settings().is_on("reengagement.review_before_sending")


def test_who_would_get_it_opens_their_list(stage: Stage) -> None:
    """A3: the count of a card and each reason why others are left out are the engine's, and lead to those customers."""
    page, shop = stage.go("campaigns"), stage.shop
    wanted = deciding.preview_choices(shop)
    card = page.automatic.cards[CampaignType.WE_MISS_YOU]
    ids = wanted.chosen[CampaignType.WE_MISS_YOU]
    assert ids
    assert str(len(ids)) in card.today.text()
    total = len(wanted.everybody)
    assert page.automatic.today.verdict.text() == f"{total} customers would get a message today"
    texts = [each.text() for each in _links(stage, page.automatic.today)]
    for reason, left_out in wanted.left_out.items():
        assert any(text.startswith(f"{len(left_out)} × ") for text in texts), reason
    asked: list[tuple[str, object]] = []
    stage.desk.page_asked.connect(lambda key, argument: asked.append((key, argument)))
    stage.qtbot.mouseClick(card.today, LEFT)
    stage.settle()
    assert asked == [("customers", {"ids": ids, "title": "We miss you"})]
    assert stage.window.current_key() == "customers"


def test_the_text_of_a_card_leads_to_its_template(stage: Stage) -> None:
    """A9: from a card to the wording of its message is one click."""
    page = stage.go("campaigns")
    card = page.automatic.cards[CampaignType.WE_MISS_YOU]
    link = next(each for each in _links(stage, card) if "E-mail" in each.text())
    stage.qtbot.mouseClick(link, LEFT)
    stage.settle()
    assert stage.window.current_key() == "templates"
    assert stage.window.page("templates").editor.template().name == "we_miss_you.email.de"  # type: ignore[attr-defined]


def _with_messages(stage: Stage) -> list[int]:
    runs.run_job(stage.shop, Job.PROCESS_CAMPAIGNS)
    held = approvals.list_held(stage.shop)
    assert len(held) > 5
    return held


def test_check_now_and_approve_all(stage: Stage) -> None:
    """A15: the check runs from the window; what it wrote waits word for word, and Approve all lets it go."""
    page, shop = stage.go("campaigns"), stage.shop
    stage.qtbot.mouseClick(page.automatic.today.run_button, LEFT)
    stage.settle()
    assert stage.faults == []
    held = approvals.list_held(shop)
    assert len(held) > 5
    assert page.banner.isVisible()
    stage.qtbot.mouseClick(page.banner.look_button, LEFT)
    stage.settle()
    assert page.tray.ids == held
    row = listings.message_rows(shop.db, [page.tray.table.selected_ids()[0]])[0]
    assert page.tray.proof.words() == row.content["text"]
    stage.qtbot.mouseClick(page.tray.approve_all, LEFT)
    stage.settle()
    assert listings.count_messages(shop.db)[OutboxState.HELD] == 0
    assert page.automatic.isVisible()
    stage.window.toast.undo()
    stage.settle()
    assert approvals.list_held(shop) == held


def test_the_tray_goes_by_keyboard(stage: Stage) -> None:
    """A looks at one and approves it, Del takes one out, the arrows go on; Ctrl+Z takes the last step back."""
    held, shop = _with_messages(stage), stage.shop
    page = stage.go("campaigns", {"approve": True})
    table = page.tray.table
    assert table.selected_ids() == [held[0]]
    stage.qtbot.keyClick(table, Qt.Key.Key_A)
    stage.settle()
    assert shop.db.value("SELECT state FROM outbox WHERE id = ?", (held[0],)) == "pending"
    assert table.selected_ids() == [held[1]]
    stage.qtbot.keyClick(table, Qt.Key.Key_Down)
    stage.settle()
    stage.qtbot.keyClick(table, Qt.Key.Key_Delete)
    stage.settle()
    assert shop.db.value("SELECT state FROM outbox WHERE id = ?", (held[2],)) == "cancelled"
    stage.window.toast.undo()
    stage.settle()
    assert shop.db.value("SELECT state FROM outbox WHERE id = ?", (held[2],)) == "held"


def test_a_proof_says_why_to_whom_and_when(stage: Stage) -> None:
    """A3: beside the message stand the decision's own words, the address, when it leaves and until when it waits."""
    held, shop = _with_messages(stage), stage.shop
    page = stage.go("campaigns", {"approve": True})
    tray = page.tray
    assert tray.table.select_id(held[-1])
    stage.settle()
    row = listings.message_rows(shop.db, [held[-1]])[0]
    assert row.address in tray.address.text()
    assert tray.who.text() == customers.get(shop.db, row.customer_id).display_name
    assert f"Bought nothing for {row.decision['days_since_last_order']} days." in tray.why.text()
    assert "until you press “Send now” under Activity" in tray.leaves.text()
    assert "It waits for you until Sat 5 Dec" in tray.leaves.text()
    stage.window.resize(960, 600)
    assert tray.proof.mail.height() >= 12 * tray.fontMetrics().height(), "room for more than a line or two"
    tray.proof.as_text.click()
    assert row.content["text"].split() == tray.proof.mail.toPlainText().split()
    stage.qtbot.mouseClick(tray.who, LEFT)
    stage.settle()
    assert stage.window.current_key() == "customers"


def test_an_sms_in_quiet_hours_says_when_it_goes(open_stage: Callable[..., Stage]) -> None:
    """Quiet hours and a pause are told before the approval, not after it."""
    stage = open_stage()
    shop = stage.shop
    held = _with_messages(stage)
    with shop.db.write():
        shop.db.run(
            "UPDATE outbox SET channel = 'sms', address = (SELECT phone FROM customers c WHERE c.id = customer_id) "
            "WHERE id = ?",
            (held[-1],),
        )
        shop.db.run(
            "UPDATE customers SET consent_sms = 1, phone = '+447700900123' "
            "WHERE id = (SELECT customer_id FROM outbox WHERE id = ?)",
            (held[-1],),
        )
        shop.db.run("UPDATE outbox SET address = '+447700900123' WHERE id = ?", (held[-1],))
    setting_tasks.set_setting(shop, "sending.quiet_start", "10:00")
    page = stage.go("campaigns", {"approve": True})
    assert page.tray.table.select_id(held[-1])
    stage.settle()
    assert "(Quiet hours)" in page.tray.leaves.text()
    assert "tomorrow 08:00" in page.tray.leaves.text()
    assert "SMS to +447700900123" in page.tray.address.text()
    assert page.tray.proof.bubble.text()


def test_campaigns_fit_and_have_names(stage: Stage) -> None:
    """Cards and tray have names and room at both sizes."""
    _with_messages(stage)
    faults = []
    for size in (QSize(1280, 760), QSize(960, 600)):
        stage.window.resize(size)
        for argument in (None, {"approve": True}):
            page = stage.go("campaigns", argument)
            if argument is None:
                page.show_overview()
                stage.settle()
            place = f"{argument} {size.width()}: "
            faults += [place + text for text in faults_of(stage)]
    assert not faults, "\n".join(faults)
