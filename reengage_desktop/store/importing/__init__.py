"""What an import needs of the database: a checked file's rows, their way into the shop, and the way back."""
