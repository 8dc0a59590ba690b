package magicbench.harness.probe;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.training.Batch;
import magicbench.harness.training.BatchSource;
import magicbench.results.plan.Seeds;

/**
 * The interference probe: how alike are the gradients that two child models give to an operator
 * that they share, and how alike are its inputs and outputs?
 *
 * <p>Bases are uniform child models. For every number of differences d from 1 to L-1 a base gets a
 * partner that differs in a uniformly random set of d layers, in each with a uniformly random other
 * operator; both see the base's batch. Interventions exchange the operator of one layer only;
 * controls measure the same child model twice. All of it depends on the seeds only (streams {@code
 * probe/…}), and the super-net is left as it was, bit for bit.
 */
public final class GradientProbe {

  private final SuperNet net;
  private final SearchSpace space;
  private final Meter meter;
  private final Partners partners;

  /**
   * Makes a probe.
   *
   * @param net the super-net to look into
   */
  public GradientProbe(SuperNet net) {
    this(net, 0, () -> {});
  }

  /**
   * Makes a probe that passes over parts of its batches and says that it still goes on.
   *
   * @param net the super-net to look into
   * @param microBatch the number of sequences of one pass, 0 for the whole batch at once
   * @param alive is told of every pass
   */
  public GradientProbe(SuperNet net, int microBatch, Runnable alive) {
    this.net = net;
    this.space = net.size().space();
    this.meter = new Meter(net, microBatch, alive);
    this.partners = new Partners(space);
  }

  /**
   * Measures.
   *
   * @param plan how much
   * @param batches base i sees batch i; the second batch of control i is batch {@code bases + i}
   * @param seeds where bases and partners come from
   * @return all rows
   */
  public ProbeResult run(ProbePlan plan, BatchSource<? extends Batch> batches, Seeds seeds) {
    Run run = new Run(plan, batches, seeds);
    for (int base = 0; base < plan.bases(); base++) {
      run.measureBase(base);
    }
    return new ProbeResult(run.rows, run.interventions, run.controls);
  }

  /** One probe's plan and rows. */
  private final class Run {

    private final ProbePlan plan;
    private final BatchSource<? extends Batch> batches;
    private final Seeds seeds;
    private final List<ProbeRow> rows = new ArrayList<>();
    private final List<InterventionRow> interventions = new ArrayList<>();
    private final List<ControlRow> controls = new ArrayList<>();

    Run(ProbePlan plan, BatchSource<? extends Batch> batches, Seeds seeds) {
      this.plan = plan;
      this.batches = batches;
      this.seeds = seeds;
    }

    void measureBase(int base) {
      Batch batch = batches.at(base);
      Architecture architecture = space.draw(seeds.randomAt("probe/base", base));
      try (NDManager scope = net.newScope()) {
        Measurement measured = meter.measure(architecture, batch, scope);
        addPartners(base, measured, batch);
        if (base < plan.interventionBases()) {
          addInterventions(base, measured, batch);
        }
        if (base < plan.controlBases()) {
          addControl(base, ControlRow.Control.SAME_CHILD, measured, batch);
          Batch other = batches.at(plan.bases() + base);
          addControl(base, ControlRow.Control.INDEPENDENT_BATCHES, measured, other);
        }
      }
    }

    private void addPartners(int base, Measurement measured, Batch batch) {
      for (int differences = 1; differences < space.layers(); differences++) {
        int distance = differences;
        Architecture partner =
            partners.differing(
                measured.architecture(),
                distance,
                seeds.randomAt("probe/partner/" + distance, base));
        compare(
            measured,
            partner,
            batch,
            (layer, cosines) ->
                rows.add(
                    new ProbeRow(
                        base,
                        distance,
                        layer,
                        measured.operator(layer),
                        cosines.gradient(),
                        cosines.input(),
                        cosines.branch())));
      }
    }

    /** Exchanging one layer's operator serves the layer after it and the layer before it. */
    private void addInterventions(int base, Measurement measured, Batch batch) {
      for (int exchanged = 0; exchanged < space.layers(); exchanged++) {
        int changed = exchanged;
        Architecture partner =
            partners.exchanged(
                measured.architecture(),
                changed,
                seeds.randomAt("probe/intervention/" + changed, base));
        compare(
            measured,
            partner,
            batch,
            (layer, cosines) ->
                addIntervention(base, changed, measured.operator(layer), layer, cosines));
      }
    }

    private void addIntervention(
        int base, int changed, String operator, int layer, Measurement.Similarity cosines) {
      boolean interior = layer >= 1 && layer <= space.layers() - 2;
      if (interior && Math.abs(layer - changed) == 1) {
        interventions.add(
            new InterventionRow(
                base,
                changed < layer ? InterventionRow.Side.BEFORE : InterventionRow.Side.AFTER,
                layer,
                operator,
                cosines.gradient(),
                cosines.input(),
                cosines.branch()));
      }
    }

    private void addControl(
        int base, ControlRow.Control control, Measurement measured, Batch batch) {
      compare(
          measured,
          measured.architecture(),
          batch,
          (layer, cosines) ->
              controls.add(
                  new ControlRow(
                      base, control, layer, measured.operator(layer), cosines.gradient())));
    }

    private void compare(
        Measurement measured,
        Architecture partner,
        Batch batch,
        BiConsumer<Integer, Measurement.Similarity> shared) {
      List<Optional<Measurement.Similarity>> layers = meter.compare(measured, partner, batch);
      for (int layer = 0; layer < space.layers(); layer++) {
        int number = layer;
        layers.get(layer).ifPresent(cosines -> shared.accept(number, cosines));
      }
    }
  }
}
