@echo off
rem Builds what is missing, then hands over to the CLI. See run help.
setlocal
set "ISTHMUS_ROOT=%~dp0."
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
where dotnet >nul 2>nul || (
  echo The .NET SDK 10 or newer is missing. Cure: install it from https://dot.net, then say run again. 1>&2
  exit /b 3
)
if "%~1"=="bench" (
  dotnet run -c Release --project "%~dp0bench" -v q -- %2 %3 %4 %5
  exit /b
)
dotnet build "%~dp0cli" -c Release -p:WithApp=true -v q --nologo 1>&2 || exit /b 3
dotnet "%~dp0cli\bin\Release\net10.0\Isthmus.Cli.dll" %*
