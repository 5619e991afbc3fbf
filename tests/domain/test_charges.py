"""Which lines of orders are no goods."""

import pytest

from reengage_desktop.domain.charges import is_charge


@pytest.mark.parametrize(
    "name",
    [
        "Shipping",
        "SHIPPING & HANDLING",
        "Delivery fee",
        "Shipping (UPS Ground)",
        "Versandkosten",
        "Versand DHL Paket",
        "Versandkosten: Deutschland",
        "Porto und Verpackung",
        "Frais de port",
        "GASTOS DE ENVÍO",
        "Spese di spedizione",
        "Verzendkosten",
        "Discount SPRING10",
        "Rabatt 10 %",
        "Rabatt",
        "Remise -5%",
        "Tip",
        "Rundungsdifferenz",
        "  Koszt   wysyłki ",
    ],
)
def test_charges(name: str) -> None:
    """A9: nobody bought the shipping."""
    assert is_charge(name)


@pytest.mark.parametrize(
    "name",
    [
        None,
        "",
        "Shipping box 30 x 40",
        "Versandtasche",
        "Delivery van, toy",
        "Discounted mug",
        "Lieferwagen",
        "Gift card",
        "Gutschein",
        "Porto",
        "Tea tips",
        "Freight train",
        "Expressmaschine",
        "Card holder",
        "Mug",
    ],
)
def test_goods(name: str | None) -> None:
    """D2: what only sounds like one is goods."""
    assert not is_charge(name)
