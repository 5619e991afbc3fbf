"""Lines of an order that are no goods: shipping, discounts, fees and roundings, in the words of shop systems."""

import re

_SHIPPING = (
    "shipping|shipping (?:&|and) handling|(?:shipping|delivery|freight|handling|postage) (?:costs?|fees?|charges?)|"
    "delivery|postage|postage (?:&|and) packing|p&p|freight|handling|"
    "versand|(?:versand|liefer|fracht|transport|porto)(?:kosten|pauschale|gebühr)|lieferung|fracht|"
    "porto (?:&|und|\\+) verpackung|versand (?:&|und|\\+) verpackung|verpackung (?:&|und|\\+) versand|"
    "livraison|expédition|frais de port|frais de livraison|frais d['’]expédition|"
    "envío|gastos de envío|cost[eo]s? de envío|spedizione|(?:spese|costi) di (?:spedizione|consegna)|"
    "verzending|(?:verzend|bezorg)kosten|envio|frete|(?:portes|custos|taxa) de envio|"
    "dostawa|wysyłka|przesyłka|koszt(?:y)? (?:dostawy|wysyłki|przesyłki)|frakt|fraktkostnad|fragt|levering|"
    "toimitus|(?:toimitus|posti)kulut|doprava|poštovné"
)
_FEE = (
    "(?:payment|processing|service|cod|card|gateway) (?:fee|charge)|surcharge|tips?|gratuity|rounding|"
    "rounding adjustment|(?:nachnahme|zahlungs|bearbeitungs)gebühr|mindermengenzuschlag|trinkgeld|pfand|rundung|"
    "rundungsdifferenz|arrondi|pourboire|redondeo|propina|arrotondamento|mancia|afronding|fooi|arredondamento|"
    "gorjeta|zaokrąglenie|napiwek|öresavrundning|avrundning|afrunding|dricks|pyöristys|zaokrouhlení"
)
_DISCOUNT = (
    "discount|coupon|promo(?:tion)? code|rabatt|preisnachlass|nachlass|skonto|remise|réduction|descuento|sconto|"
    "korting|desconto|rabat|alennus|sleva"
)
_CARRIER = (
    "dhl|ups|dpd|gls|hermes|fedex|usps|tnt|royal mail|post(?:nl|nord)?|deutsche post|colissimo|chronopost|"
    "mondial relay|correos|inpost|packeta|evri|express|standard|priority|economy|inland|ausland|international|"
    "national|domestic|nach \\S+|to \\S+"
)
_REMARK = "(?: ?[:(–—-].*| ?-?\\d+(?:[.,]\\d+)? ?%?)?"
_CHARGE = re.compile(f"(?:(?:{_SHIPPING}|{_FEE})(?: (?:{_CARRIER})\\b.*)?|(?:{_DISCOUNT})(?: \\S+)?){_REMARK}")


def is_charge(name: str | None) -> bool:
    """Whether a line of this name is no goods, such as `Shipping (DHL)`; what only begins so is (`Shipping box`)."""
    return name is not None and _CHARGE.fullmatch(" ".join(name.split()).casefold()) is not None
