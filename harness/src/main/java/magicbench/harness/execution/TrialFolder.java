package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;

/** What the store keeps of one trial under one fingerprint. */
final class TrialFolder {

  private final Path folder;
  private final Trial trial;
  private final Fingerprint fingerprint;

  TrialFolder(Path folder, Trial trial, Fingerprint fingerprint) {
    this.folder = folder;
    this.trial = trial;
    this.fingerprint = fingerprint;
  }

  Path path() {
    return folder;
  }

  Path record() {
    return folder.resolve("record.json");
  }

  Path artifact() {
    return folder.resolve("artifact");
  }

  private ArtifactList artifacts() {
    return new ArtifactList(artifact(), folder.resolve("artifact.json"));
  }

  Path lock() {
    return folder.resolve("lock");
  }

  Path log() {
    return folder.resolve("worker.log");
  }

  Path failure() {
    return folder.resolve("failure.txt");
  }

  Attempts attempts() {
    return new Attempts(folder.resolve("attempts.jsonl"));
  }

  /**
   * The record, when it may stand for a new run.
   *
   * @param warn is told in one line when a record was there but can't be read
   * @return empty when there is none, when it failed, when it was made of something else, or when
   *     what it made is gone
   */
  Optional<RunRecord> reusable(Consumer<String> warn) {
    try {
      return read().filter(this::mayStand);
    } catch (InputException e) {
      moveAside();
      warn.accept("warning: " + e.getMessage() + " (moved aside; the trial runs again)");
      return Optional.empty();
    }
  }

  private Optional<RunRecord> read() {
    if (!Files.exists(record())) {
      return Optional.empty();
    }
    return Optional.of(RecordFile.read(record()));
  }

  private boolean mayStand(RunRecord found) {
    return artifacts().matches()
        && found.outcome() != Outcome.FAILED
        && found.schemaVersion() == RunRecord.SCHEMA_VERSION
        && found.trial().id().equals(trial.id())
        && fingerprint.code().equals(found.provenance().code().fingerprint());
  }

  private void moveAside() {
    try {
      Path aside = folder.resolve("record.json.unreadable");
      Files.move(record(), aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(record(), e);
    }
  }

  /**
   * The record that a worker just wrote, whatever its outcome.
   *
   * @throws IllegalStateException when there is none
   */
  RunRecord stored() {
    return read().orElseThrow(() -> new IllegalStateException(record() + " was not written"));
  }

  void save(RunRecord measured) {
    artifacts().write();
    RecordFile.write(record(), measured);
  }

  /** Forgets everything but the lock and the log. */
  void clear() {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst =
          all.filter(path -> !List.of(folder, lock(), log()).contains(path))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static InputException unwritable(Path path, IOException e) {
    return new InputException(
        path.toString(),
        "could not be changed (" + e.getMessage() + ")",
        "free space or choose another cache folder",
        e);
  }
}
