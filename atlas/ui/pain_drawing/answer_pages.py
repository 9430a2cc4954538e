"""What stands beside a drawing: the legend of what lies over it, the comparison, the figures. From state to words."""

from __future__ import annotations

from atlas.domain.body.painting import Painting, less
from atlas.domain.body.places import places_of
from atlas.domain.catalog import Catalog
from atlas.domain.pain.comparing import difference, distinctive_points
from atlas.domain.pain.drawing_measures import areas, extent, overlap
from atlas.domain.pain.matching import pattern_weight, shared_out
from atlas.domain.pain.overlays import LETTERS, root_painting, side_of_root
from atlas.domain.pain.pain_report import Overlay, PainReport, painting_of
from atlas.render.pain.ink import Inks
from atlas.ui.article.blocks import Block
from atlas.ui.language.place_names import places, side_words, title_of
from atlas.ui.language.translate import translate
from atlas.ui.pain_drawing import answer_texts as answer_texts
from atlas.ui.pain_drawing.overlay_legend import LegendRow


class AnswerPages:
    """Keeps the compared patterns' whole paintings, which are asked for again at every change of the drawing."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._wholes: dict[Overlay, Painting] = {}
        self._weights: dict[Overlay, Painting] = {}

    def whole(self, which: Overlay) -> Painting:
        """Essential pain and spillover of a muscle, on its side."""
        if which not in self._wholes:
            pattern = self._catalog.pattern(which.muscle)
            self._wholes[which] = self._catalog.surface.sided(pattern.whole, which.side)
        return self._wholes[which]

    def weight(self, which: Overlay) -> Painting:
        """What a muscle's pattern counts at each vertex, on its side."""
        if which not in self._weights:
            right = pattern_weight(self._catalog.pattern(which.muscle))
            self._weights[which] = self._catalog.surface.sided(right, which.side)
        return self._weights[which]

    def legend(self, report: PainReport, inks: Inks) -> tuple[list[LegendRow], str]:
        """A row for each thing laid over the drawing, and what none of them covers: together all of the drawing."""
        catalog, painting = self._catalog, painting_of(report)
        surface, paintings = catalog.surface, [self.whole(c) for c in report.overlays]
        added = shared_out(surface, painting, [self.weight(c) for c in report.overlays])
        rows = []
        for k, (which, more) in enumerate(zip(report.overlays, added, strict=True)):
            said = [side_words(which.side)]
            if not report.is_empty:
                adds = translate("Hurts", "adds {percent}%") if k else translate("Hurts", "covers {percent}%")
                said.append(adds.format(percent=more))
            name = catalog.muscles[which.muscle].name
            rows.append(LegendRow(ink=inks.laid_over[k], letter=LETTERS[k], title=name, said=", ".join(said)))
        rest = ""
        if rows and not report.is_empty:
            left = less(painting, *paintings)
            percent = 100 - sum(added)
            rest = translate("Hurts", "Not covered: {percent}%").format(percent=percent)
            where = places(places_of(surface, left, 0.15), catalog.regions, 2) if left.vertices.size else ""
            rest += f" · {where}" if percent and where else ""
        if report.dermatome is not None:
            root = translate("Hurts", "Nerve root {root}").format(root=catalog.dermatomes[report.dermatome].name)
            words = f"{side_words(side_of_root(report))}, {translate('Hurts', 'dermatome')}"
            rows.append(LegendRow(ink=inks.root, letter="", title=root, said=words))
        return rows, rest

    def comparison(self, report: PainReport) -> list[Block]:
        """Which points to press to tell the patterns apart, and a nerve root beside them in words."""
        catalog = self._catalog
        surface, regions = catalog.surface, catalog.regions
        muscles = [catalog.muscles[c.muscle] for c in report.overlays]
        patterns = [catalog.pattern(c.muscle) for c in report.overlays]
        found = distinctive_points(surface, report.overlays, muscles, patterns) if len(patterns) > 1 else ()
        blocks = answer_texts.distinctive_blocks(report.overlays, found, catalog.muscles, regions)
        if report.dermatome is None:
            return blocks
        dermatome = catalog.dermatomes[report.dermatome]
        root = root_painting(catalog, dermatome.id, side_of_root(report))
        sources = " ".join(catalog.sources[s].citation for s in dermatome.sources if s in catalog.sources)
        beside = [(title_of(m, c), self.whole(c)) for m, c in zip(muscles, report.overlays, strict=True)]
        if not beside and not report.is_empty:
            beside = [(translate("Hurts", "the drawing"), painting_of(report))]
        for title, painting in beside:
            two = difference(surface, painting, root)
            blocks += answer_texts.root_blocks(dermatome, title, two, regions, sources)
        if not beside:
            blocks += answer_texts.root_blocks(dermatome, None, None, regions, sources)
        return blocks

    def figures(self, report: PainReport) -> list[Block]:
        """What a clinician expects of a pain drawing, and its overlap with a second one."""
        surface, drawing, regions = self._catalog.surface, report.drawing, self._catalog.regions
        if drawing is None or report.is_empty:
            return [Block(kind="muted", text=translate("Hurts", "Nothing is painted yet."))]
        painting = drawing.painting
        size, marked = extent(surface, painting), places_of(surface, painting, 0.01)
        blocks = answer_texts.figure_blocks(surface, drawing, size, areas(surface, painting), marked, regions)
        if report.other is not None:
            other = report.other.painting
            shared = overlap(surface, painting, other)
            blocks += answer_texts.overlap_blocks(shared, size.whole, extent(surface, other).whole)
            blocks += answer_texts.change_blocks(difference(surface, other, painting), regions)
        return blocks
