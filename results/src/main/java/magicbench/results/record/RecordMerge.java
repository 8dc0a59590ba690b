package magicbench.results.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.file.InputException;

/**
 * Brings together what several jobs of one scale recorded.
 *
 * <p>Records of one trial must have measured the same, bit for bit; then one of them is kept: the
 * one that is there already, else the one of the first folder by name. A failed trial measured
 * nothing, so any other outcome of it wins. Everything is read before anything is written; the
 * folder that takes the records is read and written under a lock that one process at a time has, so
 * that two merges at once come one after the other.
 */
public final class RecordMerge {

  private static final String LOCK = ".merge.lock";

  private final String scale;
  private final SortedMap<String, Kept> kept = new TreeMap<>();

  private RecordMerge(String scale) {
    this.scale = scale;
  }

  /**
   * What a merge did.
   *
   * @param records how many the folder holds now
   * @param written how many of them came from the sources now
   */
  public record Summary(int records, int written) {}

  private record Kept(Path file, RunRecord record) {

    boolean failed() {
      return record.outcome() == Outcome.FAILED;
    }
  }

  /**
   * Merges folders of records into one.
   *
   * @param sources folders with one {@code <trial id>.json} a record, in any order
   * @param target the folder that takes them, made where it is missing; other files stay as they
   *     are
   * @param scale whose records they must be
   * @param waiting called once where another process merges into that folder, before waiting for it
   * @return what was done
   * @throws InputException when a folder isn't there, a file can't be read, was changed, is of
   *     another trial than its name says or of another scale, or two records of one trial measured
   *     otherwise; nothing was written then
   */
  public static Summary into(Path target, List<Path> sources, String scale, Runnable waiting) {
    RecordMerge merge = new RecordMerge(scale);
    sources.stream()
        .sorted(Comparator.comparing(Path::toString))
        .flatMap(source -> files(source).stream())
        .forEach(merge::hear);
    return merge.writeTo(target, waiting);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(RecordFile.SUFFIX))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InputException(
          folder.toString(), "no such folder of records", "check the path or the folder", e);
    }
  }

  private void hear(Path file) {
    RunRecord record = RecordFile.readNamed(file);
    if (!record.scale().equals(scale)) {
      throw new InputException(
          file.toString(),
          "holds a record of scale " + record.scale(),
          "take it out of the folder: records of scale " + scale + " are merged");
    }
    hear(new Kept(file, record));
  }

  private void hear(Kept heard) {
    kept.merge(heard.record().trial().id(), heard, RecordMerge::better);
  }

  private static Kept better(Kept first, Kept second) {
    if (second.failed()) {
      return first;
    }
    if (first.failed()) {
      return second;
    }
    difference(first, second)
        .ifPresent(
            difference -> {
              throw new InputException(
                  first.file().toString(),
                  "measured otherwise than " + second.file() + ": " + difference,
                  "keep one of them; the same trial on two machines or GPUs need not agree");
            });
    return first;
  }

  private static Optional<String> difference(Kept first, Kept second) {
    return RecordComparison.sameMeasurements(first.record(), second.record()).stream().findFirst();
  }

  private Summary writeTo(Path target, Runnable waiting) {
    Path lock = target.resolve(LOCK);
    try {
      Files.createDirectories(target);
      // Closing the channel gives the lock back, and so does the death of the process.
      try (FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock(channel, waiting);
        return writeLocked(target);
      }
    } catch (IOException e) {
      throw new InputException(
          lock.toString(),
          "can't be locked (" + e.getMessage() + ")",
          "choose a folder that can be written to",
          e);
    }
  }

  private static FileLock lock(FileChannel channel, Runnable waiting) throws IOException {
    FileLock free = channel.tryLock();
    if (free != null) {
      return free;
    }
    waiting.run();
    return channel.lock();
  }

  private Summary writeLocked(Path target) {
    RecordMerge all = new RecordMerge(scale);
    files(target).forEach(all::hear);
    kept.values().forEach(all::hear);
    int written = 0;
    for (Kept winner : all.kept.values()) {
      Path file = target.resolve(winner.record().trial().id() + RecordFile.SUFFIX);
      if (!winner.file().equals(file)) {
        RecordFile.write(file, winner.record());
        written++;
      }
    }
    return new Summary(all.kept.size(), written);
  }
}
