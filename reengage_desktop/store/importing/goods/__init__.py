"""What was bought, looked at or wished for: products, and what people did with them."""
