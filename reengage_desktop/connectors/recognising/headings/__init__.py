"""What a heading says: a field, a consent or its opposite, or the one thing that tells a list."""
