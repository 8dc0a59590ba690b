package magicbench.harness.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import magicbench.harness.probe.ControlRow;
import magicbench.harness.probe.InterventionRow;
import magicbench.harness.probe.ProbeResult;
import magicbench.harness.probe.ProbeRow;

/** What a probed training run measured so far, in memory and in its progress file. */
final class ProbeProgress {

  private final List<Probed> probed = new ArrayList<>();
  private final List<Validated> validated = new ArrayList<>();
  private double trainingSeconds;
  private double probeSeconds;

  /**
   * One probe.
   *
   * @param trainedShare after which share of the steps
   * @param rows shared operators
   * @param interventions operators with an exchanged neighbour
   * @param controls operators measured twice
   */
  record Probed(
      double trainedShare,
      List<ProbeRow> rows,
      List<InterventionRow> interventions,
      List<ControlRow> controls) {

    static Probed of(double trainedShare, ProbeResult result) {
      return new Probed(trainedShare, result.rows(), result.interventions(), result.controls());
    }
  }

  /**
   * One measurement of the validation loss.
   *
   * @param step after how many steps
   * @param loss in nats
   */
  record Validated(long step, double loss) {}

  private record Content(
      List<Probed> probed,
      List<Validated> validated,
      double trainingSeconds,
      double probeSeconds) {}

  static ProbeProgress read(Path folder, long step) {
    Content content = ProgressFile.read(folder, step, Content.class);
    ProbeProgress progress = new ProbeProgress();
    progress.probed.addAll(content.probed());
    progress.validated.addAll(content.validated());
    progress.trainingSeconds = content.trainingSeconds();
    progress.probeSeconds = content.probeSeconds();
    return progress;
  }

  void write(Path folder, long step) {
    ProgressFile.write(folder, step, new Content(probed, validated, trainingSeconds, probeSeconds));
  }

  void add(Probed result, double seconds) {
    probed.add(result);
    probeSeconds += seconds;
  }

  void add(Validated measurement) {
    validated.add(measurement);
  }

  void addTrainingSeconds(double seconds) {
    trainingSeconds += seconds;
  }

  List<Probed> probed() {
    return List.copyOf(probed);
  }

  List<Validated> validated() {
    return List.copyOf(validated);
  }

  boolean hasProbed(double trainedShare) {
    return probed.stream().anyMatch(done -> done.trainedShare() == trainedShare);
  }

  boolean hasValidated(long step) {
    return validated.stream().anyMatch(done -> done.step() == step);
  }

  double trainingSeconds() {
    return trainingSeconds;
  }

  double probeSeconds() {
    return probeSeconds;
  }
}
