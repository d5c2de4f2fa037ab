#!/usr/bin/env bash
# The generator in a whole build, beside NSwag and Kiota over the same schemas: time to generate, to build, and the assembly's size.
# What Kiota writes for a real catalog does not compile (CS0029), so it is only generated.
# Takes a catalog; without one, the real one among the external test data. Needs node and npm for NSwag. Times are the best of three,
# in processor seconds (user and system), without the compiler server.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

catalog=$(realpath "${1:-${RECOUP_TEST_DATA:-../../shared}/catalogs/github-googledrive.served.json}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export UseSharedCompilation=false DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_ROLL_FORWARD=Major MSBUILDDISABLENODEREUSE=1

project() { # name, items
  mkdir -p "$work/$1"
  cat > "$work/$1/$1.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><GenerateDocumentationFile>true</GenerateDocumentationFile><NoWarn>\$(NoWarn);CS1591;RCPEXP01</NoWarn></PropertyGroup>
  <ItemGroup>$2</ItemGroup>
</Project>
XML
  dotnet restore "$work/$1" -p:RestoreAdditionalProjectSources="$work/packages" -p:RestorePackagesPath="$work/extracted" > /dev/null
}

best() { # command ... -> the fewest processor seconds of three runs
  local fewest=999999 seconds
  for _ in 1 2 3; do
    { TIMEFORMAT='%U %S'; time "$@" > "$work/log" 2>&1; } 2> "$work/time" || { cat "$work/log" >&2; return 1; }
    seconds=$(awk '{ print $1 + $2 }' "$work/time")
    fewest=$(awk -v a="$fewest" -v b="$seconds" 'BEGIN { print (b < a) ? b : a }')
  done
  echo "$fewest"
}

build() { # name
  rm -rf "$work/$1/bin" "$work/$1/obj/Release"
  dotnet build "$work/$1" --no-restore --configuration Release -p:RestorePackagesPath="$work/extracted"
}

for name in Schemas Catalogs Binding Typed; do
  dotnet pack "../src/Recoup.$name" --configuration Release --output "$work/packages" > /dev/null
done
version=$(ls "$work/packages" | sed -n 's/^Recoup\.Typed\.\([0-9].*\)\.nupkg$/\1/p')
(cd peers/nswag && npm install --silent > /dev/null 2>&1)
node peers/nswag/wrap.js "$catalog" "$work/openapi.json"

reference="<PackageReference Include=\"Recoup.Typed\" Version=\"$version\" />"
project Empty "$reference"
project Ours "$reference <RecoupCatalog Include=\"$catalog\" />"
project Peer ""
for name in Empty Ours; do echo "internal static class Program;" > "$work/$name/Program.cs"; done

generate() {
  dotnet peers/nswag/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll openapi2csclient /input:"$work/openapi.json" \
    /output:"$work/Peer/Api.cs" /namespace:Peer /className:Actions /operationGenerationMode:SingleClientFromOperationId /jsonLibrary:SystemTextJson
}

kiota=../artifacts/tools/kiota
[ -x "$kiota" ] || dotnet tool install Microsoft.OpenApi.Kiota --version 1.38.0 --tool-path "$(dirname "$kiota")" > /dev/null
generate_with_kiota() {
  KIOTA_OFFLINE_ENABLED=true "$kiota" generate --language CSharp --openapi "$work/openapi.json" --output "$work/Kiota" --clean-output \
    --class-name Actions --namespace-name Peer
}

peer_generates=$(best generate)
kiota_generates=$(best generate_with_kiota)
empty=$(best build Empty)
ours=$(best build Ours)
peer=$(best build Peer)

actions=$(node -e "console.log(JSON.parse(require('fs').readFileSync('$catalog')).actions.length)")
size() { stat -c %s "$work/$1/bin/Release/net10.0/$1.dll"; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f x", b / a }'; }
echo "$actions actions"
echo
echo "| what | ours | NSwag | ratio |"
echo "|---|--:|--:|--:|"
echo "| generate, s | inside the build | $peer_generates | |"
echo "| \`dotnet build\`, s | $ours | $peer | $(ratio "$ours" "$peer") |"
echo "| generate and build, s | $ours | $(awk -v a="$peer_generates" -v b="$peer" 'BEGIN { print a + b }') | $(awk -v o="$ours" -v a="$peer_generates" -v b="$peer" 'BEGIN { printf "%.1f x", (a + b) / o }') |"
echo "| the same without the actions, s | $empty | | |"
echo "| added by the actions, s per 1,000 | $(awk -v a="$empty" -v b="$ours" -v n="$actions" 'BEGIN { printf "%.1f", (b - a) * 1000 / n }') | | |"
echo "| generate with Kiota 1.38, s | inside the build | $kiota_generates, $(find "$work/Kiota" -name '*.cs' | wc -l) files | |"
echo "| lines | | $(wc -l < "$work/Peer/Api.cs") | |"
echo "| assembly, KB | $(( $(size Ours) / 1024 )) | $(( $(size Peer) / 1024 )) | $(ratio "$(size Ours)" "$(size Peer)") |"
