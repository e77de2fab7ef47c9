; The installer for Windows, for Inno Setup 6. Run by packaging\windows\build.ps1, which says Version and Frozen.
#ifndef Version
  #error Version is missing: run packaging\windows\build.ps1
#endif

[Setup]
AppId={{6C3C9B6E-9A0B-4F53-8C6D-6D2B5A0E7F41}
AppName=Scanveil
AppVersion={#Version}
AppPublisher=The Scanveil project
DefaultDirName={autopf}\Scanveil
DefaultGroupName=Scanveil
; One person may install it for herself, without an administrator.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\scanveil.ico
UninstallDisplayIcon={app}\scanveil-window.exe
OutputBaseFilename=scanveil-{#Version}-setup
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
WizardStyle=modern

[Tasks]
Name: "dicom"; Description: "Offer Scanveil for .dcm files"
Name: "desktop"; Description: "An icon on the desktop"; Flags: unchecked

[Files]
Source: "{#Frozen}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{group}\Scanveil"; Filename: "{app}\scanveil-window.exe"
Name: "{autodesktop}\Scanveil"; Filename: "{app}\scanveil-window.exe"; Tasks: desktop

[Registry]
Root: HKA; Subkey: "Software\Classes\.dcm\OpenWithProgids"; ValueType: string; ValueName: "Scanveil.dcm"; ValueData: ""; Flags: uninsdeletevalue; Tasks: dicom
Root: HKA; Subkey: "Software\Classes\Scanveil.dcm"; ValueType: string; ValueData: "DICOM image"; Flags: uninsdeletekey; Tasks: dicom
Root: HKA; Subkey: "Software\Classes\Scanveil.dcm\shell\open\command"; ValueType: string; ValueData: """{app}\scanveil-window.exe"" open ""%1"""; Tasks: dicom

[Run]
Filename: "{app}\scanveil-window.exe"; Description: "Start Scanveil"; Flags: nowait postinstall skipifsilent
