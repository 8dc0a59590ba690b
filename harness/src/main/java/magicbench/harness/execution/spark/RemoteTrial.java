package magicbench.harness.execution.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One trial whose store is a Hadoop file system: brings what it reads to this machine, which keeps
 * it by its hash for later trials, and takes there what it made.
 *
 * <p>A checkpoint in the store is a whole folder under a name of its own; a file says which one
 * counts, so that half a checkpoint never does.
 */
final class RemoteTrial {

  private static final String RECORD = "record.json";
  private static final String WORK = "work";
  private static final String ATTEMPTS = "attempts.jsonl";
  private static final String CHECKPOINT = "checkpoint";
  private static final String NOT_KEPT = "lock|worker\\.log|work/.*|.*\\.partial";
  private static final String LOG = "worker.log";

  private final HadoopStore store;
  private final TrialTask task;
  private final Path cache;
  private final Path folder;
  private SortedMap<String, String> saved = new TreeMap<>();
  private boolean finished;

  /**
   * A trial.
   *
   * @param store where everything is kept
   * @param task the trial
   * @param cache this machine's folder for what it took from there
   */
  RemoteTrial(HadoopStore store, TrialTask task, Path cache) {
    this.store = store;
    this.task = task;
    this.cache = cache;
    this.folder = cache.resolve(task.folder());
  }

  /** Brings the order, what the trial reads, and what an earlier attempt left. */
  Path fetch() throws IOException {
    for (String need : task.needs()) {
      fetchWhole(need);
    }
    if (!Files.exists(folder.resolve(RECORD)) && !task.recompute()) {
      if (store.has(task.folder() + "/" + RECORD)) {
        fetchWhole(task.folder());
      } else {
        fetchCheckpoint();
      }
    }
    Files.createDirectories(folder);
    fetchOnce(task.runFolder() + "/worker.args");
    fetchOnce(task.order());
    return cache.resolve(task.order());
  }

  /** The trial's log on this machine. */
  Path log() {
    return folder.resolve(LOG);
  }

  private void fetchOnce(String name) throws IOException {
    if (!Files.exists(cache.resolve(name))) {
      store.pull(name, cache.resolve(name));
    }
  }

  /** A folder that has its record is whole: the record comes last, here and there. */
  private void fetchWhole(String name) throws IOException {
    Path place = cache.resolve(name);
    if (Files.exists(place.resolve(RECORD))) {
      return;
    }
    List<String> names =
        store.list(name).stream()
            .filter(file -> !file.matches(NOT_KEPT) && !file.startsWith(CHECKPOINT))
            .sorted(Comparator.comparing(RECORD::equals))
            .toList();
    if (!names.contains(RECORD)) {
      throw new IOException(name + " is not whole in the store");
    }
    for (String file : names) {
      store.pull(name + "/" + file, place.resolve(file));
    }
  }

  /** The store's checkpoint counts, not what an older attempt left on this machine. */
  private void fetchCheckpoint() throws IOException {
    Optional<String> newest = store.read(task.folder() + "/" + CHECKPOINT);
    if (newest.isPresent()) {
      deleteFolder(folder.resolve(WORK));
      String name = task.folder() + "/" + newest.get();
      for (String file : store.list(name)) {
        store.pull(name + "/" + file, folder.resolve(file));
      }
    }
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Takes the checkpoint to the store, if it is another one than before and stays so meanwhile. */
  synchronized void save() throws IOException {
    if (finished) {
      return; // a save that was due before the end, but began after it
    }
    SortedMap<String, String> now = state();
    if (now.equals(saved) || now.keySet().stream().noneMatch(name -> name.startsWith(WORK))) {
      return;
    }
    String name = CHECKPOINT + "-" + UUID.randomUUID();
    try {
      for (String file : now.keySet()) {
        store.push(folder.resolve(file), task.folder() + "/" + name + "/" + file);
      }
    } catch (NoSuchFileException e) {
      store.delete(task.folder() + "/" + name);
      return;
    }
    if (!now.equals(state())) {
      store.delete(task.folder() + "/" + name);
      return;
    }
    Optional<String> before = store.read(task.folder() + "/" + CHECKPOINT);
    store.write(task.folder() + "/" + CHECKPOINT, name);
    if (before.isPresent()) {
      store.delete(task.folder() + "/" + before.get());
    }
    saved = now;
  }

  /** What a next attempt goes on from: names, with sizes and times. */
  private SortedMap<String, String> state() throws IOException {
    SortedMap<String, String> state = new TreeMap<>();
    for (String name : names()) {
      if (name.startsWith(WORK + "/") || name.equals(ATTEMPTS)) {
        try {
          BasicFileAttributes found =
              Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
          state.put(name, found.size() + " " + found.lastModifiedTime());
        } catch (NoSuchFileException e) {
          state.put(name, "gone");
        }
      }
    }
    return state;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.endsWith(".partial"))
          .toList();
    }
  }

  /** Takes to the store what the trial made; only a trial that went well has its record there. */
  synchronized void finish() throws IOException {
    if (Files.exists(log())) {
      store.push(log(), task.folder() + "/" + LOG);
    }
    Path record = Path.of(cache.resolve(task.order()) + ".record");
    if (Files.exists(folder.resolve(WORK))) {
      save();
    } else if (task.recompute() || !store.has(task.folder() + "/" + RECORD)) {
      pushAll();
      store.delete(task.folder() + "/" + CHECKPOINT);
    }
    finished = true;
    if (Files.exists(record)) {
      store.push(record, task.order() + ".record");
    }
  }

  private void pushAll() throws IOException {
    List<String> made =
        names().stream()
            .filter(name -> !name.matches(NOT_KEPT))
            .sorted(Comparator.comparing(RECORD::equals))
            .toList();
    for (String name : made) {
      store.push(folder.resolve(name), task.folder() + "/" + name);
    }
    for (String name : store.list(task.folder())) {
      if (name.startsWith(CHECKPOINT + "-")) {
        store.delete(task.folder() + "/" + name);
      }
    }
  }
}
