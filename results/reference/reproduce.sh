#!/bin/sh
# Makes the reference runs again and writes results/reference/REPRODUCTION.md: studies of a table in full, those that train networks by a
# sample of their trials (SAMPLE, 3 unless told otherwise). CAMVID names the folder of the CamVid images; runs that need it are left
# out, and said to be, where it is not there. Takes about 20 minutes on two quiet cores; what was done stays in AGAIN, runs/again unless told
# otherwise, and is not done again.
set -u
cd "$(dirname "$0")/../.."
nas=${NAS:-./nas}
sample=${SAMPLE:-3}
camvid=${CAMVID:-data/camvid}
again=${AGAIN:-runs/again}
report=results/reference/REPRODUCTION.md
mkdir -p "$again"
: >"$again/parts.md"
: >"$again/lines.md"

# the quick ones first: those of a table have no latency.csv
tables=
trained=
for manifest in results/reference/*/manifest.json results/reference/*/*/manifest.json; do
    if [ -f "$(dirname "$manifest")/latency.csv" ]; then
        trained="$trained $manifest"
    else
        tables="$tables $manifest"
    fi
done
for manifest in $tables $trained; do
    run=$(dirname "$manifest")
    name=$(basename "$run")
    set -- reproduce "$run" --out "$again/$name" --workers "${WORKERS:-2}"
    [ -f "$run/latency.csv" ] && set -- "$@" --sample "$sample"
    if grep -q '"task" : "camvid"' "$manifest"; then
        if [ ! -d "$camvid" ]; then
            echo "| \`$name\` | not run: the CamVid images are not there |" >>"$again/lines.md"
            continue
        fi
        set -- "$@" --data "$camvid"
    fi
    if [ -f "$again/$name/reproduction.md" ] \
        || "$nas" "$@" >"$again/$name.out" 2>"$again/$name.err" || [ $? -eq 3 ]; then
        made=$(git log -1 --format=%h -- "$manifest" 2>/dev/null)
        verdict=$(sed -n 's/.*\*\*\(.*\)\.\*\*.*/\1/p' "$again/$name/reproduction.md" | head -n 1)
        echo "| \`$name\`, with commit ${made:-unknown} | $verdict |" >>"$again/lines.md"
        { echo; cat "$again/$name/reproduction.md"; } >>"$again/parts.md"
    else
        echo "| \`$name\` | could not be run: $(tail -n 1 "$again/$name.err") |" >>"$again/lines.md"
    fi
done
for folder in results/reference/*/; do
    [ -f "$folder/manifest.json" ] || [ -n "$(find "$folder" -mindepth 2 -name manifest.json)" ] \
        || echo "| \`$(basename "$folder")\` | cannot be run: it has no manifest; its numbers are measurements |" >>"$again/lines.md"
done

{
    echo "# Reference runs, made again"
    echo
    echo "Written by \`results/reference/reproduce.sh\` at commit $(git log -1 --format=%h) on $(date -u +%F). Studies of a table were run in"
    echo "full, of studies that train networks $sample trials each. [docs/reproduction.md](../../docs/reproduction.md) says what is compared."
    echo
    echo "| run | outcome |"
    echo "|---|---|"
    cat "$again/lines.md" "$again/parts.md"
} >"$report"
