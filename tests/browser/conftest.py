"""Chromium without a window and without the network, and documents to review in it."""

from __future__ import annotations

import json
import shutil
import time
from typing import TYPE_CHECKING, Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from onetongue.review.page import report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from onetongue.account import NormalizedDocument

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
PATIENCE = 10  # seconds until a condition that never comes true fails its test
OPTIONS = (
    "--headless=new",
    "--no-sandbox",  # tests may run as root
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-first-run",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
    "--window-size=1280,900",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--picture", metavar="PNG", help="write a picture of the review page there")


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def chromium(downloads: Path) -> Iterator[webdriver.Chrome]:
    if not CHROMIUM or not DRIVER:
        pytest.skip("needs the Debian packages chromium and chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for option in OPTIONS:
        options.add_argument(option)
    options.add_experimental_option(
        "prefs", {"download.default_directory": str(downloads), "intl.accept_languages": "en"}
    )
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(executable_path=DRIVER))
    driver.set_page_load_timeout(3 * PATIENCE)
    yield driver
    driver.quit()


class Page:
    """The review page of a document, open in Chromium."""

    def __init__(self, driver: webdriver.Chrome, downloads: Path) -> None:
        self.driver = driver
        self.downloads = downloads

    def js(self, code: str, *arguments: object) -> Any:
        return self.driver.execute_script(code, *arguments)

    def texts(self, selector: str) -> list[str]:
        found: list[str] = self.js(
            "return [...document.querySelectorAll(arguments[0])].map(n => n.textContent)", selector
        )
        return found

    def text(self, selector: str) -> str:
        return "".join(self.texts(selector))

    def count(self, selector: str) -> int:
        return len(self.texts(selector))

    def click(self, selector: str) -> None:
        self.driver.find_element("css selector", selector).click()

    def keys(self, *keys: str) -> None:
        """Press keys where the focus is; those after `Keys.CONTROL` together with it."""
        for key in keys:
            chain = ActionChains(self.driver)
            if key.startswith(Keys.CONTROL):
                chain.key_down(Keys.CONTROL).send_keys(key[1:]).key_up(Keys.CONTROL).perform()
            else:
                chain.send_keys(key).perform()

    def wait(self, condition: Callable[[], object]) -> None:
        WebDriverWait(self.driver, PATIENCE).until(lambda _: condition())

    def download(self) -> Any:
        """The one file downloaded since the last call."""
        # Beside an empty file of that name stands another until it is whole.
        self.wait(lambda: [p.suffix for p in self.downloads.iterdir()] == [".json"])
        (path,) = self.downloads.iterdir()
        content = json.loads(path.read_text(encoding="utf-8"))
        path.unlink()
        return content

    def complaints(self) -> list[str]:
        """What the console was told since the last call."""
        time.sleep(0.1)  # the log comes a little after the event
        return [entry["message"] for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]


@pytest.fixture
def show(
    chromium: webdriver.Chrome, downloads: Path, tmp_path: Path
) -> Iterator[Callable[[NormalizedDocument], Page]]:
    """Open the review page of a document; afterwards nothing may stand in the console."""
    page = Page(chromium, downloads)

    def open_page(result: NormalizedDocument) -> Page:
        file = tmp_path / "review.html"
        file.write_text(report(result), encoding="utf-8")
        chromium.get(file.as_uri())
        return page

    yield open_page
    assert page.complaints() == []
    chromium.get("about:blank")
