#!/bin/sh
# Starts the workbench; builds it first where it is not built or its sources are newer. Needs a JDK 17 or newer, nothing else.
set -eu
home=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
stamp=$home/experiments/target/nas.classpath

needs_build() {
    [ ! -f "$stamp" ] && return 0
    [ -n "$(find "$home"/pom.xml "$home"/*/pom.xml "$home"/*/src/main -newer "$stamp" -print 2>/dev/null | head -n 1)" ]
}

if needs_build; then
    mkdir -p "$home/target"
    log=$home/target/build.log
    echo "building the workbench (log: $log)" >&2
    if ! (cd "$home" && ./mvnw -B -ntp -DskipTests -Dspotless.check.skip package) >"$log" 2>&1; then
        grep -E '^\[ERROR\]' "$log" | head -n 20 >&2
        exit 1
    fi
    touch "$stamp"
fi

# The engine is fastest with one thread a process and memory that is kept; the same is set for worker processes.
export MALLOC_TRIM_THRESHOLD_=8589934592 MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TOP_PAD_=268435456 OMP_NUM_THREADS=1
# What libraries do is ours to allow: native code, and memory access that newer JDKs warn of (those before 23 do not know the word).
allowed=--enable-native-access=ALL-UNNAMED
version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$(dirname "$(readlink -f "$(command -v "$java")")")/../release" 2>/dev/null || true)
[ "${version:-17}" -lt 23 ] || allowed="$allowed --sun-misc-unsafe-memory-access=allow"
modules=
for module in experiments strategies results paper-figures search-space; do
    modules=$modules$home/$module/target/$module-0.1.0.jar:
done
# The executor for Apache Spark, where it was built (./mvnw -P spark): Spark's jars come last, so that ours win.
spark=$home/experiments/spark/target/spark-0.1.0.jar
cluster=
logger=
if [ -f "$spark" ] && [ -n "${SPARK_HOME:-}" ]; then
    cluster=":$spark:$SPARK_HOME/jars/*"
    logger="-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider -Dslf4j.internal.verbosity=ERROR"
fi
# shellcheck disable=SC2086
exec "$java" -XX:+UseSerialGC -Xshare:auto -Djava.awt.headless=true $allowed \
    -Dai.djl.offline=true -Dai.djl.pytorch.num_threads=1 -Dai.djl.pytorch.num_interop_threads=1 \
    $logger ${NAS_JAVA_OPTS:-} -cp "$modules${NAS_PLUGINS:+$NAS_PLUGINS:}$(cat "$stamp")$cluster" \
    org.nasworkbench.experiment.cli.Nas "$@"
