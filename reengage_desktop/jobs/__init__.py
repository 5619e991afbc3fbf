"""What happens when: the named tasks that window and command line share, the lanes they run in, and the clock."""
