#!/bin/sh
# Has one piece of a study's work done as a Kubernetes Job:
#
#   NAS_IMAGE=registry/nas-workbench:1 NAS_CLAIM=runs ./nas run STUDY.yaml --workers command:16=experiments/clusters/kubernetes.sh
#
# Gets REQUEST.json and RESULT.json in the run's folder. NAS_IMAGE holds the workbench with its launcher at NAS_HOME (/nas); the volume
# claim NAS_CLAIM holds the run's folder, mounted at NAS_MOUNT (the working directory): the study sees it under the same name. GPUs of a
# job: NAS_GPUS. When the study stops, so does the job.
set -eu
request=$1
result=$2
: "${NAS_IMAGE:?the image with the workbench}" "${NAS_CLAIM:?the volume claim that holds the run\'s folder}"
job=nas-$(basename "$(dirname "$result")")
trap 'kubectl delete job "$job" --ignore-not-found --wait=false; exit 143' TERM INT

kubectl delete job "$job" --ignore-not-found >/dev/null
kubectl apply -f - >/dev/null <<JOB
apiVersion: batch/v1
kind: Job
metadata: {name: $job, labels: {app: nas-workbench}}
spec:
  backoffLimit: 0
  ttlSecondsAfterFinished: 3600
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: eval
          image: "$NAS_IMAGE"
          command: ["${NAS_HOME:-/nas}/nas", "eval", "$request", "$result"]
          resources: {limits: {cpu: "1"${NAS_GPUS:+, nvidia.com/gpu: "$NAS_GPUS"}}}
          volumeMounts: [{name: runs, mountPath: "${NAS_MOUNT:-$PWD}"}]
      volumes: [{name: runs, persistentVolumeClaim: {claimName: "$NAS_CLAIM"}}]
JOB

# Until the result is there or the job has failed. Sleeping in the background lets the trap act at once.
while [ ! -f "$result" ]; do
    failed=$(kubectl get job "$job" --output=jsonpath='{.status.failed}' 2>/dev/null || echo gone)
    if [ -n "$failed" ] && [ "$failed" != 0 ]; then
        sleep "${NAS_POLL_SECONDS:-15}" & wait $!
        [ -f "$result" ] && break
        echo "job $job has ended without a result; its output:" >&2
        kubectl logs "job/$job" --tail=5 >&2 || true
        exit 1
    fi
    sleep "${NAS_POLL_SECONDS:-15}" & wait $!
done
kubectl delete job "$job" --ignore-not-found --wait=false >/dev/null
