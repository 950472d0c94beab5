"""An expert cannot come: what changed is collected, the proposal looked at, accepted and published."""


def busiest(journey):
    """The expert with the most sessions of the published plan."""
    loads = journey.daemon.ask("coverage", journey.week, "--version", "published", "--by", "member")[:-1]
    return max((record for record in loads if record["pool"] == "experts"), key=lambda record: record["sessions"])


def run(journey):
    browser, daemon = journey.browser, journey.daemon
    expert = busiest(journey)
    before = daemon.ask("weeks")[0]
    journey.go("changes")
    browser.fill("#edit-find", expert["name"])
    browser.choose("#edit-object", expert["key"])
    browser.click(".edit-form button.add")
    browser.wait("the change in the list", lambda: expert["name"] in browser.text(".edits"))
    browser.driver.refresh()
    browser.view("changes")
    assert expert["name"] in browser.text(".edits")
    journey.say("an expert is marked away; the list of changes survives a reload")
    journey.inspect("changes")

    browser.fill("#replan-limit", "15")
    browser.click(".start-form button.primary")
    browser.wait("points drawn", lambda: browser.all(".proposal .chart .line"))
    journey.say("the proposal is worked out, and one sees how it gets better")
    browser.wait("the proposal", lambda: browser.all("#accept"))
    assert browser.all(".change") and browser.all(".members-to-tell details")
    told = browser.js("return [...document.querySelectorAll('[data-member]')].map((entry) => entry.dataset.member)")
    assert expert["key"] in told, told
    now = daemon.ask("weeks")[0]
    assert (now["revision"], now["plans"]) == (before["revision"], before["plans"])
    journey.say("the differences are shown by request and by member, and nothing is stored yet")
    browser.click(".members-to-tell summary")
    journey.inspect("proposal")

    browser.driver.refresh()
    browser.view("changes")
    browser.wait("the proposal again", lambda: browser.all("#accept"))
    browser.click("#discard")
    assert daemon.ask("weeks")[0]["revision"] == before["revision"] and expert["name"] in browser.text(".edits")
    journey.say("the proposal is found again after a reload; discarding it stores nothing and keeps the list")

    browser.fill("#replan-limit", "10")
    browser.click(".start-form button.primary")
    browser.wait("the proposal", lambda: browser.all("#accept"))
    browser.click("#accept")
    browser.view("plan")
    published = next(record for record in daemon.ask("plans", journey.week) if record.get("published"))
    assert published["version"] != before.get("published") and published["origin"] == "replan"
    journey.say(f"accepted, it is version {published['version']} and published")

    journey.go("plan", member=expert["key"])
    assert not browser.all(".chip")
    assert all(expert["key"] not in session["crew"] for session in daemon.ask("plan", journey.week, "--version", "published")[0]["sessions"])
    journey.say("the expert has no session any more, on the page and in the daemon's plan")

    journey.go("weeks")
    browser.choose("#diff-to", str(published["version"]))
    browser.choose("#diff-from", "1")
    browser.click("section[aria-labelledby='diff-title'] .form-row button")
    browser.wait("the difference", lambda: browser.all(".difference .change"))
    journey.say("two stored versions are compared in the same way")
    journey.inspect("weeks")
