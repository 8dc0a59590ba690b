@echo off
rem Starts magicbench from an unpacked distribution; the variables are those of the script beside it.
setlocal
set "HOME_FOLDER=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not defined MAGICBENCH_ROOT set "MAGICBENCH_ROOT=%CD%"
set "OMP_NUM_THREADS=1"
set "OPT_OUT_TRACKING=true"
set "TOKENIZERS_PARALLELISM=false"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dmagicbench.root=%MAGICBENCH_ROOT%" "-Dmagicbench.data.artifacts=%HOME_FOLDER%\data;%MAGICBENCH_ROOT%\target\pretrained" -Dai.djl.offline=true %MAGICBENCH_OPTS% -cp "%HOME_FOLDER%\lib\*" magicbench.ci.cli.Magicbench %*
exit /b %ERRORLEVEL%
