#!/bin/bash
# Submits a run that 'magicbench plan --format slurm' shared out: an array of jobs a stage, each after the stages
# that it needs, and a last job that merges, judges, reports and gates. Slurm's own variables (SBATCH_ACCOUNT,
# SBATCH_PARTITION and others) hold for all of them.
# After a failure submit it again: what was completed lies in the store and is not run twice.
# shellcheck disable=SC2016 # a dollar in a name is meant as it stands
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
mkdir -p "$here/logs"

# Prints the number of the job that takes a name, a script with its words, and sbatch's own options before them.
submit() {
  local name=$1 id
  shift
  id=$(sbatch --parsable --job-name="magicbench-$name" --chdir="$here" --open-mode=append \
    --kill-on-invalid-dep=yes --partition='big one'\''s' "$@") || return 1
  echo "${id%%;*}"
}

stage_00_text=$(submit 00-text --array='1-1%1' --output='logs/00-text-%a.log' --cpus-per-task=2 --mem=16G \
  "$here/element.sh" "$here" 00-text 1 1)
stage_01_net=$(submit 01-net --array='1-4%3' --output='logs/01-net-%a.log' --cpus-per-task=2 --mem=16G --gres=gpu:1 --time=2-02:30:00 --dependency="afterok:$stage_00_text" \
  "$here/element.sh" "$here" 01-net 4 1)
stage_02_probe=$(submit 02-probe --array='1-2%2' --output='logs/02-probe-%a.log' --cpus-per-task=2 --mem=16G --gres=gpu:1 --time=0-00:32:00 --dependency="afterok:$stage_00_text:$stage_01_net" \
  "$here/element.sh" "$here" 02-probe 2 1)
last=$(submit finish --output=logs/finish.log --cpus-per-task=2 --mem=16G --dependency="afterok:$stage_00_text:$stage_01_net:$stage_02_probe" \
  "$here/finish.sh" "$here")

echo "Submitted 3 stages and a last job: $last. To follow them: squeue --me"
