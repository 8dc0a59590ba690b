package magicbench.ci.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;
import magicbench.results.file.WholeFile;

/**
 * What was fetched into a folder: every file's hash at its first fetch. Its shape is {@code
 * fetch-lock.schema.json}.
 *
 * @param schemaVersion of the file format
 * @param files by name
 */
record FetchLock(int schemaVersion, SortedMap<String, Entry> files) {

  static final String NAME = "magicbench-lock.json";

  private static final int SCHEMA_VERSION = 1;
  private static final int MAX_BYTES = 1 << 20;
  private static final JsonForm FORM = JsonForm.of("fetch-lock");

  FetchLock {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * A fetched file.
   *
   * @param address where it came from
   * @param bytes its length
   * @param sha256 its hash
   * @param fetchedAt when, in UTC
   */
  record Entry(String address, long bytes, String sha256, String fetchedAt) {}

  /**
   * Reads a folder's.
   *
   * @return an empty one where there is none
   * @throws InputException when it is damaged
   */
  static FetchLock in(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return new FetchLock(SCHEMA_VERSION, new TreeMap<>());
    }
    String remedy = "restore it, or delete it if you trust a fresh fetch";
    JsonNode tree = Json.tree(file.toString(), BoundedInput.read(file, MAX_BYTES), remedy);
    FORM.check(file.toString(), tree, remedy);
    return Json.as(file.toString(), tree, FetchLock.class);
  }

  Optional<Entry> of(String file) {
    return Optional.ofNullable(files.get(file));
  }

  /** The same with one more entry, or another one of that name, written into the folder. */
  FetchLock with(Path folder, String file, Entry entry) {
    SortedMap<String, Entry> more = new TreeMap<>(files);
    more.put(file, entry);
    FetchLock lock = new FetchLock(schemaVersion, more);
    WholeFile.write(folder.resolve(NAME), Json.write(lock));
    return lock;
  }
}
