"""Files of kinds that nobody had seen when the recognition was written, with what a person read in them."""

from itertools import chain

from tests.connectors.unseen import (
    address_books,
    more_orders_in_english,
    newsletters,
    orders_elsewhere,
    orders_in_english,
    orders_in_german,
    people,
)
from tests.connectors.unseen.written import cases_in

CASES = tuple(
    chain(
        newsletters.CASES,
        address_books.CASES,
        people.CASES,
        orders_in_english.CASES,
        more_orders_in_english.CASES,
        orders_in_german.CASES,
        orders_elsewhere.CASES,
        cases_in("mailers.txt"),
        cases_in("clients_and_payments.txt"),
        cases_in("address_books_and_sheets.txt"),
        cases_in("clients_in_other_words.txt"),
        cases_in("marketplaces.txt"),
        cases_in("tills_and_lists.txt"),
        cases_in("more_shops.txt"),
        cases_in("own_programs.txt"),
        cases_in("documents.txt"),
        cases_in("lists_and_leavers.txt"),
        cases_in("tills_elsewhere.txt"),
        cases_in("markets_elsewhere.txt"),
        cases_in("further_shops.txt"),
        cases_in("further_lists.txt"),
        cases_in("third_look.txt"),
        cases_in("fourth_look.txt"),
        cases_in("everyday_lists.txt"),
        cases_in("everyday_lists_elsewhere.txt"),
        cases_in("everyday_lists_more.txt"),
        cases_in("everyday_lists_last.txt"),
        cases_in("public_exports.txt"),
        cases_in("public_sheets.txt"),
        cases_in("makers_and_resellers.txt"),
        cases_in("bills_elsewhere.txt"),
        cases_in("payments_and_visits.txt"),
        cases_in("goods_and_tongues.txt"),
        cases_in("people_of_mailers.txt"),
        cases_in("people_of_tools.txt"),
        cases_in("people_of_further_tools.txt"),
        cases_in("people_last_looked_at.txt"),
        cases_in("words_of_agreement.txt"),
        cases_in("words_of_leaving.txt"),
        cases_in("nearest_kinds.txt"),
    )
)
