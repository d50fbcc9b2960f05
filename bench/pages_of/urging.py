"""Pages of urging, notices and evaluation."""


def pages() -> dict[str, tuple[str, str, int]]:
    from django.urls import reverse

    from dondoc.duties.models import Evaluation, EvaluationScore, Regime, UrgingLetter
    from dondoc.units.models import Agency

    late = Agency.objects.get(unit__name="Hòa Bình", kind="ubnd", valid_to=None)
    letter, row = UrgingLetter.objects.earliest("pk"), Evaluation.objects.latest("pk")
    score = EvaluationScore.objects.get(evaluation=row, agency=late)
    regime = Regime.objects.filter(ended_on=None).latest("pk")
    rule = reverse("evaluation-rule", args=[row.unit.code, row.year])
    return {
        "urging": ("ha.lt", reverse("urging"), 20),
        "urging as a workbook": ("ha.lt", reverse("urging-sheet"), 14),
        "asked": ("ha.lt", reverse("urging-asked"), 20),
        "urging, one agency": ("ha.lt", reverse("urging-agency", args=[late.code]), 22),
        "letters": ("ha.lt", reverse("letters"), 14),
        "letter": ("ha.lt", reverse("letter", args=[letter.code]), 16),
        "letter as a document": ("ha.lt", reverse("letter-docx", args=[letter.code]), 14),
        "what went up": ("chi.pq", reverse("way-up"), 16),
        "what went up as a report": ("chi.pq", reverse("way-up-docx"), 16),
        "rules of urging": ("quan.tri", reverse("urging-rules"), 14),
        "days of a regime": ("quan.tri", reverse("way-up-regime", args=[regime.code]), 12),
        "messages": ("quan.tri", reverse("messages"), 9),
        "notices": ("lan.nt", reverse("notices"), 9),
        "ways to be told": ("lan.nt", reverse("notice-choices"), 9),
        "evaluations": ("chi.pq", reverse("evaluations"), 12),
        "evaluation": ("chi.pq", reverse("evaluation", args=[row.code]), 18),
        "evaluation of an agency": ("chi.pq", reverse("evaluation-score", args=[row.code, late.code]), 16),
        "own evaluation": ("tung.ds", reverse("evaluation-score", args=[row.code, score.agency.code]), 16),
        "evaluation as a document": ("chi.pq", reverse("evaluation-docx", args=[row.code]), 18),
        "evaluation as a workbook": ("chi.pq", reverse("evaluation-xlsx", args=[row.code]), 14),
        "rule of an evaluation": ("chi.pq", rule, 14),
    }
