#!/bin/sh
# Has one piece of a study's work done as a Slurm job:
#
#   ./nas run STUDY.yaml --workers command:16=experiments/clusters/slurm.sh
#
# Gets REQUEST.json and RESULT.json in the run's folder, which all nodes must see under the same name. Options of sbatch (partition, time,
# GPUs) come from NAS_SBATCH, such as NAS_SBATCH="--partition=gpu --gres=gpu:1 --time=1-0". When the study stops, so does the job.
set -eu
request=$1
result=$2
nas=${NAS_LAUNCHER:-$(cd "$(dirname "$0")/../.." && pwd)/nas}

# shellcheck disable=SC2086
job=$(sbatch --parsable --job-name=nas --ntasks=1 --cpus-per-task=1 --output="$(dirname "$result")/job.txt" ${NAS_SBATCH:-} \
    --wrap="exec '$nas' eval '$request' '$result'")
job=${job%%;*}
trap 'scancel "$job"; exit 143' TERM INT

# Until the result is there or Slurm knows nothing more of the job. Sleeping in the background lets the trap act at once.
while [ ! -f "$result" ]; do
    state=$(squeue --noheader --format=%T --jobs="$job" 2>/dev/null || true)
    if [ -z "$state" ]; then
        sleep "${NAS_POLL_SECONDS:-15}" & wait $!
        [ -f "$result" ] && exit 0
        echo "job $job has ended without a result; its output:" >&2
        tail -n 5 "$(dirname "$result")/job.txt" >&2 || true
        exit 1
    fi
    sleep "${NAS_POLL_SECONDS:-15}" & wait $!
done
