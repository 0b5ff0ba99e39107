"""Trains the tagger of quotes and names that the project ships."""
