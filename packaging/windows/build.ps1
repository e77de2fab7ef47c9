# Builds the installer for Windows on Windows: packaging\windows\build.ps1 [FOLDER]
# Needs Python 3.11 or newer and Inno Setup 6 (ISCC.exe in the PATH). Nobody has run it yet outside of a check of its parts.
# SIGN_TOOL names a command that signs the file given to it.
param([string]$Out = "dist")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
$Python = ".venv\Scripts\python.exe"
if (-not (Test-Path $Python)) {
    py -3 -m venv .venv
    & $Python -m pip install -q --upgrade pip
    & $Python -m pip install --disable-pip-version-check -q -c packaging/constraints.txt --group release -e .
}
$Version = & $Python -c "import tomllib; print(tomllib.load(open('pyproject.toml', 'rb'))['project']['version'])"
& $Python packaging/icons.py build/icons
& $Python -m PyInstaller --noconfirm --log-level ERROR --distpath $Out --workpath build/frozen packaging/frozen/scanveil.spec
& "$Out\scanveil\scanveil.exe" detectors | Out-Null
if ($LASTEXITCODE) { throw "The frozen application does not run." }
ISCC.exe /Q "/DVersion=$Version" "/DFrozen=$((Resolve-Path $Out).Path)\scanveil" "/O$Out" packaging/windows/scanveil.iss
if ($env:SIGN_TOOL) { & $env:SIGN_TOOL "$Out\scanveil-$Version-setup.exe" }
Get-FileHash "$Out\scanveil-$Version-setup.exe"
