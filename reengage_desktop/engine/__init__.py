"""The use cases, one step of the pipeline a module; steps meet only in the database."""
