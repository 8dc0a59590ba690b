package magicbench.harness.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import magicbench.harness.probe.ControlRow;
import magicbench.harness.probe.InterventionRow;
import magicbench.harness.probe.ProbeResult;
import magicbench.harness.probe.ProbeRow;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/**
 * What a probed training run measured so far. It lies beside the checkpoint in a file that bears
 * the checkpoint's step in its name and is written first, so that a checkpoint on the disk always
 * finds the rows that belong to it.
 */
final class ProbeProgress {

  private static final String PREFIX = "progress-";

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

  /** The file: its content and the SHA-256 of the content's JSON. */
  private record Sealed(String sha256, Content content) {

    static Sealed of(Content content) {
      return new Sealed(hash(content), content);
    }

    boolean isIntact() {
      return hash(content).equals(sha256);
    }

    private static String hash(Content content) {
      return Hashes.sha256(Json.write(content).getBytes(StandardCharsets.UTF_8));
    }
  }

  private record Content(
      List<Probed> probed,
      List<Validated> validated,
      double trainingSeconds,
      double probeSeconds) {}

  static ProbeProgress read(Path folder, long step) {
    Path file = file(folder, step);
    ProbeProgress progress = new ProbeProgress();
    try {
      Sealed sealed = Json.json().readValue(file.toFile(), Sealed.class);
      if (!sealed.isIntact()) {
        throw new InputException(
            file.toString(), "is damaged: its SHA-256 is another", "delete " + folder);
      }
      Content content = sealed.content();
      progress.probed.addAll(content.probed());
      progress.validated.addAll(content.validated());
      progress.trainingSeconds = content.trainingSeconds();
      progress.probeSeconds = content.probeSeconds();
      return progress;
    } catch (JsonProcessingException e) {
      throw Json.fault(file.toString(), e);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "is missing beside its checkpoint", "delete " + folder, e);
    }
  }

  void write(Path folder, long step) {
    WholeFile.write(
        file(folder, step),
        Json.write(Sealed.of(new Content(probed, validated, trainingSeconds, probeSeconds))));
  }

  /** Deletes what belongs to earlier checkpoints. */
  static void deleteOthers(Path folder, long step) {
    Path kept = file(folder, step);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*.json")) {
      for (Path file : files) {
        if (!file.equals(kept)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new InputException(
          folder.toString(), "could not be tidied (" + e.getMessage() + ")", "check its rights", e);
    }
  }

  private static Path file(Path folder, long step) {
    return folder.resolve(PREFIX + step + ".json");
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
