"""What is still open once a file is known: amounts, currencies, goods, who left."""
