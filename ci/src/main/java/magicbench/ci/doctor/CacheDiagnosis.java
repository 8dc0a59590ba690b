package magicbench.ci.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import magicbench.results.record.Diagnosis;

/** The store's folder: can it be written to, and is there room? */
public final class CacheDiagnosis implements Diagnosis {

  private static final double LEAST_GIB = 2;
  private static final double BYTES_A_GIB = 1L << 30;
  private static final String SUBJECT = "cache folder";
  private static final String OTHER_FOLDER = "name another folder with --cache";

  private final Path cache;

  /**
   * A look at a store's folder.
   *
   * @param cache the folder; it need not exist yet
   */
  public CacheDiagnosis(Path cache) {
    this.cache = cache.toAbsolutePath().normalize();
  }

  @Override
  public List<Finding> examine() {
    Path existing = cache;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      return List.of(
          Finding.missing(SUBJECT, cache + " can't be written to, see " + existing, OTHER_FOLDER));
    }
    return List.of(space(existing));
  }

  private Finding space(Path existing) {
    try {
      double gib = Files.getFileStore(existing).getUsableSpace() / BYTES_A_GIB;
      String found = String.format(Locale.ROOT, "%s, %.1f GiB free", cache, gib);
      return gib >= LEAST_GIB
          ? Finding.ok(SUBJECT, found)
          : Finding.warn(SUBJECT, found, "free " + (int) LEAST_GIB + " GiB, or " + OTHER_FOLDER);
    } catch (IOException e) {
      return Finding.warn(
          SUBJECT, cache + ", free space unknown (" + e.getMessage() + ")", OTHER_FOLDER);
    }
  }
}
