"""The few words that charts themselves bring, by language. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.brief.exhibits import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of one language; `{}` fields are filled by name or in order.

    Attributes:
        helper: Head of a column of the workbook that only holds others in their place.
        no_data: Remark on gaps.
        hatched: Remark on what hatching means where no legend tells it.
        of_series: A part of a series: its name and the scenario.
        counted: What a histogram counts.
        reached: A value beside its target.
        has_capitals: Whether nouns have a capital letter within a sentence.
    """

    scenarios: Mapping[Scenario, str]
    target: str
    increase: str
    decrease: str
    total: str
    change: str
    base: str
    link: str
    label: str
    offset: str
    start: str
    end: str
    length: str
    helper: str
    no_data: str
    hatched: str
    outlined: str
    of_series: str
    counted: str
    reached: str
    trend: str
    group: str
    area: str
    comma: str
    has_capitals: bool = False

    def name_part(self, series: str, scenario: Scenario) -> str:
        """Return what the part of a series is called: `Grants, forecast`."""
        word = self.scenarios[scenario]
        return self.of_series.format(series, word if self.has_capitals else word.lower())


def _name_scenarios(actual: str, plan: str, forecast: str) -> Mapping[Scenario, str]:
    return MappingProxyType(
        {Scenario.ACTUAL: actual, Scenario.PLAN: plan, Scenario.FORECAST: forecast}
    )


_ENGLISH = Words(
    scenarios=_name_scenarios("Actual", "Plan", "Forecast"),
    target="Target",
    increase="Increase",
    decrease="Decrease",
    total="Total",
    change="Change",
    base="Base",
    link="Link",
    label="Label",
    offset="Offset",
    start="Start",
    end="End",
    length="Length",
    helper="{} (helper)",
    no_data="No data: {}.",
    hatched="Hatched: forecast.",
    outlined="Outlined: plan.",
    of_series="{}, {}",
    counted="Count",
    reached="{} of {}",
    trend="Trend",
    group="Group",
    area="Area of the bubbles: {}; the largest: {}, {}.",
    comma=", ",
)
_WORDS: Mapping[str, Words] = {
    "en": _ENGLISH,
    "uk": Words(
        scenarios=_name_scenarios("Факт", "План", "Прогноз"),
        target="Ціль",
        increase="Зростання",
        decrease="Зменшення",
        total="Разом",
        change="Зміна",
        base="Основа",
        link="Зв’язок",
        label="Підпис",
        offset="Відступ",
        start="Початок",
        end="Кінець",
        length="Тривалість",
        helper="{} (допоміжний)",
        no_data="Немає даних: {}.",
        hatched="Заштриховано: прогноз.",
        outlined="Контур: план.",
        of_series="{}, {}",
        counted="Кількість",
        reached="{} із {}",
        trend="Тренд",
        group="Група",
        area="Площа кола: {}; найбільше: {}, {}.",
        comma=", ",
    ),
    "de": Words(
        scenarios=_name_scenarios("Ist", "Plan", "Prognose"),
        target="Ziel",
        increase="Zunahme",
        decrease="Abnahme",
        total="Summe",
        change="Veränderung",
        base="Sockel",
        link="Verbindung",
        label="Beschriftung",
        offset="Versatz",
        start="Beginn",
        end="Ende",
        length="Dauer",
        helper="{} (Hilfsspalte)",
        no_data="Keine Angaben: {}.",
        hatched="Schraffiert: Prognose.",
        outlined="Umrandet: Plan.",
        of_series="{}, {}",
        counted="Anzahl",
        has_capitals=True,
        reached="{} von {}",
        trend="Trend",
        group="Gruppe",
        area="Fläche der Blasen: {}; die größte: {}, {}.",
        comma=", ",
    ),
    "fr": Words(
        scenarios=_name_scenarios("Réalisé", "Plan", "Prévision"),
        target="Objectif",
        increase="Hausse",
        decrease="Baisse",
        total="Total",
        change="Variation",
        base="Base",
        link="Lien",
        label="Étiquette",
        offset="Décalage",
        start="Début",
        end="Fin",
        length="Durée",
        helper="{} (auxiliaire)",
        no_data="Données manquantes\u00a0: {}.",
        hatched="Hachures\u00a0: prévision.",
        outlined="Contour\u00a0: plan.",
        of_series="{}, {}",
        counted="Nombre",
        reached="{} sur {}",
        trend="Tendance",
        group="Groupe",
        area="Aire des bulles\u00a0: {}\u00a0; la plus grande\u00a0: {}, {}.",
        comma=", ",
    ),
    "ja": Words(
        scenarios=_name_scenarios("実績", "計画", "予測"),
        target="目標",
        increase="増加",
        decrease="減少",
        total="合計",
        change="増減",
        base="土台",
        link="接続線",
        label="ラベル",
        offset="余白",
        start="開始",
        end="終了",
        length="期間",
        helper="{}（補助列）",
        no_data="データなし：{}。",
        hatched="斜線は予測。",
        outlined="枠線は計画。",
        of_series="{}（{}）",
        counted="件数",
        reached="{}／{}",
        trend="傾向線",
        group="グループ",
        area="円の面積は{}（最大は{}の{}）。",
        comma="、",
    ),
}


def find_words(language: str) -> Words:
    """Return the words of a language by its BCP 47 tag; English for one that is not known."""
    return _WORDS.get(language.partition("-")[0].casefold(), _ENGLISH)
