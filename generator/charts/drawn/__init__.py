"""Kinds of charts that no native chart can show, one module each: always drawn as pictures.

A module here holds all that is particular to its kind:

- a frozen dataclass with everything that is drawn, decided: numbers as they are shown, words in
  the brief's locale, colours as roles (`accent1`, `muted`, …), places on the plot's own scale. Its
  method `draw(plot, canvas)` draws it by the points of the `Canvas`, whose `extent` is the whole
  chart, and computes nothing but places: what fits is measured with `canvas.style.measure`.
- a function `plan(request) -> Plot`, which resolves and checks the data of the brief with the steps
  of `planning` (`resolve_numbers`, `scale_numbers`, `plan_writing`, …), makes that dataclass, and
  returns a `Plot` with `form=DrawnForm(drawing=…)`. It fills `categories` and `series` as well:
  they are the table of what is drawn, which the alternative text and the data of the picture are
  made from; and it gives the alternative text itself where the usual words do not tell the chart.

The kind is then one name in `ChartKind`, one line in `planning.drawnkinds` and its name in
`kindnames`. What kinds share stands beside them: `tables` plans the numbers as those of any chart,
`pen` has the shapes, `tints` the fills that text reads well upon, `measures` what names need of
room, `words` what is said in each language. `pen` alone imports matplotlib, within its methods.
"""
