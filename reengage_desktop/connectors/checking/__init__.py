"""From records to checked values, by a plan of which column feeds which field. A bad cell is told, never raised."""
