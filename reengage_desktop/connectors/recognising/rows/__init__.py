"""What single rows are among the others: money given back, payments, events."""
