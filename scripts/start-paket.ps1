# Installs the package for the account that is signed in, starts it and the portable program, and looks for their data.
$ErrorActionPreference = 'Stop'

function Test-Start([string] $Program, [string] $Data = (Join-Path $env:RUNNER_TEMP ([guid]::NewGuid()))) {
  $running = Start-Process -FilePath $Program -ArgumentList "--user-data-dir=$Data" -PassThru
  $database = Join-Path $Data 'IndexedDB'
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

# Installing once more, as an update does, and removing the program leave the data of the account alone.
$own = Join-Path $env:APPDATA 'Ausstattungskompass'
Test-Start $installed $own
$mark = Get-Content (Join-Path $own 'datenordner.json') -Raw
Start-Process -FilePath $installer -ArgumentList '/S' -Wait
Test-Start $installed $own
Start-Process -FilePath (Join-Path (Split-Path $installed) 'Uninstall Ausstattungskompass.exe') -ArgumentList '/S' -Wait
for ($tries = 0; $tries -lt 60 -and (Test-Path $installed); $tries += 1) { Start-Sleep -Milliseconds 500 }
if (Test-Path $installed) { throw 'the program was not removed' }
if ((Get-Content (Join-Path $own 'datenordner.json') -Raw) -ne $mark) { throw "the data in $own were changed" }
if (-not (Test-Path (Join-Path $own 'IndexedDB'))) { throw "the data in $own were removed" }
Write-Host "kept: $own"
