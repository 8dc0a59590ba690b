package magicbench.harness.experiment;

import java.util.List;
import magicbench.harness.alignment.Alignment;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.training.Aligning;
import magicbench.harness.training.Passes;
import magicbench.results.plan.Seeds;

/**
 * Goes through the steps of a super-net's training without a network, and counts the passes that it
 * would make: the alignment is asked at every step whether it wants an anchor's pass, and both it
 * and the sampler what they measure. Every step is taken to train as many child models as the
 * first, and losses are all equal.
 */
final class Rehearsal {

  private static final double SOME_LOSS = 1;

  private final SuperNetSettings settings;
  private long forwards;
  private long backwards;
  private long selections;

  private Rehearsal(SuperNetSettings settings) {
    this.settings = settings;
  }

  /**
   * Counts.
   *
   * @param settings of a super-net
   * @return what was counted
   */
  static Rehearsal of(SuperNetSettings settings) {
    Rehearsal rehearsal = new Rehearsal(settings);
    rehearsal.run();
    return rehearsal;
  }

  /** The passes over training batches, those of anchors included. */
  Passes training() {
    return new Passes(forwards, backwards);
  }

  /** The passes over held-out batches that choose an anchor, or what a sampler gives up. */
  long selections() {
    return selections;
  }

  private void run() {
    long steps = settings.training().steps();
    Seeds seeds = new Seeds(0);
    PathSampler sampler = SuperNetExperiment.sampler(settings, settings.searchSpace());
    sampler.begin(seeds, steps);
    List<Architecture> paths = sampler.next(seeds.randomAt(PathSampler.STREAM, 0));
    forwards = steps * paths.size() * sampler.rule().passesPerPath();
    backwards = forwards;
    Alignment alignment = SuperNetExperiment.alignment(settings);
    SuperNetExperiment.recipe(sampler, new Aligning(alignment, List.of()));
    for (long step = 0; step < steps; step++) {
      forwards += alignment.anchor(step).isPresent() ? 1 : 0;
      alignment.trained(step, paths.get(paths.size() - 1), this::measured);
      sampler.stepped(step, this::measured);
    }
  }

  private double measured(Architecture child) {
    selections += settings.selectionBatches();
    return SOME_LOSS;
  }
}
