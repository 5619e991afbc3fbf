"""What is said of a file that can't be taken as a whole, in the owner's language."""

from reengage_desktop.ui.wording import translate


def file_sentences() -> dict[str, str]:
    """Why a file is not taken, and what would work."""
    return {**_no_tables(), **_workbooks(), **_reports(), **_wrong_lists(), **_stops()}


def _no_tables() -> dict[str, str]:
    return {
        "no_file": translate(
            "ImportSentences", "There is no file “{path}”. Nothing was imported; look where it lies now."
        ),
        "is_folder": translate("ImportSentences", "“{path}” is a folder. Choose the exported file inside it."),
        "unreadable": translate("ImportSentences", "“{file}” can't be read: {cause}."),
        "empty_file": translate("ImportSentences", "“{file}” is empty. Export it again."),
        "no_data": translate("ImportSentences", "“{file}” holds no data. Export it again."),
        "is_pdf": translate("ImportSentences", "“{file}” is a PDF document. Export the list as CSV or Excel instead."),
        "is_database": translate("ImportSentences", "“{file}” is a database. Export the list as CSV or Excel instead."),
        "is_packed": translate(
            "ImportSentences", "“{file}” is a compressed file. Unpack it first and import what is inside."
        ),
        "is_encrypted": translate(
            "ImportSentences", "“{file}” is encrypted. Decrypt it first and import what is inside."
        ),
        "is_link": translate(
            "ImportSentences",
            "“{file}” is only a link to another file or page. Open that, save its list as CSV or Excel, and import "
            "what you saved.",
        ),
        "is_calendar": translate("ImportSentences", "“{file}” is a calendar. Export the list as CSV or Excel instead."),
        "is_mail": translate(
            "ImportSentences",
            "“{file}” is an e-mail. Save the list that is attached to it as a file of its own, and import that.",
        ),
        "is_statement": translate(
            "ImportSentences",
            "“{file}” is a bank's statement of account, no list of customers or orders. Export these from the shop "
            "instead.",
        ),
        "is_edi": translate(
            "ImportSentences",
            "“{file}” is a message between the programs of two companies (EDI). Export the list as CSV or Excel "
            "instead.",
        ),
        "is_picture": translate("ImportSentences", "“{file}” is a picture. Export the list as CSV or Excel instead."),
        "is_document": translate(
            "ImportSentences", "“{file}” is a text document. Export the list as CSV or Excel instead."
        ),
        "is_web_page": translate(
            "ImportSentences",
            "“{file}” is a web page, whatever its name says. Open it in a spreadsheet program and save it as Excel "
            "workbook (.xlsx) or CSV.",
        ),
        "is_cards": translate(
            "ImportSentences",
            "“{file}” is a list of address cards (vCard). Export the contacts as CSV instead, such as by Google "
            "Contacts.",
        ),
        "is_xml": translate(
            "ImportSentences",
            "“{file}” is an XML file. Open it in a spreadsheet program and save it as Excel workbook (.xlsx) or CSV.",
        ),
        "is_json": translate("ImportSentences", "“{file}” is a JSON file. Export the list as CSV or Excel instead."),
        "no_text": translate(
            "ImportSentences", "“{file}” is no table of text. Export the list as CSV or Excel instead."
        ),
        "broken_text": translate(
            "ImportSentences", "“{file}” is damaged: its text breaks off inside a character. Export it again."
        ),
        "reading_ended": translate(
            "ImportSentences", "“{file}” was not read to its end: the process that read it was ended. Try again."
        ),
    }


def _workbooks() -> dict[str, str]:
    return {
        "workbook_slow": translate(
            "ImportSentences",
            "“{file}” takes too long to read. Open it in a spreadsheet program, keep only the list, and save it as "
            "CSV.",
        ),
        "workbook_memory": translate(
            "ImportSentences",
            "“{file}” asks for far more memory than its size explains and was not opened. Open it in a spreadsheet "
            "program, keep only the list, and save it as CSV.",
        ),
        "workbook_swells": translate(
            "ImportSentences",
            "“{file}” would unpack to {megabytes} MB and was not opened. Open it in a spreadsheet program, keep only "
            "the list, and save it as CSV.",
        ),
        "workbook_cut_off": translate(
            "ImportSentences", "“{file}” is damaged or was cut off while it was saved. Export it again."
        ),
        "is_numbers": translate(
            "ImportSentences",
            "“{file}” is a Numbers document. In Numbers choose File → Export To → CSV and import that file.",
        ),
        "is_archive": translate(
            "ImportSentences", "“{file}” is an archive, no workbook. Unpack it and import the list inside."
        ),
        "no_sheet": translate("ImportSentences", "“{file}” has no sheet “{sheet}”. It has “{others}”."),
        "workbook_locked": translate(
            "ImportSentences", "“{file}” is protected by a password. Save it without one, or as CSV."
        ),
        "workbook_unreadable": translate(
            "ImportSentences",
            "“{file}” is damaged or no workbook that can be read. Open it in a spreadsheet program and save it as CSV.",
        ),
        "workbook_empty": translate("ImportSentences", "“{file}” holds no rows. Export it again."),
    }


def _reports() -> dict[str, str]:
    """Files about the shop that hold no records: one for each name in `[[others]]` of the words."""
    return {
        "other_bank_statement": translate(
            "ImportSentences", "“{file}” is a statement of an account. It lists money that came and went, not orders."
        ),
        "other_ledger": translate(
            "ImportSentences", "“{file}” is a ledger of bookings. It lists bookings on accounts, not orders."
        ),
        "other_payouts": translate("ImportSentences", "“{file}” is a list of payouts and fees, not of orders."),
        "other_tax_report": translate("ImportSentences", "“{file}” is a tax report. It sums up taxes, not orders."),
        "other_sales_summary": translate(
            "ImportSentences", "“{file}” is a summary of sales by period, one line for many purchases."
        ),
        "other_stock_count": translate("ImportSentences", "“{file}” is a count of stock, without prices."),
        "other_mailing_report": translate(
            "ImportSentences", "“{file}” is a report on mailings and names no customers."
        ),
        "other_staff": translate("ImportSentences", "“{file}” is a list of staff, not of customers."),
        "other_suppliers": translate("ImportSentences", "“{file}” is a list of suppliers, not of customers."),
        "other_gift_cards": translate(
            "ImportSentences", "“{file}” is a list of gift cards: what they are still worth, not who buys."
        ),
        "other_carts": translate("ImportSentences", "“{file}” is a list of abandoned carts: nothing in it was bought."),
        "other_reviews": translate(
            "ImportSentences", "“{file}” is a list of reviews: what people thought of products, not what they bought."
        ),
        "other_wishes": translate(
            "ImportSentences", "“{file}” is a list of wishes: what people wait for, not what they bought."
        ),
        "other_messages": translate(
            "ImportSentences", "“{file}” is a log of calls and messages: who was written to, not who bought."
        ),
        "other_commissions": translate(
            "ImportSentences", "“{file}” is a list of commissions: it names who sent buyers, not who bought."
        ),
        "other_product_sales": translate(
            "ImportSentences", "“{file}” is a summary of sales by product, one line for many purchases."
        ),
        "other_labels": translate(
            "ImportSentences", "“{file}” is a list of shipments: it lists parcels, not what was paid for."
        ),
        "other_stock_moves": translate(
            "ImportSentences", "“{file}” is a list of stock movements: how stock went up and down, not who bought."
        ),
        "other_purchase_orders": translate(
            "ImportSentences",
            "“{file}” is a list of orders to suppliers: what the shop bought, not what its customers bought.",
        ),
        "other_purchases": translate(
            "ImportSentences",
            "“{file}” is a list of what the shop bought from its suppliers, not of what its customers bought.",
        ),
        "other_failed_payments": translate(
            "ImportSentences", "“{file}” is a list of payments that failed: nobody paid anything in it."
        ),
        "other_codes": translate(
            "ImportSentences", "“{file}” is a list of discount codes: how often they were used, not who bought."
        ),
        "other_agreements": translate(
            "ImportSentences", "“{file}” is a list of subscriptions: who agreed to buy again, not what was bought."
        ),
        "other_returns": translate(
            "ImportSentences",
            "“{file}” is a list of returns. Export the orders instead: their state tells what was returned.",
        ),
        "other_web_log": translate(
            "ImportSentences", "“{file}” is the log of a web server: which pages were fetched, not who bought."
        ),
        "other_web_statistics": translate(
            "ImportSentences", "“{file}” is a report on visits: it counts visits and clicks, not who bought."
        ),
        "other_quotes": translate(
            "ImportSentences", "“{file}” is a list of quotes: what was offered, not what was bought."
        ),
        "other_owed": translate(
            "ImportSentences", "“{file}” is a list of what customers owe, not of what they bought."
        ),
        "other_deals": translate(
            "ImportSentences", "“{file}” is a list of deals: what may be bought one day, not what was bought."
        ),
        "other_tier_prices": translate("ImportSentences", "“{file}” is a list of prices by quantity, not of products."),
    }


def _wrong_lists() -> dict[str, str]:
    return {
        "no_list": translate("ImportSentences", "“{file}” can't be imported. It is: {export}. {refusal}"),
        "being_written": translate("ImportSentences", "“{file}” is still being written by another program."),
        "file_changed": translate(
            "ImportSentences",
            "“{file}” was changed while it was being read. Nothing was imported; try again when the program that "
            "writes it is done.",
        ),
        "breaks_off": translate(
            "ImportSentences",
            "“{file}” breaks off in the middle: it was not written or copied to its end. Export it again.",
        ),
        "other_export": translate(
            "ImportSentences", "“{file}” is: {export}. It holds no {wanted}; choose {kinds} under “Holds”."
        ),
        "no_leavers": translate(
            "ImportSentences",
            "“{file}” is: {export}. No column says who opted out. Export the list of those who unsubscribed, or import "
            "it as customers.",
        ),
        "all_agreed": translate(
            "ImportSentences",
            "In “{file}” nobody opted out: in “{column}” everyone agreed. Export the list of those who unsubscribed, "
            "or import it as customers.",
        ),
        "unread_days": translate(
            "ImportSentences",
            "“{file}” holds orders, but “{value}” in “{column}” is no date that can be read. Write the dates such as "
            "2026-03-14, or export the file again.",
        ),
        "unknown_columns": translate("ImportSentences", "“{file}” is no list of {wanted} as far as its columns tell."),
        "secret_mapped": translate(
            "ImportSentences",
            "“{column}” holds passwords, card or bank data. These are never stored; leave it out.",
        ),
        "mapping_field": translate("ImportSentences", "“{name}” is nothing that {wanted} have."),
        "mapping_column": translate(
            "ImportSentences", "The file has no column “{column}” any more. Did you mean “{near}”?"
        ),
    }


def _stops() -> dict[str, str]:
    return {
        "numbers_unclear": translate(
            "ImportSentences",
            "Two systems of the shop count alike, and nothing in this file tells whose numbers it means. Nothing was "
            "imported; export it with the customers' e-mail addresses, and the products' names, as well.",
        ),
        "agreement_unworded": translate("ImportSentences", "Say what they agreed to, and where. Nothing was imported."),
        "amount_too_large": translate(
            "ImportSentences",
            "An amount in this file is too large to be one. Nothing was imported; check that the columns are the right "
            "ones.",
        ),
        "rejects_unwritable": translate(
            "ImportSentences",
            "The list of refused rows can't be written to “{folder}”: {cause}. Nothing was imported.",
        ),
        "broke_off": translate(
            "ImportSentences",
            "The import broke off: the process that was reading the file was ended, perhaps for want of memory. What "
            "it had written was taken back and nothing was changed; try again.",
        ),
        "import_running": translate(
            "ImportSentences",
            "Another import of this shop is running. Nothing was changed; wait until it is done and try again.",
        ),
        "undone_already": translate("ImportSentences", "This import was taken back already. Nothing was changed."),
        "no_import": translate("ImportSentences", "This import is no longer there. Nothing was changed."),
    }
