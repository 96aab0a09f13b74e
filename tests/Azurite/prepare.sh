#!/usr/bin/env bash
# Prints the program of Azurite, installed once into a cache folder; or the reason why these tests cannot run, and fails.
set -uo pipefail
version=3.35.0
here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/isthmus/azurite-$version
program=$cache/node_modules/.bin/azurite-queue

for command in node npm; do
  command -v $command >/dev/null || { echo "$command is not installed"; exit 1; }
done
if [ ! -x "$program" ]; then
  rm -rf "$cache" && mkdir -p "$cache"
  timeout 180 npm install --prefix "$cache" --no-audit --no-fund --silent --fetch-retries=1 "azurite@$version" >/dev/null 2>&1 ||
    { rm -rf "$cache"; echo "npm could not install azurite@$version"; exit 1; }
fi
dotnet restore "$here" -v q --nologo >/dev/null 2>&1 ||
  { echo "the package Azure.Storage.Queues cannot be restored"; exit 1; }
echo "$program"
