"""What single cells hold: amounts, dates, phones, addresses; and what a column of them looks like."""
