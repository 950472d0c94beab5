"""What if a fund had less, or more?"""


def add(browser, number, name, limit):
    browser.click("#scenario-add")
    browser.fill(f"#scenario-{number}-name", name)
    browser.choose(f"#scenario-{number}-kind", "limit")
    browser.fill(f"#scenario-{number}-limit", limit)
    form = f".scenario:nth-child({number + 1})"
    browser.click(f"{form} .edit-form button.add")
    browser.wait("the edit", lambda: browser.all(f"{form} .edits li button"))


def run(journey):
    browser, daemon = journey.browser, journey.daemon
    before = daemon.ask("weeks")[0]
    journey.go("scenarios")
    add(browser, 0, "科技经费减少", "20000")
    add(browser, 1, "科技经费增加", "80000")
    browser.fill("#whatif-limit", "20")
    browser.click("form.form-row button.primary")
    browser.wait("all columns", lambda: browser.all(".scenario-table") and not browser.all(".scenario-table .waiting"))
    assert len(browser.all(".scenario-table thead th")) == 3
    signs = [cell.get_attribute("class") for cell in browser.all(".scenario-table .badge")]
    assert len(signs) == 2
    after = daemon.ask("weeks")[0]
    assert (after["revision"], after["plans"]) == (before["revision"], before["plans"])
    journey.say("two scenarios stand beside the week as it is: objective, bracket, sign, coverage, money; nothing is stored")
    journey.inspect("scenarios")
