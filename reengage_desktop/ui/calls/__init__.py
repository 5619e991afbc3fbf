"""A call as the owner sees it, wherever its message is shown."""
