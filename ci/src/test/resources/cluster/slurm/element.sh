#!/bin/bash
# Runs one element of a stage: one pack of packs.json. Its words: this folder, the stage, how many elements it has,
# how many trials run at once. Killed and submitted again it goes on where it stopped.
# shellcheck disable=SC2016 # a dollar in a path is meant as it stands
set -euo pipefail
here=$1 stage=$2 elements=$3 workers=$4
number=${SLURM_ARRAY_TASK_ID:?is what Slurm sets in an array of jobs}
exec '/shared/it'\''s $(touch broken) "a" `b` $HOME \ run/bin/magicbench' run '--scale' 'tiny' '--data' '/shared/it'\''s $(touch broken) "a" `b` $HOME \ run/text' --cache '/shared/it'\''s $(touch broken) "a" `b` $HOME \ run/cache' --workers "$workers" \
  --packs "$here/packs.json" --stage "$stage" --shard "$number/$elements" --out "$here/elements/$stage-$number"
