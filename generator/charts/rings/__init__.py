"""Plots of one whole: the slices of a ring, each with its name and value beside it."""
