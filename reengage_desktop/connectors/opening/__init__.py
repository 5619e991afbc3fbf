"""From a file's bytes to its records: encodings, delimiters, headers, workbooks; not yet what they mean."""
