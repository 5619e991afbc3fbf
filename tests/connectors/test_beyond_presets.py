"""What a known export says in columns that its preset does not name, and what plain columns may not be taken for."""

from pathlib import Path

import pytest

from tests.connectors.tables import read_text, shop


def test_a_known_export_whose_state_is_called_otherwise_is_no_list_of_purchases(tmp_path: Path) -> None:
    """D2, A2: an export that is known to tell a state tells it under another heading, too; cancelled is not paid."""
    read = read_text(
        tmp_path,
        "order_number;order_date_time;amount_total;order_customer_email;order_status\n"
        "1;2026-03-14T09:11:12+00:00;119;ann@example.com;completed\n"
        "2;2026-03-15T09:11:12+00:00;20;bo@example.com;cancelled\n",
    )
    assert read.plan.preset == "shopware-orders"
    assert read.column("status") == ["paid", "cancelled"]


def test_a_second_state_beside_a_known_one_calls_off(tmp_path: Path) -> None:
    """D2, A2: what was called off in a column that a later version added was not bought."""
    read = read_text(
        tmp_path,
        "Order number,Date created,Contact email,Payment status,Order status,Total\n"
        "1,2026-03-14,ann@example.com,Paid,Cancelled,10.00\n"
        "2,2026-03-14,bo@example.com,Unpaid,Approved,10.00\n",
    )
    assert read.plan.preset == "storefronts-wix-orders"
    assert read.column("status") == ["cancelled", "pending"]


def test_amounts_that_a_known_export_does_not_name_are_settled_like_any_others(tmp_path: Path) -> None:
    """D2, import-facts 11: sums that differ between the lines of one order are the lines', not the order's."""
    read = read_text(
        tmp_path,
        "Auftragsnummer;Externe Auftragsnummer;Auftragsdatum;Kundennummer;Artikelnummer;Menge;Gesamtpreis brutto\n"
        "A1;;14.03.2026;K1;T-1;2;20,00\nA1;;14.03.2026;K1;T-2;1;14,50\nA2;;15.03.2026;K2;T-1;1;10,00\n",
        settings=shop("DE", currency="EUR"),
    )
    assert read.plan.preset == "germany-jtl-orders"
    assert [format(total, "f") for total in read.column("line_total")] == ["20.00", "14.50", "10.00"]
    assert read.column("order_total") == [None, None, None]


@pytest.mark.parametrize(
    "heading",
    ["Laatst ingelogd", "Senast inloggad", "Último inicio de sesión", "Last signed in", "Ostatnia sesja"],
)
def test_the_last_login_is_no_last_purchase(tmp_path: Path, heading: str) -> None:
    """A2, D2: who looked in yesterday has not bought yesterday."""
    rows = f"Name,Email,{heading}\nAnn Bee,ann@example.com,2026-11-20\nBo Lee,bo@example.com,2026-11-13\n"
    assert read_text(tmp_path, rows, "customers").column("last_order_at") == [None, None]


def test_a_discount_is_no_total(tmp_path: Path) -> None:
    """D2: an amount that was taken off is neither the order's nor the line's."""
    read = read_text(
        tmp_path,
        "ID del pedido;Fecha de venta;Correo electrónico;Nombre del artículo;Precio;Importe del descuento\n"
        "3001;14/03/2026;ann@example.com;Taza;10,00;0,50\n",
        settings=shop("ES", currency="EUR"),
    )
    assert {"order_total", "line_total"}.isdisjoint(read.values[0])
    assert format(read.column("unit_price")[0], "f") == "10.00"


@pytest.mark.parametrize("day", ["14-Mrz-26", "14. Mrz 2026", "14 Maerz 2026", "14 fevr. 2026"])
def test_months_as_spreadsheets_shorten_them(tmp_path: Path, day: str) -> None:
    """D2, import-facts 8: Excel writes March as “Mrz”; a whole month of orders is not refused for it."""
    read = read_text(tmp_path, f"Order ID,Date,Email,Total\n1,{day},ann@example.com,10\n", "orders")
    assert [each.day for each in read.column("ordered_at")] == [14]
    assert not read.faults


@pytest.mark.parametrize(
    "word", ["購読解除済み", "同意しない", "オプトアウト", "配信停止中", "受け取り拒否", "拒绝", "수신거부"]
)
def test_a_no_in_japanese_chinese_and_korean_is_one(tmp_path: Path, word: str) -> None:
    """C18, import-facts 7: a refusal in a column that asks for letters is never lost."""
    rows = f"氏名,メールアドレス,メルマガ\n山田花子,hanako@example.com,{word}\n佐藤太郎,taro@example.com,希望する\n"
    assert read_text(tmp_path, rows, "customers").column("consent_email") == [False, True]
