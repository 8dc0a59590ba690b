package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;

/** What the store keeps of one trial under one fingerprint. */
final class TrialFolder {

  /** The lock's file name. */
  static final String LOCK = "lock";

  /** What {@link WholeFile} leaves behind when its process is killed. */
  private static final Pattern PARTIAL = Pattern.compile("\\..+\\.[0-9a-f-]{36}\\.partial");

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

  /** What an unfinished trial goes on from; made here if missing. */
  Path work() {
    Path work = folder.resolve("work");
    try {
      return Files.createDirectories(work);
    } catch (IOException e) {
      throw unwritable(work, e);
    }
  }

  private ArtifactList artifacts() {
    return new ArtifactList(artifact(), folder.resolve("artifact.json"));
  }

  Path lock() {
    return folder.resolve(LOCK);
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

  /**
   * The record, when it may stand for a new run, for somebody who doesn't hold the lock: nothing is
   * changed, and a record that can't be read is left to whoever runs the trial.
   */
  Optional<RunRecord> peek() {
    try {
      return read().filter(this::mayStand);
    } catch (InputException e) {
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

  void save(RunRecord measured) {
    artifacts().write();
    RecordFile.write(record(), measured);
  }

  /** Forgets everything but the lock and the log. Whoever calls this holds the lock. */
  void clear() {
    delete(path -> !List.of(folder, lock(), log()).contains(path));
  }

  /** Deletes half-written files of killed processes. Whoever calls this holds the lock. */
  void sweep() {
    delete(path -> PARTIAL.matcher(path.getFileName().toString()).matches());
  }

  /**
   * Deletes what only an unfinished trial needs. Whoever calls this holds the lock.
   *
   * @param record the trial's; one that failed keeps what its next attempt goes on from
   */
  void tidy(RunRecord record) {
    sweep();
    if (record.outcome() != Outcome.FAILED) {
      delete(path -> path.startsWith(folder.resolve("work")));
    }
  }

  private void delete(Predicate<Path> unwanted) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(unwanted).sorted(Comparator.reverseOrder()).toList()) {
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
