"""What the demo shows of reports."""

from dondoc.desk.demo.story import Story


def live(story: Story) -> None:  # noqa: ARG001 - nothing yet
    return
