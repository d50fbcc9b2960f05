#!/usr/bin/env python
"""Django's own commands (makemigrations, shell …). What an operator needs is in the `dondoc` command."""

import os
import sys

from dondoc.config.commands import start


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dondoc.config.settings")
    start(setup=False)
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
