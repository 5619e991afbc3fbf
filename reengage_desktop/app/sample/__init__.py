"""The sample shop: invented people, a year of trade, and some weeks lived through with the pretend provider."""
