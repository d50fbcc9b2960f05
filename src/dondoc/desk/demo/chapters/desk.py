"""What the demo shows of the desk and of plans between the levels: the commune's plan carries out the province's, and a
list is kept under a name."""

from dondoc.desk.actions.saved import save_filter
from dondoc.desk.demo.story import Story
from dondoc.plans.actions.writing import set_above


def live(story: Story) -> None:
    """Hà ties the commune's plan to the one above; Lan keeps her lists, one of them for her colleagues."""
    set_above(story.commune, above=story.this, by=story.people["ha.lt"], at=story.at)
    lan = story.people["lan.nt"]
    save_filter(lan, place="my-work", name="Công khai, minh bạch", query="truc=2", by=lan, at=story.at)
    save_filter(
        lan, place="my-work", name="Bị trả lại", query="trang-thai=bi-tra-lai", agency=story.commune.agency, by=lan,
        at=story.at,
    )  # fmt: skip
