"""Uses the console in a headless Chromium as a planner would, and says what it saw.

Usage: console_test.py PROGRAMS WEEK.json TINY.json PICTURES, with PROGRAMS the folder of caravand and caravan.
"""
import json
import pathlib
import shutil
import sys
import traceback

import accessibility
from browser import Browser
from chapters import access, changes, keyboard, plan, scenarios, start, together, wire
from daemon import Daemon

TOKEN = "a-secret-of-the-tests"


class Journey:
    """What the chapters share: the browser, the daemon, and what is said on the way."""

    def __init__(self, browser, daemon, week, tiny):
        self.browser, self.daemon = browser, daemon
        self.file, self.tiny = week, tiny
        self.week = json.loads(pathlib.Path(week).read_text())["id"]
        self.unsound = []

    def go(self, view, **parameters):
        query = "&".join(f"{key}={value}" for key, value in {"week": self.week, **parameters}.items())
        self.browser.open(f"{self.daemon.address}#/{view}?{query}")
        self.browser.view(view)

    def say(self, sentence):
        print(f"ok: {sentence}", flush=True)

    def inspect(self, name):
        """Looks for what makes a page hard to use for some, in both colour schemes, and takes a picture."""
        for scheme in ("dark", "light"):
            self.browser.scheme(scheme)
            self.unsound += [f"{name}, {scheme}: {fault}" for fault in accessibility.faults(self.browser)]
        self.browser.picture(name, whole=True)


def main(programs, week, tiny, pictures):
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    daemon = Daemon(programs)
    guarded = Daemon(programs, token=TOKEN)
    browser = Browser(chromium, driver, pictures)
    try:
        journey = Journey(browser, daemon, week, tiny)
        for chapter in (wire, start, together, plan, changes, scenarios, keyboard):
            chapter.run(journey)
        access.run(journey, Journey(browser, guarded, tiny, tiny), TOKEN)
        assert not journey.unsound, "\n".join(dict.fromkeys(journey.unsound))
        journey.say("every control has a name, every text enough contrast, in both colour schemes")
        complaints = browser.complaints()
        assert not complaints, "\n".join(complaints)
        journey.say("the browser's console holds no complaint")
        return 0
    except Exception:
        traceback.print_exc()
        print(*browser.complaints(), sep="\n", file=sys.stderr)
        browser.picture("failed")
        return 1
    finally:
        browser.close()
        daemon.close()
        guarded.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
