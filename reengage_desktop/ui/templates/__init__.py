"""Templates: the words of the messages, checked while they are typed and seen as one customer will see them."""
