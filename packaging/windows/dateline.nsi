; The installer of {{.Name}} for one person (no administrator is needed).
Target amd64-unicode
SetCompressor /SOLID lzma
SetDateSave off
!include "MUI2.nsh"
!include "FileFunc.nsh"

Name "{{.Name}}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\{{.Name}}"
InstallDirRegKey HKCU "Software\{{.Name}}" "Folder"
RequestExecutionLevel user
ManifestDPIAware true
VIProductVersion "{{.Version}}.{{.Build}}"
VIAddVersionKey "ProductName" "{{.Name}}"
VIAddVersionKey "ProductVersion" "{{.Version}}"
VIAddVersionKey "FileVersion" "{{.Version}}.{{.Build}}"
VIAddVersionKey "FileDescription" "Installs {{.Name}}"
VIAddVersionKey "LegalCopyright" "{{.Author}}, {{.Licence}} licence"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\{{.Name}}"
!define KIND "{{.Name}}.Brief"

!define MUI_ICON "dateline.ico"
!define MUI_UNICON "dateline.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\dateline.exe"
!insertmacro MUI_PAGE_LICENSE "LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"

Section
	SetOutPath "$INSTDIR"
	; A program that is running cannot be replaced: say so instead of failing half way.
	ClearErrors
	IfFileExists "$INSTDIR\dateline.exe" 0 +5
	FileOpen $0 "$INSTDIR\dateline.exe" a
	IfErrors 0 +3
	MessageBox MB_OK|MB_ICONEXCLAMATION "{{.Name}} is running. Close it and start this again." /SD IDOK
	Abort
	FileClose $0
	File "dateline.exe"
	File "dateline.com"
	File "LICENSE.txt"
	File "licences.txt"
	; So that "dateline" in a console finds it: this folder is searched by every
	; console since Windows 10. The search path itself is left alone.
	IfFileExists "$LOCALAPPDATA\Microsoft\WindowsApps\*.*" 0 +2
	CopyFiles /SILENT "$INSTDIR\dateline.com" "$LOCALAPPDATA\Microsoft\WindowsApps\dateline.com"
	WriteUninstaller "$INSTDIR\uninstall.exe"
	CreateShortcut "$SMPROGRAMS\{{.Name}}.lnk" "$INSTDIR\dateline.exe"

	WriteRegStr HKCU "Software\{{.Name}}" "Folder" "$INSTDIR"
	WriteRegStr HKCU "Software\Classes\.dateline" "" "${KIND}"
	WriteRegStr HKCU "Software\Classes\.dateline" "Content Type" "application/vnd.dateline+json"
	WriteRegStr HKCU "Software\Classes\${KIND}" "" "{{.Name}} brief"
	WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\dateline.exe,0"
	WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\dateline.exe" "%1"'
	WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\dateline.exe" "" "$INSTDIR\dateline.exe"

	WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "{{.Name}}"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "{{.Version}}"
	WriteRegStr HKCU "${UNINSTALL}" "Publisher" "{{.Author}}"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\dateline.exe,0"
	WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
	WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
	WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
	WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
	WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
	${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
	WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
	${RefreshShellIcons}
SectionEnd

; Takes away what was installed and nothing else: briefs, settings and a folder
; with other things in it stay.
Section "Uninstall"
	Delete "$INSTDIR\dateline.exe"
	Delete "$INSTDIR\dateline.com"
	Delete "$INSTDIR\LICENSE.txt"
	Delete "$INSTDIR\licences.txt"
	Delete "$LOCALAPPDATA\Microsoft\WindowsApps\dateline.com"
	Delete "$INSTDIR\uninstall.exe"
	RMDir "$INSTDIR"
	Delete "$SMPROGRAMS\{{.Name}}.lnk"
	DeleteRegKey HKCU "${UNINSTALL}"
	DeleteRegKey HKCU "Software\{{.Name}}"
	DeleteRegKey HKCU "Software\Classes\${KIND}"
	DeleteRegKey HKCU "Software\Classes\.dateline"
	DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\dateline.exe"
	${un.RefreshShellIcons}
SectionEnd
