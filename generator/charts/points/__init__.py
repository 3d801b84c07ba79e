"""Plots of points on two axes of values: scatter charts and bubbles."""
