"""The program under test: opens an issue about a release, and tries again if the third-party service failed."""

import json
import urllib.error
import urllib.request


class ReleaseError(Exception):
    """The issue was not opened."""


def open_issue(base_address, api_key, title, attempts=2):
    """Returns the number of the new issue."""
    body = {
        "actionSlug": "GITHUB_CREATE_ISSUE",
        "parameters": {"owner": "ada", "repo": "engine", "title": title},
    }
    request = urllib.request.Request(
        base_address + "/api/connectors/actions",
        data=json.dumps(body).encode(),
        headers={"x-api-key": api_key, "Content-Type": "application/json"},
    )
    for attempt in range(1, attempts + 1):
        try:
            with urllib.request.urlopen(request) as response:
                return json.load(response)["result"]["number"]
        except urllib.error.HTTPError as error:
            message = json.load(error).get("message")
            if error.code != 502 or attempt == attempts:
                raise ReleaseError(f"{error.code}: {message}") from None
