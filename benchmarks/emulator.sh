#!/usr/bin/env bash
# The emulator and its peers in one run, as tables in Markdown. Needs node, npm, java and wrk beside the .NET SDK; what is missing is left out.
# Arguments are handed on: [in-process|port] [catalog.json].
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

for peer in ajv prism wiremock; do
  [ -d "peers/$peer/node_modules" ] || (cd "peers/$peer" && npm ci --ignore-scripts --no-audit --no-fund >/dev/null) || echo "No $peer." >&2
done

dotnet build --configuration Release --verbosity quiet --nologo Recoup.Benchmarks >&2
exec dotnet Recoup.Benchmarks/bin/Release/net10.0/Recoup.Benchmarks.dll emulator "$@"
