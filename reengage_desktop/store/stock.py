"""Whether a product can be bought, as SQL over a row `p` of products: the one place that says what that is."""

IN_STOCK_NOW = "CASE WHEN p.stock IS NOT NULL THEN p.stock > 0 AND coalesce(p.in_stock, 1) ELSE p.in_stock END"
"""1 or 0; NULL where the shop never said."""

IN_STOCK = "coalesce(p.in_stock, p.stock > 0) = 1 AND coalesce(p.stock, 1) > 0"
"""It is known to be there."""

NOT_SOLD_OUT = "coalesce(p.in_stock, 1) = 1 AND coalesce(p.stock, 1) > 0"
"""It is there, as far as the shop ever said anything."""
