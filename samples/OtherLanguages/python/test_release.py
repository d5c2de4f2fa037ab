"""Tests of release.py on the emulator. Run them with: python3 -m unittest"""

import json
import os
import subprocess
import unittest
import urllib.error
import urllib.request

import release

TOOL = os.environ.get("RECOUP", "recoup")
CATALOG = os.environ.get("RECOUP_CATALOG", "../../QuickStart/recoup.catalog.json")
NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Emulator:
    """The emulator as a process, and its control API."""

    def __init__(self):
        command = [TOOL, "emulate", "--catalog", CATALOG, "--port", "0", "--clock", "emulated", "--quiet"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip()
        self.key = self.process.stdout.readline().strip()

    def control(self, method, path, body=None):
        request = urllib.request.Request(
            self.address + "/_recoup" + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={} if body is None else {"Content-Type": "application/json"},
        )
        with NO_PROXY.open(request) as response:
            text = response.read()
            return json.loads(text) if text else None

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


class ReleaseTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        urllib.request.install_opener(NO_PROXY)
        cls.emulator = Emulator()
        cls.addClassCleanup(cls.emulator.stop)

    def setUp(self):
        self.emulator.control("POST", "/reset")

    def open_issue(self):
        return release.open_issue(self.emulator.address, self.emulator.key, "1.0 is out")

    def script(self, *outcomes):
        self.emulator.control("POST", "/stubs", {"action": "GITHUB_CREATE_ISSUE", "outcomes": list(outcomes)})

    def test_a_failure_of_the_service_is_tried_again(self):
        self.script({"failsUpstream": "GitHub is down."}, {"returns": {"number": 17}})

        self.assertEqual(self.open_issue(), 17)

        sent = self.emulator.control("GET", "/journal?action=GITHUB_CREATE_ISSUE")["exchanges"]
        self.assertEqual([exchange["status"] for exchange in sent], [502, 200])
        self.assertEqual(sent[1]["parameters"]["title"], "1.0 is out")

    def test_a_connector_that_is_not_connected_is_not_tried_again(self):
        self.emulator.control("PUT", "/accounts/default/connections/github", {"state": "none"})

        with self.assertRaisesRegex(release.ReleaseError, "409"):
            self.open_issue()

        sent = self.emulator.control("GET", "/journal")["exchanges"]
        self.assertEqual([exchange["executed"] for exchange in sent], [False])

    def test_a_mistake_in_a_script_is_explained(self):
        with self.assertRaises(urllib.error.HTTPError) as refused:
            self.emulator.control("POST", "/stubs", {"action": "GITHUB_CREATE_ISUE"})

        self.assertIn("Did you mean 'GITHUB_CREATE_ISSUE'?", json.load(refused.exception)["detail"])
        refused.exception.close()


if __name__ == "__main__":
    unittest.main()
