#!/bin/sh
# Times an ONNX model on an Android device and prints milliseconds, one run a line.
#
#   adb.sh SERIAL MODEL.onnx [RUNS] [THREADS] [PROVIDER]
#
# SERIAL is what 'adb devices' shows. Here: adb (Android's platform tools). There: ONNX Runtime's onnxruntime_perf_test, built for
# Android from ONNX Runtime's sources and pushed with its library to the folder NAS_ADB_FOLDER (/data/local/tmp where it is not set).
# PROVIDER is the tool's word: cpu (the default), nnapi, xnnpack or qnn, as far as the build has them.
set -eu

if [ $# -lt 2 ] || [ $# -gt 5 ]; then
    sed -n 's/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
serial=$1
model=$2
runs=${3:-60}
threads=${4:-1}
provider=${5:-cpu}
folder=${NAS_ADB_FOLDER:-/data/local/tmp}
there=$folder/nas-$$.onnx
said=$(mktemp)
remove() {
    rm -f "$said"
    adb -s "$serial" shell "rm -f '$there'" </dev/null >/dev/null 2>&1 || true
}
trap remove EXIT

adb -s "$serial" push "$model" "$there" >&2
# -I makes up inputs, -v prints every run: iteration:1,time_cost:0.0123 (seconds); -o 99 is every optimisation.
adb -s "$serial" shell "cd '$folder' && LD_LIBRARY_PATH=. ./onnxruntime_perf_test -v -I -o 99 -m times -r '$runs' \
    -x '$threads' -e '$provider' '$there'" </dev/null >"$said" || {
    status=$?
    cat "$said" >&2
    exit "$status"
}
cat "$said" >&2
awk -F 'time_cost:' 'NF == 2 { printf "%.6f\n", $2 * 1000 }' "$said"
