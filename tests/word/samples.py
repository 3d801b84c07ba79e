"""A report with every kind of block, written by hand; its figures are invented for the tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.brief.exhibits import ChartKind, Render
from generator.brief.facts import SourceRef
from generator.brief.values import Name
from generator.charts.planning.kinds import CATEGORY_KINDS
from generator.charts.plot import Axis, Legend, Plot, PlotSeries
from generator.compose.languages import find_words
from generator.compose.report import (
    CalloutBox,
    Caption,
    ChartExhibit,
    Contents,
    Cover,
    FigureCard,
    Heading,
    KeyFigures,
    KeyMessages,
    Properties,
    RecommendationItem,
    Recommendations,
    References,
    Report,
    ReportBlock,
    TableExhibit,
    Timeline,
    TimelineEntry,
)
from generator.text.blocks import (
    Citation,
    CrossReference,
    Grid,
    GridColumn,
    Inline,
    Inlines,
    ListBlock,
    Note,
    Paragraph,
    QuoteBlock,
    Run,
    Subheading,
    TextTable,
)

NBSP = "\N{NO-BREAK SPACE}"
ISSUED = date(2026, 3, 31)


def words(text: str) -> Inlines:
    """Return plain `text` as inlines."""
    return (Run(text=text),)


def said(*parts: str | Inline) -> Paragraph:
    """Return a paragraph of texts and inlines."""
    return Paragraph(inlines=tuple(Run(text=p) if isinstance(p, str) else p for p in parts))


def cited(source: str, at: str | None = None) -> Citation:
    """Return a citation of one source."""
    return Citation(sources=(SourceRef(id=Name(source), at=at),))


def make_plot(
    categories: tuple[str, ...] = ("Kharkiv", "Sumy", "Odesa", "Lviv"),
    kind: ChartKind = ChartKind.BAR,
    series: tuple[str, ...] = ("Homes",),
) -> Plot:
    """Return a chart with falling values."""
    count = len(categories)
    return Plot(
        id="heat",
        kind=kind,
        form=CATEGORY_KINDS[kind].form,
        categories=categories,
        series=tuple(
            PlotSeries(
                name=name,
                values=tuple(Decimal(10 * (count - i) + 3 * place) for i in range(count)),
                colour=f"accent{place + 1}",
                labels=tuple(str(10 * (count - i) + 3 * place) for i in range(count)),
            )
            for place, name in enumerate(series)
        ),
        unit="thousand homes",
        number_format="0",
        has_labels=True,
        legend=Legend.NONE if len(series) == 1 else Legend.TOP,
        axis=Axis(
            minimum=Decimal(0), maximum=Decimal(10 * count + 10), major=Decimal(10), is_shown=False
        ),
        alt="Kharkiv leads with 40 thousand homes; the other cities follow in even steps.",
        facts=(),
        language="en-GB",
    )


def make_caption(id_: str, number: int = 1, sequence: str = "Figure") -> Caption:
    """Return a caption with all its parts."""
    return Caption(
        id=id_,
        label=sequence,
        sequence=sequence,
        number=number,
        title=words("Four cities hold most of the homes that lost their heat"),
        subtitle=words("Homes without district heat, February 2026, thousand homes"),
        note=words("Homes with stoves of their own are not counted."),
        source=words("Ministry of Communities (2026), table 4. As of 28 February 2026."),
    )


def make_grid(rows: int = 5, *, has_total: bool = False) -> Grid:
    """Return a table of text, number and note columns."""
    return Grid(
        columns=(
            GridColumn(head=words("City")),
            GridColumn(head=words("Homes (thousand)"), align="right", is_numeric=True),
            GridColumn(head=words("Share (%)"), align="right", is_numeric=True),
            GridColumn(head=words("What was hit")),
        ),
        rows=tuple(
            (
                words(f"City {number}"),
                words(f"{number * 7}.5"),
                words(f"{number}"),
                words("Two boiler houses and the main between them, repaired within a month"),
            )
            for number in range(1, rows + 1)
        ),
        has_total=has_total,
    )


def make_report(*blocks: ReportBlock, language: str = "en-GB") -> Report:
    """Return a small report of `blocks`."""
    exhibits = [block for block in blocks if isinstance(block, ChartExhibit | TableExhibit)]
    return Report(
        properties=Properties(
            title="Heat & light <for> four cities",
            subtitle="What a winter of repairs has taught",
            authors=("Олена Ковальчук", "田中 恵子"),
            organisation="Institute for Examples",
            issued=ISSUED,
            language=language,
            keywords=("heat", "repair"),
            status="Policy brief",
        ),
        blocks=blocks,
        labels={
            block.caption.id: f"{block.caption.label}{NBSP}{block.caption.number}"
            for block in exhibits
        },
        footnotes={
            "ministry": (
                Run(text="Ministry of Communities (2026). "),
                Run(text="Heat in the winter of attacks.", italic=True),
                Run(text=" Kyiv."),
            ),
            "survey": (
                Run(text="Survey desk. "),
                Run(text="https://example.org/survey", link="https://example.org/survey"),
            ),
        },
        words=find_words(language),
    )


LOREM = (
    "District heat reaches six homes in ten, and most of it still comes from large boiler houses "
    "that were built when fuel was cheap and nobody thought of drones. A strike on one of them "
    "leaves a whole quarter cold within hours. "
)


def make_full_report() -> Report:
    """Return a report of some eight pages with every kind of block."""
    ukrainian = "Харківські теплові мережі"
    japanese = "国際協力機構"
    return make_report(
        Cover(
            title="Heat & light <for> four cities",
            subtitle="What a winter of repairs has taught, and what three ministries can do next",
            kicker="Policy brief",
            byline=("Олена Ковальчук, Kharkiv Polytechnic", "田中 恵子 (Tanaka Keiko)"),
            organisation="Institute for Examples",
            date="31 March 2026",
        ),
        KeyMessages(
            heading="Key messages",
            messages=(
                words(
                    "Small boilers close to homes kept 71 per cent of flats warm; large ones 38."
                ),
                (
                    Run(text="Spare parts, not money, set the pace: "),
                    Run(text="nine weeks", bold=True),
                    Run(text=" from order to delivery on average."),
                ),
                words("Three ministries share the task, and none of them keeps the list of mains."),
                words("A common store in Poltava would cut the wait to two weeks at little cost."),
            ),
        ),
        KeyFigures(
            cards=(
                FigureCard(
                    number="71%", label="of flats kept warm", detail="Survey, Feb 2026", fact="a"
                ),
                FigureCard(
                    number=">US$1.2 bn", label="pledged for heat", detail="Pledged, 2025", fact="b"
                ),
                FigureCard(
                    number="9 weeks", label="from order to delivery", detail="Mean, 2025", fact="c"
                ),
                FigureCard(
                    number="412", label="boiler houses hit", detail="Count, 2022–2025", fact="d"
                ),
            ),
            source=words("Ministry of Communities (2026); survey desk (2026)."),
        ),
        Contents(heading="Contents"),
        Heading(level=1, inlines=words("A winter in numbers"), id="winter"),
        said(
            LOREM * 2,
            "The network company ",
            Run(text=ukrainian, italic=True),
            " lost two of five stations",
            cited("ministry", "p. 3"),
            "; its partner ",
            Run(text=japanese),
            " sent generators within the month",
            cited("survey"),
            Note(
                blocks=(
                    said(
                        "Counted from the day of the request; see ",
                        Run(text="annex", code=True),
                        ".",
                    ),
                )
            ),
            ". As ",
            CrossReference(exhibit="fig-heat"),
            " shows, four cities bear most of it.",
        ),
        ChartExhibit(
            caption=make_caption("fig-heat"),
            plot=make_plot(
                ("Kharkiv", "Sumy", "Odesa", "Lviv", "Dnipro", "Mykolaiv and its oblast", "Kyiv")
            ),
            render=Render.NATIVE,
        ),
        said(LOREM),
        Heading(level=2, inlines=words("What failed first"), id="failed"),
        said("Three things failed, in this order:"),
        ListBlock(
            ordered=True,
            items=(
                (said("the pumps, which have no supply of their own;"),),
                (
                    said("the mains, where frost does the rest:"),
                    ListBlock(
                        items=(
                            (said("joints from the 1970s"),),
                            (
                                said("valves that only turn with power"),
                                said("They can be freed by hand, given time and a list of them."),
                                ListBlock(ordered=True, items=((said("first at schools"),),)),
                            ),
                        ),
                    ),
                ),
                (said("and the boilers last, ", Run(text="not first", italic=True), "."),),
            ),
        ),
        said(LOREM),
        ListBlock(
            ordered=True,
            items=((said("A second list begins with one again."),), (said("And goes on."),)),
        ),
        QuoteBlock(
            blocks=(said("“We mend in the morning what was broken at night.”"),),
            attribution=(
                Run(text="Shift leader, Sumy, January 2026"),
                cited("survey", "interview 7"),
            ),
        ),
        Heading(level=2, inlines=words("Who pays"), id="pays"),
        said(LOREM * 2, "See ", CrossReference(exhibit="tab-cities"), "."),
        TableExhibit(
            caption=make_caption("tab-cities", 1, "Table"),
            grid=make_grid(6, has_total=True),
            alt="Homes without heat by city, with shares and what was hit.",
        ),
        CalloutBox(
            title="How the survey was made",
            blocks=(
                said(
                    "Interviewers rang 2,400 homes in four cities. ", Run(text="Answers", bold=True)
                ),
                ListBlock(items=((said("were weighted by storey,"),), (said("and by quarter."),))),
            ),
        ),
        Heading(level=1, inlines=words("Parts, people, places"), id="parts"),
        said(LOREM * 2),
        ChartExhibit(
            caption=make_caption("fig-years", 2),
            plot=make_plot(
                ("2022", "2023", "2024", "2025"),
                ChartKind.GROUPED_COLUMN,
                ("Ordered", "Delivered"),
            ),
            render=Render.PICTURE,
        ),
        Subheading(inlines=words("Where the parts are made")),
        said(LOREM),
        TextTable(grid=make_grid(2)),
        said(LOREM),
        Heading(level=1, inlines=words("Recommendations"), id="recommendations"),
        Recommendations(
            items=tuple(
                RecommendationItem(
                    number=number,
                    title=words(title),
                    who="Ministry of Communities, with the cities",
                    what=words("Keep one list of mains, valves and pumps, open to all three."),
                    by="December 2026",
                    why=words("Repairs wait for knowledge as often as they wait for parts."),
                )
                for number, title in enumerate(
                    ("Keep one list", "Open a common store in Poltava", "Pay crews by the repair"),
                    1,
                )
            ),
            who_label="Who",
            by_label="By",
            why_label="Why",
        ),
        Heading(level=1, inlines=words("Timeline"), id="timeline"),
        Timeline(
            entries=(
                TimelineEntry(
                    date="10 October 2022", title="First wave", text=words("Pumps fail.")
                ),
                TimelineEntry(date="March 2024", title="Second wave", text=words("Boilers fail.")),
                TimelineEntry(date="2026", title="A quiet month", text=()),
            ),
            date_label="Date",
            event_label="Event",
        ),
        Heading(level=1, inlines=words("References"), id="references", is_numbered=False),
        References(
            items=(
                (Run(text="Ministry of Communities (2026). "), Run(text="Heat.", italic=True)),
                (Run(text="https://example.org/survey", link="https://example.org/survey"),),
            )
        ),
        Heading(level=1, inlines=words("About this brief"), id="about", is_numbered=False),
        Heading(level=2, inlines=words("Funding"), id="funding", is_numbered=False),
        said("Paid for by nobody, since it is an example."),
        Heading(level=2, inlines=words("How to cite"), id="cite", is_numbered=False),
        said("Kovalchuk, O., and Tanaka, K. (2026). Heat and light for four cities."),
    )
