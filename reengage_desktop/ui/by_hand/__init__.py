"""What the owner does with her own hands: the list as a dialog, and what is printed from it."""
