"""Speed as ratios to floors, taken in one run on one machine: `python -m benches`."""
