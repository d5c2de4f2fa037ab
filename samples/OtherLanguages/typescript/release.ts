// The program under test: opens an issue about a release, and tries again if the third-party service failed.

export class ReleaseError extends Error {}

/** Returns the number of the new issue. */
export async function openIssue(baseAddress: string, apiKey: string, title: string, attempts = 2): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${baseAddress}/api/connectors/actions`, {
      method: "POST",
      headers: { "x-api-key": apiKey, "Content-Type": "application/json" },
      body: JSON.stringify({
        actionSlug: "GITHUB_CREATE_ISSUE",
        parameters: { owner: "ada", repo: "engine", title },
      }),
    });
    const body = await response.json() as { result?: { number: number }; message?: string };
    if (response.ok && body.result) return body.result.number;
    if (response.status !== 502 || attempt === attempts) throw new ReleaseError(`${response.status}: ${body.message}`);
  }
}
