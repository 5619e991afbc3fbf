"""What a file holds: a known export, a plain list of ours, or something else that is refused."""
