package magicbench.ci.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import magicbench.results.file.InputException;

/**
 * Fetches files, checks them against what is known of them, records what isn't, and unpacks them.
 */
public final class Fetching {

  private static final String ARCHIVES = "archives";
  private static final int MIB = 1 << 20;

  private final Path folder;
  private final List<String> accepted;
  private final InstantSource clock;
  private final Consumer<String> teller;

  /**
   * A fetching.
   *
   * @param folder where the data sets' folders, the archives and the lock file lie
   * @param accepted names of files whose hash may be another than the known one
   * @param clock tells when something was fetched
   * @param teller told every step in one line
   */
  public Fetching(
      Path folder, List<String> accepted, InstantSource clock, Consumer<String> teller) {
    this.folder = folder;
    this.accepted = List.copyOf(accepted);
    this.clock = clock;
    this.teller = teller;
  }

  /** How a file's hash was known. */
  public enum Known {
    /** Recorded by others. */
    CATALOGUE("as the catalogue knows it"),
    /** Recorded by an earlier fetch. */
    LOCK("as at the first fetch"),
    /** Recorded now. */
    NEW("recorded now, for the first time"),
    /** Other than known, and recorded now since the user said so. */
    ACCEPTED("accepted though other than known");

    private final String words;

    Known(String words) {
      this.words = words;
    }

    /**
     * For readers.
     *
     * @return a half sentence
     */
    public String words() {
      return words;
    }
  }

  /**
   * A file that is here.
   *
   * @param item what
   * @param sha256 its hash
   * @param bytes its length
   * @param known how the hash was known
   */
  public record Fetched(Catalogue.Item item, String sha256, long bytes, Known known) {}

  /**
   * Fetches and unpacks.
   *
   * @param items what; those that are here already are checked and not fetched again
   * @return one each, in their order
   * @throws InputException at the first that can't be had or isn't what it must be; what was
   *     fetched before it stays
   */
  public List<Fetched> fetch(List<Catalogue.Item> items) {
    List<Fetched> all = new ArrayList<>();
    for (Catalogue.Item item : items) {
      all.add(fetch(item));
    }
    return all;
  }

  private Fetched fetch(Catalogue.Item item) {
    Path archives = item.isArchive() ? folder.resolve(ARCHIVES) : folder;
    Path archive = archives.resolve(item.file());
    Fetched fetched;
    if (Files.exists(archive)) {
      fetched = checked(item, archive, false);
    } else {
      teller.accept(item.task() + ": fetching " + item.address());
      long[] told = {0};
      Catalogue.Item wanted = accepted.contains(item.file()) ? item.unknown() : item;
      Path partial =
          new Download(wanted, archives, bytes -> told[0] = tell(item, told[0], bytes)).get();
      fetched = checked(item, partial, true);
      move(partial, archive);
    }
    record(fetched);
    if (item.isArchive()) {
      new Unpacking(archive, Unpacking.MAX_BYTES).unpack(item, folder);
    }
    String done = item.isArchive() ? ": unpacked" : ": " + item.file() + " is here";
    teller.accept(item.task() + done + ", SHA-256 " + fetched.known().words());
    return fetched;
  }

  /** Once every so many bytes. */
  private long tell(Catalogue.Item item, long told, long bytes) {
    if (bytes - told < 16L * MIB) {
      return told;
    }
    teller.accept(item.task() + ": " + bytes / MIB + " MiB");
    return bytes;
  }

  /** What was here before is the user's: it is never deleted. */
  private Fetched checked(Catalogue.Item item, Path file, boolean downloaded) {
    String sha256 = Download.sha256(file);
    long bytes = size(file);
    Optional<String> locked = FetchLock.in(folder).of(item.file()).map(FetchLock.Entry::sha256);
    Optional<String> expected = locked.or(item::sha256);
    if (expected.isEmpty()) {
      return new Fetched(item, sha256, bytes, Known.NEW);
    }
    if (sha256.equals(expected.get())) {
      Known known = locked.isPresent() ? Known.LOCK : Known.CATALOGUE;
      return new Fetched(item, sha256, bytes, known);
    }
    if (accepted.contains(item.file())) {
      return new Fetched(item, sha256, bytes, Known.ACCEPTED);
    }
    if (downloaded) {
      delete(file);
    }
    throw new InputException(
        downloaded ? item.address() : file.toString(),
        "has the SHA-256 "
            + sha256
            + " and "
            + bytes
            + " bytes, not "
            + expected.get()
            + " as "
            + (locked.isPresent() ? "at its first fetch" : "the catalogue knows it"),
        (downloaded ? "it was deleted; run" : "move it away and run")
            + " the command again, and with --accept "
            + item.file()
            + " if its authors changed it");
  }

  private void record(Fetched fetched) {
    FetchLock lock = FetchLock.in(folder);
    boolean isNew =
        lock.of(fetched.item().file())
            .map(entry -> !entry.sha256().equals(fetched.sha256()))
            .orElse(true);
    if (isNew) {
      lock.with(
          folder,
          fetched.item().file(),
          new FetchLock.Entry(
              fetched.item().address(),
              fetched.bytes(),
              fetched.sha256(),
              clock.instant().toString()));
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new InputException(file.toString(), "can't be read", "check its permissions", e);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new InputException(to.toString(), "can't be written", "check the folder", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new InputException(file.toString(), "can't be deleted", "delete it yourself", e);
    }
  }
}
