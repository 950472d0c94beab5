"""Two planners change one week, and a plan outlives what it was made for: nothing goes without somebody saying so."""
import json


def asked(browser, title):
    browser.wait(title, lambda: title in [heading.text for heading in browser.all("dialog h2")])


def run(journey):
    browser, daemon = journey.browser, journey.daemon
    daemon.run("load", journey.tiny)
    taken = daemon.room / "taken.xlsx"
    daemon.run("week", "tiny", "-o", str(taken))
    week = daemon.ask("week", "tiny")[0]
    late = daemon.room / "late.json"
    late.write_text(json.dumps({**week["requests"][0], "id": "late", "title": "迟到的申请"}))
    daemon.run("submit", "tiny", str(late))

    browser.open(f"{daemon.address}#/weeks?week=tiny")
    browser.view("weeks")
    browser.all("#week-file")[0].send_keys(str(taken))
    asked(browser, "替换活动周？")
    browser.click("dialog footer button.primary")
    asked(browser, "他人已更改本活动周")
    assert "2" in browser.text("dialog .dialog-body")
    browser.click("dialog footer button.danger")
    asked(browser, "文件中缺少部分内容")
    assert "迟到的申请" in browser.text("dialog .dialog-body")
    journey.inspect("missing")
    browser.click("dialog footer button.primary")
    browser.wait("the new revision", lambda: next(
        record["revision"] for record in daemon.ask("weeks") if record.get("week") == "tiny") == 3)
    assert "late" in [request["id"] for request in daemon.ask("week", "tiny")[0]["requests"]]
    journey.say("a workbook that others have overtaken is loaded only knowingly, and what it lacks is kept where one says so")

    daemon.run("solve", "tiny", "--limit", "5s")
    plan = daemon.ask("plan", "tiny")[0]
    edits = daemon.room / "closed.json"
    edits.write_text(json.dumps([{"op": "close", "venue": plan["sessions"][0]["venue"]}]))
    daemon.run("edit", "tiny", str(edits))
    browser.open(f"{daemon.address}#/plan?week=tiny&version=1")
    browser.view("plan")
    assert "方案已失效" in browser.text(".hint.stale")
    journey.inspect("stale")
    browser.click(".plan-head .actions > button")
    browser.click("dialog button.primary")
    asked(browser, "第 1 版已不再成立")
    assert browser.all("dialog .dialog-body li")
    browser.click("dialog footer button.danger")
    browser.wait("published", lambda: daemon.ask("plans", "tiny")[0]["published"])
    journey.say("a plan that the week was changed under is marked, and published only after its faults were shown")
    daemon.run("drop", "tiny")
