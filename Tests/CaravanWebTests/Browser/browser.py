"""A headless Chromium that is used like a person would: clicks, keys, looking."""
import pathlib
import time

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

PATIENCE = 90
FLAGS = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars"]


class Browser:
    def __init__(self, chromium, driver, pictures, language="zh-CN", width=1440, height=900):
        options = Options()
        options.binary_location = chromium
        for flag in FLAGS + [f"--lang={language}", f"--window-size={width},{height}"]:
            options.add_argument(flag)
        options.add_experimental_option("prefs", {"intl.accept_languages": language})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(service=Service(driver), options=options)
        self.pictures = pathlib.Path(pictures)
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.resize(width, height)

    def close(self):
        self.driver.quit()

    def resize(self, width, height):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})

    def scheme(self, name):
        """`light` or `dark`, as the system would prefer it; motion is reduced in both."""
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
            {"name": "prefers-color-scheme", "value": name}, {"name": "prefers-reduced-motion", "value": "reduce"}]})

    def open(self, address):
        self.driver.get("about:blank")
        self.driver.get(address)

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def wait(self, what, condition):
        """Waits until a condition holds, and gives what it gave."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                found = condition()
            except StaleElementReferenceException:
                found = None
            if found:
                return found
            time.sleep(0.1)
        self.picture("failed")
        raise AssertionError(f"in vain waited for: {what}")

    def view(self, name):
        self.wait(f"the view {name}", lambda: self.js(
            "return document.getElementById('main').dataset.ready === arguments[0]", name))

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def find(self, selector):
        return self.wait(selector, lambda: next(
            (element for element in self.all(selector) if element.is_displayed()), None))

    def text(self, selector):
        return self.find(selector).text

    def click(self, selector):
        element = self.find(selector)
        self.js("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def choose(self, selector, value):
        Select(self.find(selector)).select_by_value(value)

    def fill(self, selector, value):
        element = self.find(selector)
        element.clear()
        element.send_keys(value)

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def tab_to(self, selector, limit=250, back=False):
        """Presses Tab until an element that fits has the focus, and looks whether one sees that it has."""
        for _ in range(limit):
            if back:
                ActionChains(self.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
            else:
                self.press(Keys.TAB)
            if self.js("return document.activeElement.matches(arguments[0])", selector):
                visible = self.js("""
                    const style = getComputedStyle(document.activeElement);
                    const disc = document.activeElement.querySelector('.disc');
                    return parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none'
                      || disc !== null && parseFloat(getComputedStyle(disc).strokeWidth) >= 3""")
                assert visible, f"the focus on {selector} is not to be seen"
                return
        raise AssertionError(f"Tab does not lead to {selector}")

    def focused(self, selector):
        return self.js("return document.activeElement.closest(arguments[0]) !== null", selector)

    def picture(self, name, whole=False):
        if whole:
            size = self.js("return [innerWidth, Math.min(document.documentElement.scrollHeight, 6000), innerHeight]")
            self.resize(size[0], max(size[1], size[2]))
        self.driver.save_screenshot(str(self.pictures / f"{name}.png"))
        if whole:
            self.resize(size[0], size[2])

    def sideways(self):
        """By how many pixels the page is wider than the window."""
        return self.js("return document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def complaints(self):
        """What the browser's console holds against the page. A refused token and a missing daemon are meant to be."""
        return [entry["message"] for entry in self.driver.get_log("browser")
                if entry["level"] in ("SEVERE", "WARNING")
                and "401" not in entry["message"] and "ERR_CONNECTION" not in entry["message"]
                and "ERR_INCOMPLETE" not in entry["message"] and "ERR_EMPTY" not in entry["message"]]
