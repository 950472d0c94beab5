"""The main steps again, without a mouse."""
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select


def run(journey):
    browser = journey.browser
    journey.go("weeks")
    browser.js("document.activeElement.blur()")
    browser.tab_to(".skip")
    browser.press(Keys.ENTER)
    assert browser.focused("main h1")
    journey.say("the skip link leads past the navigation")

    browser.tab_to("nav a[href*='#/solve']", back=True)
    browser.press(Keys.ENTER)
    browser.view("solve")
    assert browser.focused("main h1")
    browser.tab_to("#limit")
    browser.press(Keys.CONTROL + "a" + Keys.NULL, "2", Keys.ENTER)
    browser.wait("the end of the job", lambda: browser.all(".progress a.button.primary"))
    browser.tab_to(".progress a.button.primary")
    browser.press(Keys.ENTER)
    browser.view("plan")
    journey.say("a plan is made and opened with the keyboard")

    browser.tab_to(".map g.township")
    first = browser.js("return document.activeElement.id")
    for key in (Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ARROW_LEFT, Keys.ARROW_UP):
        browser.press(key)
    assert browser.js("return document.activeElement.id") != "" and browser.focused(".map g.township")
    browser.press(Keys.ARROW_RIGHT)
    moved = browser.js("return document.activeElement.id")
    browser.press(Keys.ENTER)
    assert f"township={moved.removeprefix('township-')}" in browser.js("return location.hash"), (first, moved)
    browser.press(Keys.ENTER)
    journey.say("arrow keys move over the map, Enter chooses a township")

    browser.tab_to(".chip")
    browser.press(Keys.ENTER)
    browser.wait("the panel", lambda: browser.all("dialog[open]"))
    for _ in range(30):
        browser.press(Keys.TAB)
        assert browser.js("return document.activeElement === document.body || document.activeElement.closest('dialog') !== null")
    browser.press(Keys.ESCAPE)
    assert browser.focused(".chip")
    journey.say("the session panel keeps the focus inside and gives it back")

    browser.tab_to("nav a[href*='#/changes']", back=True)
    browser.press(Keys.ENTER)
    browser.view("changes")
    browser.tab_to("#edit-object")
    browser.press(Keys.ARROW_DOWN)
    name = Select(browser.find("#edit-object")).first_selected_option.text
    browser.tab_to(".edit-form button.add")
    browser.press(Keys.SPACE)
    browser.wait("the change", lambda: name in browser.text(".edits"))
    browser.tab_to("#replan-limit")
    browser.press(Keys.CONTROL + "a" + Keys.NULL, "3", Keys.ENTER)
    browser.wait("the proposal", lambda: browser.all("#accept"))
    browser.tab_to("#discard")
    browser.press(Keys.ENTER)
    browser.tab_to(".edits button", back=True)
    browser.press(Keys.ENTER)
    browser.wait("an empty list", lambda: browser.all(".edits .empty"))
    journey.say("a change is collected, its proposal looked at and discarded with the keyboard")
