"""The tests: they mirror the package, with contract/, migrations/, flows/, scale/ and house/ beside it."""
