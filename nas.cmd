@echo off
rem Starts the workbench; builds it first where it is not built or its sources are newer. Needs a JDK 17 or newer, nothing else.
setlocal
set "nas_home=%~dp0"
set "nas_java=java"
if defined JAVA_HOME set "nas_java=%JAVA_HOME%\bin\java"

powershell -NoProfile -ExecutionPolicy Bypass -Command ^
    "$stamp = $env:nas_home + 'experiments\target\nas.classpath';" ^
    "if (-not (Test-Path $stamp)) { exit 1 };" ^
    "$built = (Get-Item $stamp).LastWriteTime;" ^
    "$sources = 'pom.xml', '*\pom.xml', '*\src\main' | ForEach-Object { $env:nas_home + $_ };" ^
    "$newer = Get-ChildItem $sources -Recurse -File | Where-Object { $_.LastWriteTime -gt $built };" ^
    "if ($newer) { exit 1 } else { exit 0 }"
if not errorlevel 1 goto start

if not exist "%nas_home%target" mkdir "%nas_home%target"
echo building the workbench (log: target\build.log) 1>&2
pushd "%nas_home%"
call mvnw.cmd -B -ntp -DskipTests -Dspotless.check.skip package > target\build.log 2>&1
set "nas_built=%errorlevel%"
if not "%nas_built%"=="0" findstr /b /l /c:"[ERROR]" target\build.log 1>&2
popd
if not "%nas_built%"=="0" exit /b 1

:start
rem The class path is longer than a command line may be, so Java reads it from a file; what libraries do is allowed there, too.
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
    "$modules = 'experiments', 'strategies', 'results', 'paper-figures', 'search-space' |" ^
    "ForEach-Object { $env:nas_home + $_ + '\target\' + $_ + '-0.1.0.jar' };" ^
    "$libraries = (Get-Content -Raw ($env:nas_home + 'experiments\target\nas.classpath')).Trim();" ^
    "$path = (@($modules) + @($env:NAS_PLUGINS) + @($libraries) | Where-Object { $_ }) -join ';';" ^
    "$quote = [char]34;" ^
    "$allowed = '--enable-native-access=ALL-UNNAMED';" ^
    "$java = (Get-Command $env:nas_java).Source;" ^
    "$release = Join-Path (Split-Path (Split-Path $java)) 'release';" ^
    "$known = if (Test-Path $release) { Get-Content -Raw $release } else { '' };" ^
    "if ($known -match 'JAVA_VERSION=.(\d+)' -and [int]$matches[1] -ge 23) {" ^
    "$allowed += ' --sun-misc-unsafe-memory-access=allow' };" ^
    "$text = $allowed + ' -cp ' + $quote + $path.Replace('\', '/') + $quote;" ^
    "[IO.File]::WriteAllText($env:nas_home + 'experiments\target\nas.arguments', $text)"
if errorlevel 1 exit /b 1

rem The engine is fastest with one thread a process; the same is set for worker processes.
set "OMP_NUM_THREADS=1"
"%nas_java%" -XX:+UseSerialGC -Xshare:auto -Djava.awt.headless=true ^
    -Dai.djl.offline=true -Dai.djl.pytorch.num_threads=1 -Dai.djl.pytorch.num_interop_threads=1 ^
    %NAS_JAVA_OPTS% "@%nas_home%experiments\target\nas.arguments" org.nasworkbench.experiment.cli.Nas %*
exit /b %errorlevel%
