"""Binding: a native chart that a template has drawn gets the data of a plot, and keeps its looks.

What goes in is a package and the name of a chart part; what is changed is its caches, its workbook,
and whatever only made sense with the data before.
"""

from __future__ import annotations

from generator.charts.binding.chart import bind_chart
from generator.charts.binding.data import Column, plan_data
from generator.charts.binding.marked import Bound, Wanted, bind_marked

__all__ = ["Bound", "Column", "Wanted", "bind_chart", "bind_marked", "plan_data"]
