"""The sample shop's customers: 240 invented people, with habits, and with addresses that nobody has."""

from dataclasses import dataclass
from random import Random

CUSTOMERS = 240

_FIRST = (
    "Ada Alma Amos Anya Asa Beatrix Bo Calla Cato Cleo Dara Della Edda Eamon Elio Enid Ezra Fern Finn Flora Gwen "
    "Hana Hugo Ida Ines Iris Ivo Jonas Juno Kit Lars Lena Leo Lior Luca Mabel Maya Milo Mina Nell Nico Noor Odin Olive "
    "Oona Otis Pearl Pia Quinn Rafa Remy Rosa Rufus Saskia Silas Sunny Tara Theo Uma Vera Wim Yara Zeno Zora"
).split()
_LAST = (
    "Abernathy Almond Ashgrove Barlow Bellweather Birch Bramwell Caraway Castellan Clover Colt Dunmore Elmwood "
    "Fairweather Fennimore Finch Garland Greenlaw Hale Hartwell Hawksworth Ivory Juniper Kestrel Lark Larkspur Linden "
    "Marchbank Marlow Merriweather Moss Nightingale Oakes Ollerton Partridge Pemberley Quill Redfern Rook Rowan Sable "
    "Sedgwick Silverton Sorrel Sparrow Tamsin Thistle Thorne Underhill Vale Wainwright Whitlock Winslow Wren Yarrow"
).split()
# Area codes whose 555-01xx numbers are kept for fiction, with the city they belong to.
_PLACES = (
    ("202", "Washington", "America/New_York"),
    ("212", "New York", "America/New_York"),
    ("617", "Boston", "America/New_York"),
    ("404", "Atlanta", "America/New_York"),
    ("312", "Chicago", "America/Chicago"),
    ("512", "Austin", "America/Chicago"),
    ("303", "Denver", "America/Denver"),
    ("415", "San Francisco", "America/Los_Angeles"),
    ("206", "Seattle", "America/Los_Angeles"),
)
_CATEGORIES = ("Tea", "Coffee", "Candles", "Ceramics", "Stationery")


@dataclass(frozen=True)
class Person:
    """One invented customer. `gap_days` is how often she buys, `gone_after` the day (of the year) she falls silent."""

    number: int
    first_name: str
    last_name: str
    city: str
    zone: str
    phone: str
    consents: dict[str, str]
    favourite: str
    second: str
    gap_days: int
    joined: int
    gone_after: int
    spends: float

    @property
    def customer_id(self) -> str:
        """The shop's own id for her."""
        return f"W{1000 + self.number}"

    @property
    def email(self) -> str:
        """An address under a domain that is kept for examples."""
        host = "example.com" if self.number % 3 else "example.org"
        return f"{self.first_name}.{self.last_name}{self.number}@{host}".lower()


def invent(random: Random, days: int) -> list[Person]:
    """The customers of a shop whose story spans so many days; the same seed invents the same people."""
    return [_person(random, number, days) for number in range(CUSTOMERS)]


def _person(random: Random, number: int, days: int) -> Person:
    area, city, zone = _PLACES[number % len(_PLACES)]
    favourite, second = random.sample(_CATEGORIES, 2)
    joined = random.randrange(0, days - 60) if number % 12 else days - random.randrange(4, 40)
    stays = random.random()
    gone_after = days + 1 if stays < 0.42 else random.randrange(min(joined + 20, days - 1), days)
    return Person(
        number=number,
        first_name=random.choice(_FIRST),
        last_name=random.choice(_LAST),
        city=city,
        zone=zone,
        phone=f"+1{area}55501{number // len(_PLACES):02d}",
        consents=_consents(random),
        favourite=favourite,
        second=second,
        gap_days=random.choice((12, 18, 24, 30, 40, 55)),
        joined=joined,
        gone_after=gone_after,
        spends=random.choice((0.8, 1.0, 1.0, 1.4, 2.2)),
    )


def _consents(random: Random) -> dict[str, str]:
    said = {"email": 0.72, "sms": 0.38, "whatsapp": 0.22}
    refused = random.random() < 0.06
    return {channel: "no" if refused else ("yes" if random.random() < share else "") for channel, share in said.items()}
