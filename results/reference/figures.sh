#!/bin/sh
# Draws every figure of results/reference again, from what is committed here: a run's tables and manifest, tables of latencies, published
# numbers. Nothing is searched or measured. Of a run those figures are drawn that its folder figures/ has, in the formats that are there.
# Best-so-far curves of studies on a table need every trial, which are not committed, as they are made again in minutes: with AGAIN=FOLDER
# the study is run there first. Without it those files stay as they are, and a line says so.
set -eu
cd "$(dirname "$0")/../.."
nas=${NAS:-./nas}
again=${AGAIN:-}

for figures in results/reference/*/figures results/reference/*/*/figures; do
    run=$(dirname "$figures")
    names=
    formats=
    for file in "$figures"/*.*; do
        name=$(basename "$file")
        format=${name##*.}
        name=${name%.*}
        if [ "$name" = best-so-far ] && [ ! -f "$run/trials.csv" ]; then
            if [ -n "$again" ]; then
                "$nas" reproduce "$run" --out "$again/$(basename "$run")" >&2 || [ $? -eq 3 ]
                "$nas" figures "$again/$(basename "$run")/run" --figure "$name" --format "$format" --out "$figures"
            else
                echo "$file: not drawn again, since it needs the trials of a study on a table; AGAIN=FOLDER runs it" >&2
            fi
        else
            case ",$names," in *",$name,"*) ;; *) names=$names${names:+,}$name ;; esac
            case ",$formats," in *",$format,"*) ;; *) formats=$formats${formats:+,}$format ;; esac
        fi
    done
    [ -z "$names" ] || "$nas" figures "$run" --figure "$names" --format "$formats"
done

latency=results/reference/latency
draw() {
    "$nas" latency draw "$@" >/dev/null
    for file in "$@"; do :; done
    echo "$file"
}
draw "$latency/device-matrix.csv" --figure "$latency/device-matrix.svg"
draw "$latency/points-onnxruntime.csv" "$latency/points-djl.csv" --figure "$latency/predicted-latency.svg"
draw "$latency/points-onnxruntime.csv" "$latency/points-djl.csv" --macs --figure "$latency/macs-latency.svg"

searches=results/reference/latency-macs-search
"$nas" latency retime experiments/latency-macs-search.yaml "$searches/for-onnxruntime" "$searches/for-djl" "$searches/for-macs" \
    --from "$searches/retimed/networks.csv" --on this-cpu-onnxruntime,this-cpu-djl,macs --out "$searches/retimed" >/dev/null
ls "$searches"/retimed/*/quality-latency.svg

published=results/reference/published
"$nas" figures --figure history --format svg --out "$published"
"$nas" space draw squeezenas-mac-small squeezenas-lat-small squeezenas-mac-large squeezenas-lat-large squeezenas-mac-xlarge \
    squeezenas-lat-xlarge mobilenet-v2 mnasnet-a1 fbnet-c --figure "$published/network.svg" >/dev/null
echo "$published/network.svg"
