"""What the demo shows of the desk and of plans between the levels: the commune's plan carries out the province's, a
list is kept under a name, and the next year's plan is begun from this one with a task dropped for a reason."""

from django.utils import timezone

from dondoc.desk.actions.saved import save_filter
from dondoc.desk.demo.story import Story
from dondoc.desk.queries.year_end import year_end
from dondoc.plans.actions.writing import NewGoal, NewPlan, from_last, set_above, write_plan

REASON = "đã xong, điểm không thấp: dồn người và kinh phí cho nội dung yếu"


def live(story: Story) -> None:
    """Hà ties the commune's plan to the one above; Lan keeps her lists, one of them for her colleagues."""
    set_above(story.commune, above=story.this, by=story.people["ha.lt"], at=story.at)
    lan = story.people["lan.nt"]
    save_filter(lan, place="my-work", name="Công khai, minh bạch", query="truc=2", by=lan, at=story.at)
    save_filter(
        lan, place="my-work", name="Bị trả lại", query="trang-thai=bi-tra-lai", agency=story.commune.agency, by=lan,
        at=story.at,
    )  # fmt: skip
    _begin_next(story)


def _begin_next(story: Story) -> None:
    """Hà's draft of the next plan: what goes on with how it ended, one task dropped, one goal."""
    this, today = story.this, timezone.localdate(story.at)
    tasks = year_end(this, today=today).tasks
    endings = {task.row.code: task.words for task in tasks}
    dropped = {task.row.code: REASON for task in tasks if not task.is_carried}
    first = dict(list(dropped.items())[:1])
    carried = from_last(this, year=this.year + 1, endings=endings, dropped=first)
    goal = NewGoal("Tăng ít nhất 5 bậc", "rank+5", "")
    new = NewPlan(this.year + 1, tasks=carried, goals=[goal], rules=this.regime_rules)
    write_plan(this.agency, new=new, by=story.people["ha.lt"], at=story.at)
