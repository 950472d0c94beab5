"""A planner loads a week and makes a plan."""
import urllib.request


def template_path(browser):
    return browser.js("return document.querySelector('.drop-zone a[download]').getAttribute('href')")


def run(journey):
    browser, daemon = journey.browser, journey.daemon
    browser.open(daemon.address)
    browser.view("weeks")
    assert browser.js("return document.documentElement.lang") == "zh-CN"
    journey.say("a Chinese browser gets the console in Chinese")
    browser.picture("empty")

    broken = daemon.room / "broken.json"
    broken.write_text('{"format": "caravan-week/1", "id": "broken"}')
    browser.all("#week-file")[0].send_keys(str(broken))
    assert "start" in browser.text(".fault")
    journey.say("a broken document is refused, and the page says where it is broken")
    browser.picture("fault")

    empty = daemon.room / "empty.xlsx"
    with urllib.request.urlopen(daemon.address + template_path(browser)) as template:
        empty.write_bytes(template.read())
    browser.all("#week-file")[0].send_keys(str(empty))
    browser.wait("the fault of the workbook", lambda: "工作表" in browser.text(".fault") or "乡镇" in browser.text(".fault"))
    assert not daemon.ask("weeks")[:-1]
    journey.say("an empty template is refused, its sheets and cells named in Chinese")
    browser.picture("workbook-fault")

    filled = daemon.room / "小例.xlsx"
    daemon.run("--lang", "zh", "export-week", journey.tiny, "-o", str(filled))
    browser.all("#week-file")[0].send_keys(str(filled))
    browser.wait("the workbook's week", lambda: "week=tiny" in browser.js("return location.hash"))
    browser.view("weeks")
    assert "tiny" in [record.get("week") for record in daemon.ask("weeks")]
    journey.say("a workbook is loaded as a week")
    daemon.run("drop", "tiny")

    browser.all("#week-file")[0].send_keys(journey.file)
    browser.wait("the week in the list", lambda: journey.week in browser.js("return location.hash"))
    browser.view("weeks")
    assert [record["week"] for record in daemon.ask("weeks")[:-1]] == [journey.week]
    journey.say("a week document is loaded by choosing its file")

    browser.click("nav a[href*='#/solve']")
    browser.view("solve")
    browser.fill("#limit", "20")
    browser.click("form button.primary")
    browser.wait("points drawn", lambda: browser.js(
        "return Number(document.querySelector('.chart')?.dataset.points ?? 0)") >= 3)
    browser.wait("both lines drawn", lambda: browser.js(
        "return [...document.querySelectorAll('.chart .line')].filter((line) => line.getAttribute('d')).length") == 2)
    journey.say("while the daemon solves, objective and bound are drawn as they come")

    browser.driver.refresh()
    browser.view("solve")
    browser.wait("the job again", lambda: browser.all(".progress[data-job='1']"))
    journey.say("after a reload the running job is found again")
    journey.inspect("solving")

    browser.wait("a bound", lambda: browser.js(
        "return document.querySelector('.chart .bound')?.getAttribute('d')"))
    browser.click(".progress button.primary")
    browser.click(".progress a.button.primary")
    browser.view("plan")
    plans = daemon.ask("plans", journey.week)
    assert plans[0]["version"] == 1 and plans[0]["sessions"] > 0
    assert daemon.ask("job", "1")[0]["termination"] == "stopped"
    journey.say("the job is stopped, its best plan is kept, and one click opens it")

    browser.click(".plan-head .actions > button")
    browser.click("dialog button.primary")
    browser.wait("published", lambda: daemon.ask("plans", journey.week)[0]["published"])
    browser.view("plan")
    browser.wait("the badge", lambda: "已发布" in browser.text(".badges"))
    journey.say("the plan is published after asking once")
