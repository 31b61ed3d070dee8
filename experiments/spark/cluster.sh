#!/bin/sh
# A Spark cluster on this machine, for trying out and for tests: a master and some workers from the jars that ./mvnw -P spark gathers.
#
#   cluster.sh start [WORKERS]     prints the settings to export; keeps its files in experiments/spark/target/cluster
#   cluster.sh stop
#
# NAS_CLUSTER_OPTIONS goes to all of its JVMs, such as -Dspark.worker.resource.gpu.amount=2 and a discovery script.
# Everything is bound to the loopback interface, all parts authenticate by a secret made at the start, and nothing takes jobs by REST.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
export SPARK_HOME="${SPARK_HOME:-$here/home/target}" SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
state=${NAS_CLUSTER:-$here/target/cluster}
port=${NAS_CLUSTER_PORT:-7077}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

launch() { # name, class, arguments...
    name=$1
    shift
    # shellcheck disable=SC2086
    SPARK_NO_DAEMONIZE=1 "$java" -Xmx256m -cp "$SPARK_HOME/jars/*" \
        -Dspark.authenticate=true -Dspark.master.rest.enabled=false \
        ${NAS_CLUSTER_OPTIONS:-} -Dspark.ui.enabled=false -Dspark.master.ui.port=0 -Dspark.worker.ui.port=0 "$@" >"$state/$name.log" 2>&1 &
    echo $! >"$state/$name.pid"
}

case ${1:-} in
    start)
        if [ -d "$state" ]; then
            echo "a cluster is there already ($state): stop it first" >&2
            exit 2
        fi
        [ -d "$SPARK_HOME/jars" ] || { echo "Spark's jars must be in $SPARK_HOME/jars: ./mvnw -P spark -DskipTests package" >&2; exit 2; }
        umask 077
        mkdir -p "$state"
        _SPARK_AUTH_SECRET=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')
        export _SPARK_AUTH_SECRET # where a process list does not show it
        launch master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port"
        n=0
        while [ "$n" -lt "${2:-2}" ]; do
            launch "worker-$n" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 1g \
                --work-dir "$state/work-$n" "spark://127.0.0.1:$port"
            n=$((n + 1))
        done
        cat >"$state/settings" <<SETTINGS
export SPARK_HOME='$SPARK_HOME' SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
export _SPARK_AUTH_SECRET=$_SPARK_AUTH_SECRET
SETTINGS
        echo ". $state/settings && ./nas run STUDY.yaml --workers spark:${2:-2}=spark://127.0.0.1:$port"
        ;;
    stop)
        for pid in "$state"/*.pid; do
            [ -f "$pid" ] && kill "$(cat "$pid")" 2>/dev/null || true
        done
        rm -rf "$state"
        ;;
    *)
        echo "usage: cluster.sh start [WORKERS] | stop" >&2
        exit 2
        ;;
esac
