# Installs the package for the account that is signed in, starts it and the portable program, and looks for their data.
$ErrorActionPreference = 'Stop'

function Test-Start([string] $Program) {
  $data = Join-Path $env:RUNNER_TEMP ([guid]::NewGuid())
  $running = Start-Process -FilePath $Program -ArgumentList "--user-data-dir=$data" -PassThru
  $database = Join-Path $data 'IndexedDB'
  # The page has opened its database: program and page work.
  for ($tries = 0; $tries -lt 120 -and -not (Test-Path $database); $tries += 1) { Start-Sleep -Milliseconds 500 }
  if (-not (Test-Path $database)) { throw "$Program started, but wrote no data within a minute" }
  if ($running.HasExited) { throw "$Program ended by itself with $($running.ExitCode)" }
  taskkill /PID $running.Id /T /F | Out-Null
  Write-Host "starts: $Program"
}

$installer = (Get-ChildItem dist/*-einrichten.exe).FullName
Start-Process -FilePath $installer -ArgumentList '/S' -Wait
$installed = Join-Path $env:LOCALAPPDATA 'Programs/ausstattungskompass/Ausstattungskompass.exe'
if (-not (Test-Path $installed)) { throw "nothing was installed at $installed" }
Test-Start $installed
Test-Start (Get-ChildItem dist/*-ohne-installation.exe).FullName
