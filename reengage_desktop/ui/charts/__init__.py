"""Charts painted with QPainter: readable in both themes, by keyboard, and as a table."""

from reengage_desktop.ui.charts.card import ChartCard
from reengage_desktop.ui.charts.figures import Bar, DaySeries, HeatCells, Sheet, SheetCell, by_weeks, nice_ceiling
from reengage_desktop.ui.charts.funnel import FunnelChart
from reengage_desktop.ui.charts.heat import HeatMap
from reengage_desktop.ui.charts.lines import LineChart
from reengage_desktop.ui.charts.stacked import StackedAreas, StackedBars

__all__ = [
    "Bar",
    "ChartCard",
    "DaySeries",
    "FunnelChart",
    "HeatCells",
    "HeatMap",
    "LineChart",
    "Sheet",
    "SheetCell",
    "StackedAreas",
    "StackedBars",
    "by_weeks",
    "nice_ceiling",
]
