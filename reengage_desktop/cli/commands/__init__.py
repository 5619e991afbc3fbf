"""The commands, one module per noun: each calls its task and lays the answer out."""
