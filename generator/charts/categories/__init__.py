"""Plots over categories: bars, columns, lines and areas, with the room for what they write."""
