package magicbench.ci.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import magicbench.ci.gate.RecordCheck;
import magicbench.results.file.InputException;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;

/** Folders of records, of which only those that somebody asks for are read. */
final class RecordFolder {

  private RecordFolder() {}

  /** Where a trial's record lies or would lie. */
  static Path file(Path folder, String trialId) {
    return folder.resolve(trialId + ".json");
  }

  /** Writes records, each in a file of its trial's name. */
  static void write(Path folder, List<RunRecord> records) {
    records.forEach(record -> RecordFile.write(file(folder, record.trial().id()), record));
  }

  /** The records of the given trials that are there, at least one; the first folder goes first. */
  static List<RunRecord> read(List<Path> folders, Collection<String> trialIds) {
    List<RunRecord> records =
        trialIds.stream()
            .map(id -> RecordCheck.find(folders, id))
            .flatMap(Optional::stream)
            .map(RecordFile::read)
            .toList();
    if (records.isEmpty()) {
      throw new InputException(
          folders.get(0).toString(),
          "none of the " + trialIds.size() + " records asked for is there",
          "run 'magicbench run' first, or name their folder with --records");
    }
    return records;
  }
}
