"""Looking at a plan: map, timetable, filters, one session, what is not held, files, coverage."""
import json
import pathlib

from selenium.webdriver.common.keys import Keys


def chips(browser):
    return len(browser.all(".chip"))


def run(journey):
    browser = journey.browser
    journey.go("plan")
    held = journey.daemon.ask("plan", journey.week)[0]["sessions"]
    assert chips(browser) == len(held), (chips(browser), len(held))
    journey.say(f"the timetable holds all {len(held)} sessions")
    townships = journey.daemon.ask("coverage", journey.week)[:-1]
    assert len(browser.all(".map g.township[role=button]")) == len(townships)
    without = sum(1 for record in townships if record["sessions"] == 0)
    assert len(browser.all(".map g.township.step-0")) == without
    journey.say(f"the map shows {len(townships)} townships, {without} of them as having nothing")
    journey.inspect("plan")

    browser.choose("#filter-county", "靖宇县")
    browser.wait("fewer sessions", lambda: 0 < chips(browser) < len(held))
    counties = browser.js("return [...new Set([...document.querySelectorAll('.date tbody th')].map((cell) => cell.textContent))]")
    assert counties == ["靖宇县"], counties
    assert len(browser.all(".map g.township[role=button]")) == 8
    browser.choose("#filter-audience", "youth")
    browser.wait("the address", lambda: "audience=youth" in browser.js("return location.hash"))
    count = chips(browser)
    browser.driver.refresh()
    browser.view("plan")
    assert chips(browser) == count and browser.find("#filter-audience").get_attribute("value") == "youth"
    journey.say("filters hold for map and timetable, stand in the address, and survive a reload")
    browser.picture("filtered")

    browser.click("#filter-clear")
    browser.wait("all sessions", lambda: chips(browser) == len(held))
    browser.fill("#filter-q", "蓝莓")
    browser.wait("the search", lambda: 0 < chips(browser) < len(held))
    assert all("蓝莓" in chip.text for chip in browser.all(".chip"))
    journey.say("free text finds sessions by what they are called")
    browser.click("#filter-clear")

    busy = next(record["key"] for record in townships if record["sessions"] > 1)
    browser.js("document.getElementById(arguments[0]).dispatchEvent(new MouseEvent('click', {bubbles: true}))", f"township-{busy}")
    browser.wait("the township alone", lambda: 0 < chips(browser) < len(held))
    journey.say("a township chosen on the map shows its sessions alone")
    browser.click("#filter-clear")

    browser.click(".chip")
    browser.wait("the explanation", lambda: browser.all(".explained h3"))
    assert browser.all(".explained .reason") and browser.all("dialog .details")
    journey.say("a session opens at the side with time, place, crew, fund, and why it is there")
    journey.inspect("session")
    browser.press(Keys.ESCAPE)
    browser.wait("the panel closed", lambda: not browser.all("dialog"))
    assert browser.focused(".chip")
    journey.say("Escape closes it, and the focus is back where it was")

    browser.click(".unheld-item")
    browser.wait("the explanation", lambda: browser.all(".explained .reason"))
    journey.say("a request that is not held opens with the reason")
    browser.picture("unheld")
    browser.press(Keys.ESCAPE)

    texts(journey)
    exports(journey)
    journey.go("coverage")
    assert len(browser.all(".heat-table tbody tr")) == len(townships)
    journey.say("the coverage table has every township by audience")
    browser.choose("#critical-pool", "kits")
    browser.fill("#critical-limit", "5")
    browser.click("section[aria-labelledby='critical-title'] button")
    kits = json.loads(pathlib.Path(journey.file).read_text())["kits"]
    browser.wait("the ranking", lambda: len(browser.all("#main .outcome tbody tr")) == len(kits))
    journey.say(f"what the loss of each of {len(kits)} kits would cost is told, worst first")
    journey.inspect("coverage")


def texts(journey):
    """The sample's titles are plain; here one holds markup."""
    browser = journey.browser
    journey.daemon.ask("load", str(marked_up(journey)))
    browser.driver.refresh()
    browser.view("plan")
    assert not browser.all("#week img") and not browser.js("return window.hurt === true")
    assert "<img" in browser.find("#week").text
    journey.say("markup in what planners typed is shown as text")
    journey.daemon.ask("drop", "marked-up")


def marked_up(journey):
    week = json.loads(pathlib.Path(journey.file).read_text())
    week.update(id="marked-up", title="<img src=x onerror='window.hurt=true'>")
    file = journey.daemon.room / "marked-up.json"
    file.write_text(json.dumps(week))
    return file


def exports(journey):
    browser = journey.browser
    folder = journey.daemon.room / "downloads"
    browser.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    journey.go("plan")
    for number, suffix in enumerate(["xlsx", "ics", "html", "csv", "json"], start=1):
        browser.click(".plan-head .menu summary")
        browser.click(f".plan-head .menu-list button:nth-child({number})")
        browser.wait(f"the {suffix} file", lambda: list(folder.glob(f"*.{suffix}")))
    assert next(folder.glob("*.xlsx")).read_bytes().startswith(b"PK")
    assert "BEGIN:VCALENDAR" in next(folder.glob("*.ics")).read_text()
    journey.say("workbook, calendar, report, table and document are saved as files")
