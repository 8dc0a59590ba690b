package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;

/** The content-addressed cache: one folder a trial, and in it one a fingerprint. */
final class Store {

  private static final String TRIALS = "trials";

  private final Path trials;

  /**
   * Opens a store, making its folders.
   *
   * @param cache the cache folder
   * @throws InputException when it can't be written to
   */
  Store(Path cache) {
    this.trials = cache.toAbsolutePath().normalize().resolve(TRIALS);
    try {
      Files.createDirectories(trials);
      Files.delete(Files.createTempFile(trials, ".writable", ".partial"));
    } catch (IOException e) {
      throw new InputException(
          cache.toString(),
          "can't be used as the cache folder (" + e.getClass().getSimpleName() + ")",
          "free space, or choose another folder with -Dmagicbench.cache=DIR",
          e);
    }
  }

  /** The folder of one trial under one fingerprint; it exists afterwards. */
  TrialFolder folder(Trial trial, Fingerprint fingerprint) {
    Path folder = folder(trial.id(), fingerprint);
    try {
      return new TrialFolder(Files.createDirectories(folder), trial, fingerprint);
    } catch (IOException e) {
      throw new InputException(
          folder.toString(),
          "could not be made (" + e.getMessage() + ")",
          "free space or choose another cache folder",
          e);
    }
  }

  /** The folder of one trial under one fingerprint, where there is one: nothing is made. */
  Optional<TrialFolder> existing(Trial trial, Fingerprint fingerprint) {
    return Optional.of(folder(trial.id(), fingerprint))
        .filter(Files::isDirectory)
        .map(folder -> new TrialFolder(folder, trial, fingerprint));
  }

  /** The name of the folder of one trial under one fingerprint, in any store. */
  static String nameOf(String trialId, Fingerprint fingerprint) {
    return TRIALS + "/" + trialId + "/" + fingerprint.folderName();
  }

  /** Where the folder of one trial under one fingerprint is or would be. */
  Path folder(String trialId, Fingerprint fingerprint) {
    return trials.resolve(trialId).resolve(fingerprint.folderName());
  }
}
