"""The customers' screens: filters and groups, several selected, one person in depth, and the small dialogs."""

from reengage_desktop.domain.criteria import Condition, Criteria
from reengage_desktop.domain.vocabulary import Segment
from reengage_desktop.jobs.tasks import customers, groups, many
from reengage_desktop.store import listings
from reengage_desktop.ui.customers.addition import AddDialog
from reengage_desktop.ui.customers.grouping import GroupDialog
from reengage_desktop.ui.customers.merging import MergeDialog
from reengage_desktop.ui.customers.tagging import TagDialog
from reengage_desktop.ui.customers.writing import WriteDialog
from reengage_desktop.ui.widgets.customer_picker import CustomerPicker
from tests.shots.camera import Camera
from tests.shots.scenes import Scene

_QUIET = Criteria(
    "all",
    (
        Condition("last_order_days", "more_than", 60),
        Criteria("any", (Condition("orders_count", "at_least", 3), Condition("lifetime_value", "more_than", 200))),
    ),
)


def _ids(camera: Camera, segment: Segment) -> list[int]:
    shop = camera.shop
    return listings.customer_ids(shop.db, shop.settings(), shop.now(), segment=segment, order="last_order")


def _several(camera: Camera) -> None:
    page = camera.go("customers", {"segment": "inactive"})
    page.table.select_rows(range(3, 9))
    camera.take("customers-selected")
    page.search.setText("nobody of this name")
    page._typing.timeout.emit()
    camera.take("customers-none")
    page.search.clear()
    camera.settle()


def _groups(camera: Camera) -> None:
    group = groups.save_group(camera.shop, "Regulars who went quiet", _QUIET)
    page = camera.go("customers", {"group": group.id})
    camera.take("customers-group")
    dialog = GroupDialog(camera.desk, camera.window, group=group)
    camera.take("group-editor", dialog)
    dialog.close()
    groups.delete_group(camera.shop, group.id)
    page.open({"segment": "all"})
    camera.settle()


def _person(camera: Camera) -> None:
    reachable = [
        each
        for each in _ids(camera, Segment.INACTIVE)
        if customers.show_customer(camera.shop, each).customer.reachable_by
    ]
    who = reachable[0]
    customers.set_tags(camera.shop, who, ["Garden", "regular on Saturdays"])
    customers.set_note(camera.shop, who, "Likes the window seat; asked for the oat milk latte recipe.")
    page = camera.go("customers", {"customer": who})
    bar = page.panel._area.verticalScrollBar()
    camera.take("customer-person")
    bar.setValue(bar.maximum() // 2)
    camera.take("customer-checks")
    bar.setValue(bar.maximum())
    camera.take("customer-story")
    bar.setValue(0)
    slips = many.opt_out_all(camera.shop, [who])
    camera.settle()
    camera.take("customer-opted-out")
    many.take_back_opt_out(camera.shop, slips)
    customers.set_tags(camera.shop, who, [])
    customers.set_note(camera.shop, who, "")
    camera.settle()


def _dialogs(camera: Camera) -> None:
    desk, window, shop = camera.desk, camera.window, camera.shop
    first, second = _ids(camera, Segment.ALL)[-2:]
    both = (customers.show_customer(shop, first), customers.show_customer(shop, second))
    writable = next(
        profile.customer
        for profile in (customers.show_customer(shop, each) for each in _ids(camera, Segment.INACTIVE))
        if profile.customer.reachable_by
    )
    adding = AddDialog(desk, window)
    adding.name.setText("Ann Miller")
    adding.email.setText(both[0].customer.email or "ann@example.com")
    adding.look()
    for name, dialog in (
        ("customer-merge", MergeDialog(desk, both, window)),
        ("customer-write", WriteDialog(desk, writable, window)),
        ("customer-add", adding),
        ("customer-tag", TagDialog(desk, window)),
        ("customer-find", CustomerPicker(desk, window)),
    ):
        camera.take(name, dialog)
        dialog.close()


SCENES = (
    Scene("customers-selected customers-none", _several),
    Scene("customers-group group-editor", _groups),
    Scene("customer-person customer-checks customer-story customer-opted-out", _person),
    Scene("customer-merge customer-write customer-add customer-tag customer-find", _dialogs),
)
