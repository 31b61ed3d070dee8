#!/bin/sh
# Times an ONNX model on another machine, such as a Jetson or a car's computer, and prints milliseconds, one run a line.
#
#   ssh.sh HOST MODEL.onnx [RUNS] [THREADS] [PROVIDER]
#
# Here: ssh and tar. There: a login without a password, sh, tar, and Python 3 with onnxruntime and numpy. Model and timer travel in one
# connection and are removed there afterwards. RUNS, THREADS and PROVIDER are those of time_onnx.py, which lies beside this file.
set -eu

if [ $# -lt 2 ] || [ $# -gt 5 ]; then
    sed -n 's/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
host=$1
model=$2
runs=${3:-60}
threads=${4:-1}
provider=${5:-CPUExecutionProvider}
here=$(cd "$(dirname "$0")" && pwd)

# What the other machine runs; it reads the two files from its standard input.
# shellcheck disable=SC2016 # expands there, not here
there='set -eu
folder=$(mktemp -d)
trap "rm -rf \"$folder\"" EXIT
tar -xf - -C "$folder"
cd "$folder"
python3 time_onnx.py'

tar -cf - -C "$(dirname "$model")" "$(basename "$model")" -C "$here" time_onnx.py |
    ssh -o BatchMode=yes "$host" "$there '$(basename "$model")' '$runs' '$threads' '$provider'"
