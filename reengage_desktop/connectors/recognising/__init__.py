"""What a file holds, which system wrote it and by which plan it is read: guesses, shown and open to change."""
