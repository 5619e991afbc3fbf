"""The wizard for a campaign of the owner's: one question per page, nothing sent before the last one."""
