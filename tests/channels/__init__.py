"""Every adapter, its errors and the servers that they are held against."""
