"""Language, telephone, token, and a daemon that goes away."""
import accessibility

VIEWS = ("weeks", "solve", "plan", "changes", "scenarios", "coverage")


def run(journey, guarded, token):
    browser = journey.browser
    journey.go("plan")
    browser.click("#language")
    browser.wait("English", lambda: browser.text("h1").startswith("Plan, version"))
    assert browser.js("return document.documentElement.lang") == "en"
    browser.driver.refresh()
    browser.view("plan")
    assert browser.js("return document.documentElement.lang") == "en"
    journey.say("the language is switched in place and remembered")
    journey.inspect("plan-en")

    for width in (390, 1440):
        browser.resize(width, 844)
        for view in VIEWS:
            journey.go(view)
            assert browser.sideways() <= 0, f"{view} at {width} pixels is {browser.sideways()} too wide"
            if width == 390:
                small = browser.js(accessibility.TARGETS)
                assert not small, f"{view}: {small}"
                browser.picture(f"phone-{view}", whole=True)
    assert accessibility.shades_rise(browser)
    journey.say("nothing scrolls sideways at the width of a telephone, and what is touched is large enough")
    browser.click("#language")
    browser.wait("Chinese", lambda: browser.js("return document.documentElement.lang") == "zh-CN")

    lost(journey)

    browser.open(guarded.daemon.address)
    browser.fill("#token", "not-the-token")
    browser.click("dialog button.primary")
    browser.wait("the question again", lambda: browser.all("dialog #token-note") and "未通过" in browser.text("#token-note"))
    browser.picture("token")
    browser.fill("#token", token)
    browser.click("dialog button.primary")
    browser.view("weeks")
    browser.all("#week-file")[0].send_keys(guarded.file)
    browser.wait("the week", lambda: guarded.week in browser.js("return location.hash"))
    browser.driver.refresh()
    browser.view("weeks")
    assert not browser.all("dialog")
    journey.say("a listener with a token is asked once; a wrong token is said to be wrong")


def lost(journey):
    browser, daemon = journey.browser, journey.daemon
    journey.go("plan")
    daemon.stop()
    browser.click("nav a[href*='#/coverage']")
    browser.wait("the notice", lambda: "中断" in browser.text("#connection"))
    daemon.start()
    browser.view("coverage")
    assert not browser.find("main").find_elements("css selector", ".fault")
    browser.wait("no notice", lambda: not browser.js("return document.getElementById('connection').checkVisibility()"))
    journey.say("when the daemon goes away the page says so, and goes on once it is back")
