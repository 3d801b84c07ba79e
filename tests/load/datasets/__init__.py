"""Data sets: read, brought into shape, given to facts and exhibits."""
