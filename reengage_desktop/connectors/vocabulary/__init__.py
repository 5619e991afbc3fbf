"""The words of exports: for columns, for nothing, yes and no, for countries; and the exports that are known."""
