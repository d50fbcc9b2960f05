"""Prints the pages of a demo as JSON: {name: [who, address]}; run by its own process, which the demo's data belongs to.

DONDOC_DATA=… python tests/browser/pages.py
"""

import json
import os
import sys
from pathlib import Path

if __name__ == "__main__":
    os.environ |= {"DJANGO_SETTINGS_MODULE": "dondoc.config.settings", "DONDOC_DEMO": "1"}
    sys.path.append(str(Path(__file__).parents[2] / "bench"))
    import django

    django.setup()
    from pages_of import all_pages

    print(json.dumps({name: [who, address] for name, (who, address, _budget) in all_pages().items()}))
