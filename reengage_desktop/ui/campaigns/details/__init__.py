"""One campaign of the owner's in all its parts: who got what, what came of it, and what can still be done."""
