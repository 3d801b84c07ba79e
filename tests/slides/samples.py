"""Storyboards made by hand: one of every kind of slide, on Japan's support for Ukraine."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.brief.exhibits import ChartKind, Render
from generator.charts.planning.kinds import CATEGORY_KINDS
from generator.charts.plot import Axis, Legend, Plot, PlotSeries, RingForm
from generator.compose.languages import find_words
from generator.compose.report import FigureCard, Properties, RecommendationItem, TimelineEntry
from generator.compose.storyboard import (
    ChartPanel,
    ChartSlide,
    ContactSlide,
    CoverSlide,
    Frame,
    KeyFiguresSlide,
    Point,
    PointsSlide,
    QuoteSlide,
    RecommendationsSlide,
    SectionSlide,
    Slide,
    SourcesSlide,
    Storyboard,
    TableSlide,
    TimelineSlide,
)
from generator.text.blocks import Grid, GridColumn, Inlines, Note, Paragraph, Run

PROPERTIES = Properties(
    title="Japan stands by Ukraine while Washington changes course",
    subtitle="What Tokyo has given, what holds it back, and what it can do next",
    authors=("Nataliya Butyrska",),
    organisation="New Europe Center",
    issued=date(2025, 3, 1),
    language="en-GB",
    keywords=("Japan", "Ukraine", "G7"),
    status="Policy brief",
)
SOURCE = "Butyrska (2025), New Europe Center, paragraph 3; as of March 2025."


def words(text: str) -> Inlines:
    """Return `text` as one run."""
    return (Run(text=text),)


def frame(id_: str, title: str, tracker: str = "", source: str = SOURCE) -> Frame:
    """Return what stands around a slide's content."""
    return Frame(
        id=id_,
        title=words(title),
        tracker=tracker,
        source=words(source) if source else (),
        notes=("Say first what the sum counts.", "Then say what it leaves out."),
    )


def points(*texts: str) -> tuple[Point, ...]:
    """Return one bullet for each text."""
    return tuple(Point(inlines=words(text)) for text in texts)


def plot(id_: str = "fig-amounts", kind: ChartKind = ChartKind.BAR) -> Plot:
    """Return a chart of three amounts."""
    return Plot(
        id=id_,
        kind=kind,
        form=CATEGORY_KINDS[kind].form,
        categories=("All assistance", "Budget support, 2024", "Through JICA"),
        series=(
            PlotSeries(
                name="Amount",
                values=(Decimal("12.1"), Decimal("4.2"), Decimal("1.5")),
                colour="muted",
                point_colours={1: "accent1"},
                labels=("12.1", "4.2", "1.5"),
            ),
        ),
        unit="US$ billion",
        number_format="#,##0.0",
        has_labels=True,
        legend=Legend.NONE,
        axis=Axis(minimum=Decimal(0), maximum=Decimal(15), major=Decimal(5), is_shown=False),
        alt="Bar chart: all assistance 12.1, budget support 4.2 and JICA 1.5 billion US dollars.",
        facts=("total_support", "budget_2024", "jica"),
        language="en-GB",
    )


def opinion() -> Plot:
    """Return a doughnut of two parts."""
    return Plot(
        id="fig-opinion",
        kind=ChartKind.DOUGHNUT,
        form=RingForm(),
        categories=("For continued support", "Other answers"),
        series=(
            PlotSeries(
                name="Share",
                values=(Decimal(70), Decimal(30)),
                colour="accent1",
                point_colours={1: "muted"},
                labels=("70%", "30%"),
            ),
        ),
        unit="per cent",
        number_format="0",
        has_labels=True,
        legend=Legend.DIRECT,
        axis=None,
        alt="Doughnut: 70 per cent for continued support, 30 per cent other answers.",
        facts=("public_support", "other_answers"),
        language="en-GB",
    )


def panel(
    chart: Plot | None = None, heading: str = "", render: Render = Render.NATIVE
) -> ChartPanel:
    """Return a chart with what stands above it."""
    return ChartPanel(
        plot=chart or plot(),
        render=render,
        heading=words(heading) if heading else (),
        subtitle=words("Japanese support for Ukraine, amounts named in the source, US$ billion"),
        note=words("The amounts may overlap and are not added up."),
    )


CARDS = (
    FigureCard(
        number=">US$12.1 bn",
        label="Assistance of all kinds",
        detail="Basis unclear, as of March 2025",
        fact="total_support",
    ),
    FigureCard(
        number="US$4.2 bn",
        label="For Ukraine's budget",
        detail="Allocated in 2024",
        fact="budget_2024",
    ),
    FigureCard(
        number=">US$1.5 bn",
        label="Through JICA, the development agency",
        detail="Basis unclear, as of March 2025",
        fact="jica",
    ),
    FigureCard(
        number="70%",
        label="Public support for continued help",
        detail="Survey; arms excepted",
        fact="public_support",
    ),
)

ENTRIES = (
    TimelineEntry(
        date="24 February 2022", title="Full-scale invasion", text=words("Russia attacks Ukraine.")
    ),
    TimelineEntry(
        date="3 March 2022",
        title="Assistance begins",
        text=words("The day to which the source ties the overall total."),
    ),
    TimelineEntry(
        date="2023",
        title="Japan chairs the G7",
        text=words("Kishida seeks support from the Global South too."),
    ),
    TimelineEntry(
        date="13 June 2024",
        title="Accord signed",
        text=words("Kyiv's first with a state outside NATO and in Asia-Pacific."),
    ),
    TimelineEntry(
        date="17–22 February 2025",
        title="Visit to Tokyo",
        text=words("The New Europe Center meets officials, JICA and think tanks."),
    ),
    TimelineEntry(
        date="24 February 2025",
        title="Ishiba's speech",
        text=words("He promises that support will stay firm."),
    ),
)

GRID = Grid(
    columns=(
        GridColumn(head=words("Purpose or channel")),
        GridColumn(head=words("Basis")),
        GridColumn(head=words("US$ million"), align="right", is_numeric=True),
    ),
    rows=(
        (words("Budget support, 2024"), words("Allocated"), words("4,200")),
        (words("Through JICA"), words("Unclear; a lower bound"), words("1,500")),
        (words("NATO Trust Fund"), words("Allocated, without a date"), words("37")),
        (words("Vehicles for the armed forces"), words("No price in the source"), words("–")),
        (words("Assistance of all kinds"), words("Unclear; a lower bound"), words("12,100")),
    ),
    has_total=True,
)

ACTORS = Grid(
    columns=(
        GridColumn(head=words("Actor"), share=0.2),
        GridColumn(head=words("Position"), share=0.42),
        GridColumn(head=words("Consequence for Japan"), share=0.38),
    ),
    rows=(
        (
            words("Government of Japan"),
            words("Support goes on; no split between Kyiv, Washington and the G7"),
            words("Must reconcile this course with its reliance on the United States"),
        ),
        (
            words("Japanese public"),
            words("70% for continued help, arms excepted"),
            words("Civilian aid is safe ground; weapons are not"),
        ),
        (
            words("Donald Trump"),
            words("A quick peace with Ukrainian concessions; business with Russia"),
            words("The common line loses force; doubts grow about American promises"),
        ),
        (
            words("Russia and North Korea"),
            words("Military cooperation in the war against Ukraine"),
            words("Serious concern for the region's security and the world's"),
        ),
        (
            words("China"),
            words("Would draw its own lesson from how the war ends"),
            words("A peace that does not last would be the wrong signal"),
        ),
    ),
)


def recommendation(number: int, title: str, who: str, what: str, by: str) -> RecommendationItem:
    """Return one recommendation."""
    return RecommendationItem(
        number=number, title=words(title), who=who, what=words(what), by=by, why=()
    )


RECOMMENDATIONS = (
    recommendation(
        1,
        "Keep sanctions on Russia, and keep Russia out of the G7",
        "Japan and the other G7 members",
        "Block any lifting of sanctions, and refuse Russia's return to the group.",
        "As long as Ukrainian land is occupied",
    ),
    recommendation(
        2,
        "Stand by Ukraine's economy, energy supply and civilians",
        "Government of Japan",
        "Help to keep the power on; send non-lethal equipment, machinery to rebuild and to protect "
        "civilians; treat more wounded soldiers.",
        "If American support declines",
    ),
    recommendation(
        3,
        "Work more closely in the triangle of Japan, Ukraine and NATO",
        "Japan and Ukraine",
        "Use the opening of a Japanese mission apart from the embassy in Belgium.",
        "",
    ),
    recommendation(
        4,
        "Act jointly against Russia's military ties with North Korea",
        "Ukraine and Japan",
        "Coordinate sanctions, and close export controls on dual-use goods of Western make.",
        "",
    ),
    recommendation(
        5,
        "Let JICA take up projects that USAID has left",
        "Japan, through JICA",
        "Consider a larger role in developing projects, starting with energy.",
        "",
    ),
    recommendation(
        6,
        "Give Japan a priority place in rebuilding Ukraine",
        "Ukraine, together with Japan",
        "Seek Japan's part in reconstruction and in recovery after the war.",
        "",
    ),
    recommendation(
        7,
        "Go on with compensation and with Russia's frozen assets",
        "Japan and Ukraine",
        "Pursue an international mechanism of compensation and the use of the assets.",
        "",
    ),
    recommendation(
        8,
        "Bring Japanese business and finance closer to Ukraine",
        "Ukraine, with business circles in Japan",
        "Build up ties, among other means through a chamber of commerce in Kyoto and Osaka.",
        "",
    ),
)

SLIDES: tuple[Slide, ...] = (
    CoverSlide(
        id="cover",
        title=PROPERTIES.title,
        subtitle=PROPERTIES.subtitle,
        kicker="Policy brief",
        byline=("Nataliya Butyrska, Associated Senior Fellow",),
        organisation="New Europe Center",
        date="March 2025",
        notes=("Welcome.",),
    ),
    PointsSlide(
        frame=frame(
            "summary",
            "Japan's support is large and civilian, and Washington now tests it",
            "Summary",
        ),
        points=points(
            "Japan's assistance is put at more than US$12.1 billion, which makes it one of the "
            "largest donors; US$4.2 billion went to the budget in 2024 alone.",
            "The help is civilian: public support for continuing it stands at 70 per cent but does "
            "not extend to arms.",
            "The accord of 13 June 2024 is without precedent for Tokyo, and Kyiv's first of its "
            "kind with a state outside NATO.",
            "Washington's approach to Moscow weakens the common line of the G7 and makes Japan "
            "less sure of its own security.",
            "Japan should help to keep sanctions in force, step in where American aid ends, and "
            "take a priority place in reconstruction.",
        ),
        is_summary=True,
    ),
    KeyFiguresSlide(
        frame=frame(
            "figures",
            "Japan's help runs to billions of dollars and has the public behind it",
            "Summary",
        ),
        cards=CARDS,
    ),
    SectionSlide(
        id="support",
        number=1,
        title="What Japan has given",
        message=words("Japan has given more than US$12.1 billion since the invasion began."),
        notes=("The first part is about money.",),
    ),
    ChartSlide(
        frame=frame(
            "amounts",
            "Budget support in 2024 is the largest sum whose use the source names",
            "What Japan has given",
        ),
        panels=(panel(),),
        takeaways=points(
            "Assistance of all kinds comes to more than US$12.1 billion",
            "Ukraine's budget was allocated US$4.2 billion in 2024",
            "JICA could do more in energy now that American money has ended",
        ),
    ),
    ChartSlide(
        frame=frame("alone", "The named sums differ by more than half", "What Japan has given"),
        panels=(panel(heading="Three amounts, not parts of a whole"),),
    ),
    ChartSlide(
        frame=frame(
            "pair",
            "Most Japanese want help to go on, and what is given for defence is small beside it",
            "Why weapons stay off the table",
        ),
        panels=(
            panel(opinion(), "Most of the public wants help to go on"),
            panel(plot("fig-defence"), "The one sum named for defence is small beside the others"),
        ),
    ),
    TableSlide(
        frame=frame("table", "Only three amounts have a use of their own", "What Japan has given"),
        heading=words("Amounts by purpose or channel"),
        subtitle=words("As named in the source, US$ million"),
        grid=GRID,
        alt="Table of five amounts by purpose with their basis.",
        note=words("The amounts may overlap and are not added up."),
        takeaways=points("The basis is seldom stated", "Vehicles carry no price in the source"),
    ),
    TableSlide(
        frame=frame(
            "actors", "Five actors pull Tokyo in different directions", "The American factor"
        ),
        heading=words("Who holds which position, and what it means for Tokyo"),
        subtitle=(),
        grid=ACTORS,
        alt="Table of five actors with their positions and what follows for Japan.",
    ),
    PointsSlide(
        frame=frame(
            "stakes",
            "Japan and its partners must stay united and keep support going",
            "What is at stake",
        ),
        points=points(
            "Unity must hold under pressure from Washington",
            "Support must last until there is a just peace, or the rules-based order suffers",
            "Japan depends on the United States for its security, so each task makes the other "
            "harder",
            "None of the proposals asks Japan for weapons",
        ),
        callout_title="The test for Tokyo",
        callout=words(
            "Whether Japan can disagree with its protector over Ukraine and still count on "
            "protection at home."
        ),
    ),
    PointsSlide(
        frame=frame(
            "g7", "Ishiba holds the line in the G7 that Kishida drew", "Tokyo's voice in the G7"
        ),
        points=points(
            "In the G7 Japan helps to shape both aid for Ukraine and pressure on Russia",
            "Kishida used the presidency of 2023 to win over states of the Global South",
            "Ishiba has confirmed that course, and ministries and think tanks say the same",
        ),
    ),
    PointsSlide(
        frame=frame(
            "turn", "Washington's turn unsettles Tokyo on two fronts", "The American factor"
        ),
        points=(
            *points("Talk of a deal with Moscow weakens the G7's line"),
            Point(inlines=words("Firms see a way back to business with Russia"), level=1),
            Point(inlines=words("Sanctions lose force before anything is agreed"), level=1),
            *points(
                "A peace bought with concessions would reward force, and China would take note",
                "American guarantees reassure Tokyo; pressure on other allies does not",
                "Economic weakness and reliance on Washington narrow Japan's choices",
            ),
        ),
    ),
    QuoteSlide(
        frame=frame(
            "quote", "Ishiba ties Japan's support to the return of peace", "Tokyo's voice in the G7"
        ),
        quote=words("firm and unwavering"),
        attribution="Shigeru Ishiba, Prime Minister of Japan, 24 February 2025",
    ),
    TimelineSlide(
        frame=frame(
            "timeline", "Assistance that began in 2022 gained a formal basis in 2024", "Timeline"
        ),
        entries=ENTRIES,
    ),
    RecommendationsSlide(
        frame=frame(
            "recommendations",
            "Keep sanctions, fill the gap that America leaves, and prepare to rebuild",
            "Recommendations",
        ),
        items=RECOMMENDATIONS,
        who_label="Who",
        what_label="What",
        by_label="By",
    ),
    SourcesSlide(
        frame=frame("sources", "All figures come from one text and keep its values", "Sources", ""),
        references=tuple(
            words(text)
            for text in (
                "Butyrska, Nataliya (2025). [Policy brief on Japan's support for Ukraine]. "
                "New Europe Center.",
                "Group of Seven. G7 Joint Declaration. Cited through the brief, paragraph 5.",
                "Ishiba, Shigeru (24 February 2025). [Speech by video to the Leaders' Summit].",
                "Ukraine and the Government of Japan (13 June 2024). Accord on Support for Ukraine "
                "and Cooperation between Ukraine and the Government of Japan.",
            )
        ),
        method_heading="Data and method",
        method=(
            words(
                "All figures keep the value that the source gives. Its dollar sign is read as US "
                "dollars, and “more than” is kept wherever it stands."
            ),
            (
                Run(text="Amounts are not added up, since they may overlap."),
                Note(
                    blocks=(Paragraph(inlines=words("The source does not say which holds which.")),)
                ),
            ),
        ),
    ),
    ContactSlide(
        id="contact",
        title="Questions and comments are welcome",
        lines=(
            words("New Europe Center"),
            (Run(text="info@neweurope.example", link="mailto:info@neweurope.example"),),
        ),
        small_print=(
            words(
                "The International Renaissance Foundation supported the work on the source text."
            ),
            words("The views are the author's and need not be those of the foundation."),
        ),
    ),
)


def storyboard(*slides: Slide, language: str = "en-GB") -> Storyboard:
    """Return a deck of `slides`, or of every kind of slide when none are given."""
    properties = PROPERTIES
    if language != properties.language:
        properties = Properties(
            title=PROPERTIES.title,
            subtitle=PROPERTIES.subtitle,
            authors=PROPERTIES.authors,
            organisation=PROPERTIES.organisation,
            issued=PROPERTIES.issued,
            language=language,
        )
    return Storyboard(properties=properties, slides=slides or SLIDES, words=find_words(language))
