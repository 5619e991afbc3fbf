"""Schema version 1: customers, consent, orders, products, views, campaigns, the outbox and what came of it.

Moments are unix seconds (UTC), days are proleptic ordinals of the shop's calendar, money is minor units beside its
currency, switches are 0 or 1, JSON is text.
"""

_FILES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # origin: 'owner' said it, 'pc' it was read off the machine, 'file' a first import showed it
    """CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL, origin TEXT NOT NULL DEFAULT 'owner',
        changed_at INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    # state: writing, done, undone. file_at: when the file was made. origin: owner, or folder for the watched one
    """CREATE TABLE imports (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL,
        preset TEXT, state TEXT NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER, undone_at INTEGER,
        row_count INTEGER NOT NULL DEFAULT 0, created_count INTEGER NOT NULL DEFAULT 0,
        updated_count INTEGER NOT NULL DEFAULT 0, unchanged_count INTEGER NOT NULL DEFAULT 0,
        rejected_count INTEGER NOT NULL DEFAULT 0, anonymous_count INTEGER NOT NULL DEFAULT 0,
        columns TEXT NOT NULL DEFAULT '{}', notes TEXT NOT NULL DEFAULT '[]', rejects_file TEXT,
        byte_count INTEGER, file_at INTEGER, origin TEXT NOT NULL DEFAULT 'owner') STRICT""",
    "CREATE INDEX imports_sha256 ON imports (sha256)",
    # before: the row's columns as JSON before the import changed it; created rows carry import_id themselves
    """CREATE TABLE import_journal (id INTEGER PRIMARY KEY, import_id INTEGER NOT NULL, table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL, before TEXT NOT NULL) STRICT""",
    "CREATE INDEX import_journal_import ON import_journal (import_id)",
    # answers: what the owner said about a file with these columns, as JSON
    """CREATE TABLE known_headers (header_key TEXT NOT NULL, kind TEXT NOT NULL, answers TEXT NOT NULL,
        used_at INTEGER NOT NULL, PRIMARY KEY (header_key, kind)) STRICT, WITHOUT ROWID""",
    # Files of the watched folder that were looked at: no bytes are taken up twice. outcome: imported, asked, refused.
    """CREATE TABLE watched_files (sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, outcome TEXT NOT NULL,
        at INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
)

_CUSTOMERS = (
    # The consent columns repeat the ledger's last word (1 yes, 0 no, NULL never said); the facts from orders_count on
    # are kept in step with the orders. email_state and phone_state: NULL good, bounced, invalid or shared.
    # opening_*: figures a customer file stated; they hold until real orders arrive.
    """CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, first_name TEXT, last_name TEXT, email TEXT, phone TEXT,
        country TEXT, city TEXT, language TEXT, timezone TEXT, tags TEXT NOT NULL DEFAULT '[]', note TEXT, status TEXT,
        agent TEXT, birthday TEXT, wallet_object_id TEXT, push_external_id TEXT, push_token TEXT,
        email_state TEXT, phone_state TEXT,
        consent_email INTEGER, consent_sms INTEGER, consent_whatsapp INTEGER, consent_call INTEGER,
        consent_wallet INTEGER, consent_push INTEGER,
        opening_orders INTEGER, opening_value_minor INTEGER, opening_last_order_at INTEGER,
        orders_count INTEGER NOT NULL DEFAULT 0, first_order_at INTEGER, last_order_at INTEGER,
        lifetime_value_minor INTEGER NOT NULL DEFAULT 0, median_gap_days REAL,
        last_contact_at INTEGER, next_look_on INTEGER,
        created_at INTEGER, added_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
        import_id INTEGER, merged_into INTEGER, erased_at INTEGER) STRICT""",
    "CREATE INDEX customers_email ON customers (email) WHERE email IS NOT NULL",
    "CREATE INDEX customers_phone ON customers (phone) WHERE phone IS NOT NULL",
    (
        "CREATE INDEX customers_name ON customers (name COLLATE NOCASE, id) "
        "WHERE merged_into IS NULL AND erased_at IS NULL"
    ),
    # the last two columns answer "is she one of the living" without a look at her row
    (
        "CREATE INDEX customers_last_order ON customers (last_order_at, id, merged_into, erased_at) "
        "WHERE last_order_at IS NOT NULL"
    ),
    "CREATE INDEX customers_value ON customers (lifetime_value_minor, id, merged_into, erased_at)",
    "CREATE INDEX customers_orders ON customers (orders_count, id) WHERE merged_into IS NULL AND erased_at IS NULL",
    "CREATE INDEX customers_next_look ON customers (next_look_on, id) WHERE next_look_on IS NOT NULL",
    """CREATE TABLE external_ids (source TEXT NOT NULL DEFAULT '', external_id TEXT NOT NULL,
        customer_id INTEGER NOT NULL REFERENCES customers (id), PRIMARY KEY (source, external_id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX external_ids_customer ON external_ids (customer_id)",
    # Further addresses of a person beside the first ones in her row. kind: email, phone, wallet, push.
    """CREATE TABLE contact_points (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id),
        kind TEXT NOT NULL, value TEXT NOT NULL, state TEXT, added_at INTEGER NOT NULL,
        UNIQUE (kind, value, customer_id)) STRICT""",
    "CREATE INDEX contact_points_customer ON contact_points (customer_id)",
    # Where letters go, line by line; import_id is empty where the owner typed it.
    """CREATE TABLE postal_addresses (id INTEGER PRIMARY KEY,
        customer_id INTEGER NOT NULL UNIQUE REFERENCES customers (id), lines TEXT NOT NULL,
        changed_at INTEGER NOT NULL, import_id INTEGER) STRICT""",
    # Append-only. state: yes or no. source: import, owner, person, provider.
    """CREATE TABLE consents (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id),
        channel TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('yes', 'no')), at INTEGER NOT NULL,
        source TEXT NOT NULL, wording TEXT, import_id INTEGER) STRICT""",
    "CREATE INDEX consents_customer ON consents (customer_id, channel, id)",
    # kind: email, phone, wallet, push, id. channel '' is every channel. address is emptied when a person is erased.
    """CREATE TABLE suppressions (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, address_hash TEXT NOT NULL, address TEXT,
        channel TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL, source TEXT NOT NULL, at INTEGER NOT NULL,
        import_id INTEGER, UNIQUE (kind, address_hash, channel)) STRICT""",
    """CREATE TABLE enquiries (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id),
        source TEXT, status TEXT, agent TEXT, service_type TEXT, created_at INTEGER NOT NULL, added_at INTEGER NOT NULL,
        import_id INTEGER) STRICT""",
    "CREATE INDEX enquiries_customer ON enquiries (customer_id, created_at)",
)

_WORDS_CHANGED = " OR ".join(
    f"NEW.{name} IS NOT OLD.{name}"
    for name in ("name", "first_name", "last_name", "email", "phone", "merged_into", "erased_at")
)
_IS_INDEXED = "{customer} <= (SELECT through FROM search_state)"
_MARK_STALE = "BEGIN INSERT OR IGNORE INTO search_stale VALUES ({customer}); END"


def _marks(name: str, moment: str, customer: str, only: str = "") -> str:
    """A trigger that marks a customer whose words in the search index are no longer hers."""
    when = _IS_INDEXED.format(customer=customer) + (f" AND ({only})" if only else "")
    return f"CREATE TRIGGER {name} {moment} WHEN {when} {_MARK_STALE.format(customer=customer)}"


_SEARCH = (
    # Three letters at a time, so that any part of a word is found. It lags behind: `search_state.through` is the highest
    # customer id that it covers, `search_stale` whoever changed since she was put in.
    """CREATE VIRTUAL TABLE customer_search USING fts5 (words, tokenize = 'trigram', detail = none, columnsize = 0)""",
    "INSERT INTO customer_search (customer_search, rank) VALUES ('secure-delete', 1)",
    "CREATE TABLE search_state (id INTEGER PRIMARY KEY CHECK (id = 1), through INTEGER NOT NULL) STRICT",
    "INSERT INTO search_state VALUES (1, 0)",
    "CREATE TABLE search_stale (customer_id INTEGER PRIMARY KEY) STRICT",
    _marks("search_customer_new", "AFTER INSERT ON customers", "NEW.id"),
    _marks("search_customer_gone", "AFTER DELETE ON customers", "OLD.id"),
    _marks(
        "search_customer_changed",
        "AFTER UPDATE OF name, first_name, last_name, email, phone, merged_into, erased_at ON customers",
        "NEW.id",
        _WORDS_CHANGED,
    ),
    _marks("search_id_new", "AFTER INSERT ON external_ids", "NEW.customer_id"),
    _marks("search_id_gone", "AFTER DELETE ON external_ids", "OLD.customer_id"),
    _marks("search_id_from", "AFTER UPDATE ON external_ids", "OLD.customer_id"),
    _marks("search_id_to", "AFTER UPDATE ON external_ids", "NEW.customer_id"),
)

_GOODS = (
    "CREATE TABLE categories (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE) STRICT",
    # arrived_at: when it became new to the shop; NULL for what was there at the first load. restock_no counts the times
    # it came back in stock; the *_changed_at are empty until a later load changes what the first one said.
    """CREATE TABLE products (id INTEGER PRIMARY KEY, external_id TEXT NOT NULL UNIQUE, sku TEXT, name TEXT,
        category_id INTEGER REFERENCES categories (id), price_minor INTEGER, currency TEXT, stock INTEGER,
        in_stock INTEGER, url TEXT, image_url TEXT, created_at INTEGER, arrived_at INTEGER,
        restock_no INTEGER NOT NULL DEFAULT 0, price_changed_at INTEGER, stock_changed_at INTEGER,
        added_at INTEGER NOT NULL, import_id INTEGER) STRICT""",
    "CREATE INDEX products_sku ON products (sku) WHERE sku IS NOT NULL",
    "CREATE INDEX products_arrived ON products (category_id, arrived_at) WHERE arrived_at IS NOT NULL",
    # price_noticed_minor: the price named in a price-drop notice; a later drop is measured from there.
    """CREATE TABLE views (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id),
        product_id INTEGER NOT NULL REFERENCES products (id), viewed_at INTEGER NOT NULL, price_at_view_minor INTEGER,
        currency TEXT, in_stock INTEGER, price_noticed_minor INTEGER, added_at INTEGER NOT NULL, import_id INTEGER,
        UNIQUE (customer_id, product_id, viewed_at)) STRICT""",
    "CREATE INDEX views_product ON views (product_id, in_stock)",
    "CREATE INDEX views_viewed ON views (viewed_at)",
    """CREATE TABLE wishlists (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id),
        product_id INTEGER NOT NULL REFERENCES products (id), added_at INTEGER NOT NULL, import_id INTEGER,
        UNIQUE (customer_id, product_id)) STRICT""",
)

_ORDERS = (
    # customer_id NULL: an anonymous sale. net_minor: total less refunds. has_time 0: only the day is known, ordered_at
    # is then its first moment in the shop's zone.
    """CREATE TABLE orders (id INTEGER PRIMARY KEY, external_id TEXT NOT NULL,
        customer_id INTEGER REFERENCES customers (id), ordered_at INTEGER NOT NULL, has_time INTEGER NOT NULL DEFAULT 1,
        status TEXT NOT NULL, source_status TEXT, currency TEXT NOT NULL, total_minor INTEGER NOT NULL,
        refunded_minor INTEGER NOT NULL DEFAULT 0, net_minor INTEGER NOT NULL, is_purchase INTEGER NOT NULL,
        discount_code TEXT, added_at INTEGER NOT NULL, import_id INTEGER) STRICT""",
    # an index rather than a key of the table, so that it too can be built when a large file is in
    "CREATE UNIQUE INDEX orders_external ON orders (external_id)",
    # the last three columns let the facts of everybody be summed up without a look at the orders
    (
        "CREATE INDEX orders_customer ON orders (customer_id, ordered_at, is_purchase, net_minor, currency) "
        "WHERE customer_id IS NOT NULL"
    ),
    "CREATE INDEX orders_ordered ON orders (ordered_at)",
    "CREATE INDEX orders_code ON orders (discount_code) WHERE discount_code IS NOT NULL",
    """CREATE TABLE order_lines (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders (id),
        line_no INTEGER NOT NULL, product_id INTEGER REFERENCES products (id), sku TEXT, name TEXT,
        category_id INTEGER REFERENCES categories (id), quantity_milli INTEGER NOT NULL DEFAULT 1000,
        unit_price_minor INTEGER, total_minor INTEGER, UNIQUE (order_id, line_no)) STRICT""",
    # What came back by papers of their own: credit notes, refunds in a list of payments. document: the paper's number,
    # else the stamp of its moment or the bare day; once for each import that told of it (is_alone: and not of the sale).
    # An empty one is none: what a list of orders said came back in all, of an order that has papers too.
    # orders.refunded_minor holds the sum of the papers, or more where an order's own row says more.
    """CREATE TABLE refunds (order_id INTEGER NOT NULL REFERENCES orders (id), document TEXT NOT NULL,
        import_id INTEGER NOT NULL, amount_minor INTEGER NOT NULL, is_alone INTEGER NOT NULL,
        PRIMARY KEY (order_id, document, import_id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX refunds_import ON refunds (import_id)",
    """CREATE TABLE customer_categories (customer_id INTEGER NOT NULL REFERENCES customers (id),
        category_id INTEGER NOT NULL REFERENCES categories (id), line_count INTEGER NOT NULL,
        PRIMARY KEY (customer_id, category_id)) STRICT, WITHOUT ROWID""",
)

_CAMPAIGNS = (
    # campaign_type and content NULL: any. parameters: the fields that fill a WhatsApp template's body, as JSON.
    """CREATE TABLE templates (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, campaign_type TEXT, channel TEXT NOT NULL,
        language TEXT NOT NULL DEFAULT 'en', subject TEXT, preheader TEXT, body TEXT NOT NULL, provider_template TEXT,
        parameters TEXT NOT NULL DEFAULT '[]', is_built_in INTEGER NOT NULL DEFAULT 0, version INTEGER NOT NULL DEFAULT 1,
        changed_at INTEGER NOT NULL) STRICT""",
    """CREATE TABLE template_versions (template_id INTEGER NOT NULL REFERENCES templates (id), version INTEGER NOT NULL,
        content TEXT NOT NULL, saved_at INTEGER NOT NULL, PRIMARY KEY (template_id, version)) STRICT, WITHOUT ROWID""",
    # is_automatic: the five of A1, always there. status: draft, scheduled, active, paused, completed, cancelled.
    # templates: channel to template name, where message_template is not the one. promotion fills that field.
    # daily_limit 0: none. leave_out_others: nobody who is in another campaign of the owner that runs.
    # chosen_at: when the last recipient of a start was in the outbox; NULL while that is still going on.
    # halts: [[moment, paused, refused or resumed], …], the oldest first; refused: by itself, after too many failures.
    """CREATE TABLE campaigns (id INTEGER PRIMARY KEY, is_automatic INTEGER NOT NULL DEFAULT 0, campaign_type TEXT NOT NULL,
        name TEXT NOT NULL, description TEXT, status TEXT NOT NULL, outreach_method TEXT,
        channels TEXT NOT NULL DEFAULT '[]', target_criteria TEXT NOT NULL DEFAULT '{}', message_template TEXT,
        call_script TEXT, scheduled_at INTEGER, rate_limit_per_minute INTEGER, holdout_percent INTEGER NOT NULL DEFAULT 0,
        steps TEXT NOT NULL DEFAULT '[]', variants TEXT NOT NULL DEFAULT '[]',
        templates TEXT NOT NULL DEFAULT '{}', promotion TEXT, daily_limit INTEGER NOT NULL DEFAULT 0,
        leave_out_others INTEGER NOT NULL DEFAULT 1, created_at INTEGER NOT NULL,
        started_at INTEGER, chosen_at INTEGER, completed_at INTEGER, archived_at INTEGER,
        halts TEXT NOT NULL DEFAULT '[]') STRICT""",
    "CREATE UNIQUE INDEX campaigns_automatic ON campaigns (campaign_type) WHERE is_automatic = 1",
    """INSERT INTO campaigns (is_automatic, campaign_type, name, status, created_at) VALUES
        (1, 'back_in_stock', 'Back in stock', 'active', 0), (1, 'price_drop', 'Price drop', 'active', 0),
        (1, 'loyalty_reward', 'Loyalty reward', 'active', 0), (1, 'new_arrivals', 'New arrivals', 'active', 0),
        (1, 'we_miss_you', 'We miss you', 'active', 0)""",
    """CREATE TABLE discount_codes (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE COLLATE NOCASE,
        customer_id INTEGER REFERENCES customers (id), outbox_id INTEGER, percent INTEGER NOT NULL,
        issued_at INTEGER NOT NULL, expires_at INTEGER, redeemed_order_id INTEGER REFERENCES orders (id),
        redeemed_at INTEGER) STRICT""",
)

_GROUPS = (
    # criteria: as domain.criteria writes them.
    """CREATE TABLE customer_groups (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        criteria TEXT NOT NULL, created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL) STRICT""",
)

_OUTBOX = (
    # touch names the occasion that the caps count once, whatever the channels; last_order_at is the customer's when
    # the message was queued ("bought meanwhile" compares with it); is_test rows are counted nowhere;
    # treated_as: what the owner decided: an uncertain one was 'sent', a cancelled one is 'dropped' (it may come back).
    """CREATE TABLE outbox (id INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE,
        campaign_id INTEGER NOT NULL REFERENCES campaigns (id), campaign_type TEXT NOT NULL,
        customer_id INTEGER NOT NULL REFERENCES customers (id), occasion TEXT NOT NULL DEFAULT '',
        step INTEGER NOT NULL DEFAULT 0, part TEXT NOT NULL DEFAULT '0', touch TEXT NOT NULL,
        channel TEXT NOT NULL, provider TEXT, address TEXT NOT NULL, content TEXT NOT NULL,
        decision TEXT NOT NULL DEFAULT '{}', state TEXT NOT NULL, reason TEXT, error TEXT, treated_as TEXT,
        is_automatic INTEGER NOT NULL DEFAULT 1, is_test INTEGER NOT NULL DEFAULT 0, variant TEXT,
        product_id INTEGER REFERENCES products (id), code_id INTEGER REFERENCES discount_codes (id),
        price_minor INTEGER, last_order_at INTEGER, attempts INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL, queued_on INTEGER NOT NULL, approved_at INTEGER, due_at INTEGER,
        expires_at INTEGER, claimed_at INTEGER, settled_at INTEGER, sent_at INTEGER, provider_message_id TEXT,
        UNIQUE (campaign_id, customer_id, occasion, step, part)) STRICT""",
    "CREATE INDEX outbox_due ON outbox (due_at, id) WHERE state = 'pending'",
    "CREATE INDEX outbox_state ON outbox (state, id)",
    "CREATE INDEX outbox_address ON outbox (address) WHERE address <> ''",
    "CREATE INDEX outbox_customer ON outbox (customer_id, created_at)",
    "CREATE INDEX outbox_product ON outbox (product_id) WHERE product_id IS NOT NULL",
    "CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL",
    "CREATE INDEX outbox_queued ON outbox (queued_on)",
    """CREATE INDEX outbox_gone ON outbox (sent_at, id)
        WHERE (state = 'accepted' OR (state = 'uncertain' AND treated_as = 'sent')) AND is_test = 0""",
    "CREATE INDEX outbox_tests ON outbox (state) WHERE is_test = 1",
    "CREATE INDEX outbox_provider_message ON outbox (provider_message_id) WHERE provider_message_id IS NOT NULL",
    # outcome NULL: the call was started and nothing is known of its end. sent_fields: what of the customer it carried,
    # by name, as JSON; never the values.
    """CREATE TABLE attempts (id INTEGER PRIMARY KEY, outbox_id INTEGER NOT NULL REFERENCES outbox (id),
        provider TEXT NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER, outcome TEXT, code TEXT, detail TEXT,
        sent_fields TEXT NOT NULL DEFAULT '[]') STRICT""",
    "CREATE INDEX attempts_outbox ON attempts (outbox_id)",
    """CREATE TABLE cap_ledger (touch TEXT PRIMARY KEY, customer_id INTEGER NOT NULL, day INTEGER NOT NULL)
        STRICT, WITHOUT ROWID""",
    "CREATE INDEX cap_ledger_customer ON cap_ledger (customer_id, day)",
    # The keys of messages, as hashes, that another copy of this shop has handed over (store.sent_ledger).
    "CREATE TABLE sent_elsewhere (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    # The caps hold here, whoever inserts (A5). A window on both sides: the clock may have been moved.
    """CREATE TRIGGER cap_week BEFORE INSERT ON cap_ledger
        WHEN (SELECT count(*) FROM cap_ledger WHERE customer_id = NEW.customer_id AND touch <> NEW.touch
            AND day > NEW.day - 7 AND day < NEW.day + 7)
            >= coalesce((SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'reengagement.cap_per_week'), 1)
        BEGIN SELECT RAISE(ABORT, 'cap_week'); END""",
    """CREATE TRIGGER cap_month BEFORE INSERT ON cap_ledger
        WHEN (SELECT count(*) FROM cap_ledger WHERE customer_id = NEW.customer_id AND touch <> NEW.touch
            AND day > NEW.day - 30 AND day < NEW.day + 30)
            >= coalesce((SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'reengagement.cap_per_month'), 4)
        BEGIN SELECT RAISE(ABORT, 'cap_month'); END""",
    """CREATE TABLE delivery_events (id INTEGER PRIMARY KEY, outbox_id INTEGER REFERENCES outbox (id),
        customer_id INTEGER REFERENCES customers (id), kind TEXT NOT NULL, at INTEGER NOT NULL, provider TEXT NOT NULL,
        provider_event_id TEXT NOT NULL, detail TEXT, UNIQUE (provider, provider_event_id)) STRICT""",
    "CREATE INDEX delivery_events_outbox ON delivery_events (outbox_id, kind)",
    # What was said in a call. cost_micros: millionths of a US dollar, as the provider counts.
    """CREATE TABLE calls (outbox_id INTEGER PRIMARY KEY REFERENCES outbox (id), ended_at INTEGER NOT NULL,
        result TEXT NOT NULL, summary TEXT, transcript TEXT, recording_url TEXT, seconds INTEGER NOT NULL,
        cost_micros INTEGER) STRICT""",
    # What the owner sent to herself to look at: counted nowhere, and without a word about any customer. outcome NULL:
    # the call was started and nothing is known of its end; it is never made again.
    """CREATE TABLE test_messages (id INTEGER PRIMARY KEY, reference TEXT NOT NULL UNIQUE, template TEXT NOT NULL,
        channel TEXT NOT NULL, provider TEXT NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER, outcome TEXT,
        code TEXT, detail TEXT) STRICT""",
    # One order converts one message, one message is converted by one order (A10). Revenue is the order's own net.
    """CREATE TABLE conversions (outbox_id INTEGER PRIMARY KEY REFERENCES outbox (id),
        order_id INTEGER NOT NULL UNIQUE REFERENCES orders (id), converted_at INTEGER NOT NULL) STRICT""",
)

_RUNS = (
    # slot: the unique name of a planned run, such as process-campaigns:2026-11-21; NULL when started by hand.
    """CREATE TABLE job_runs (id INTEGER PRIMARY KEY, job TEXT NOT NULL, slot TEXT UNIQUE, trigger TEXT NOT NULL,
        planned_at INTEGER, started_at INTEGER NOT NULL, finished_at INTEGER, status TEXT NOT NULL, error TEXT,
        result TEXT, is_stated INTEGER NOT NULL DEFAULT 0) STRICT""",
    "CREATE INDEX job_runs_job ON job_runs (job, started_at)",
    """CREATE TABLE provider_states (provider TEXT PRIMARY KEY, paused_at INTEGER, cause TEXT, detail TEXT,
        retry_at INTEGER) STRICT, WITHOUT ROWID""",
    """CREATE TABLE sync_cursors (provider TEXT NOT NULL, stream TEXT NOT NULL, cursor TEXT NOT NULL,
        synced_at INTEGER NOT NULL, PRIMARY KEY (provider, stream)) STRICT, WITHOUT ROWID""",
    # What the owner should know. key makes a notice appear once; figures: JSON for the sentence.
    """CREATE TABLE notices (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, at INTEGER NOT NULL,
        figures TEXT NOT NULL DEFAULT '{}', dismissed_at INTEGER) STRICT""",
)

STATEMENTS: tuple[str, ...] = (
    *_FILES,
    *_CUSTOMERS,
    *_SEARCH,
    *_GOODS,
    *_ORDERS,
    *_CAMPAIGNS,
    *_GROUPS,
    *_OUTBOX,
    *_RUNS,
)
