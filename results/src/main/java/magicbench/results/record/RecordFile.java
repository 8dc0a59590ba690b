package magicbench.results.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;
import magicbench.results.file.WholeFile;

/**
 * Writes and reads run records; their shape is {@code record.schema.json}.
 *
 * <p>A file holds the record and the SHA-256 of its canonical JSON, so that a changed digit is
 * noticed. A table's column is one line.
 */
public final class RecordFile {

  private static final int MAX_BYTES = 64 << 20;
  static final String SUFFIX = ".json";
  private static final JsonForm FORM = JsonForm.of("record");
  private static final String REMEDY = "delete the file and run the trial again";

  private RecordFile() {}

  /**
   * Writes a record, whole or not at all.
   *
   * @param file where to; missing folders are made
   * @param record the record
   * @throws InputException when the disk refuses
   */
  public static void write(Path file, RunRecord record) {
    WholeFile.write(file, text(record));
  }

  static String text(RunRecord record) {
    JsonNode tree = RecordJson.toTree(record);
    return RecordJson.layOut(tree, hash(tree));
  }

  private static String hash(JsonNode record) {
    return Hashes.sha256(Json.canonical(record).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a record.
   *
   * @param file the file, at most 64 MiB
   * @return the record
   * @throws InputException when it isn't there, is cut off, breaks the schema, or doesn't match its
   *     own hash or its trial's id
   */
  public static RunRecord read(Path file) {
    return parse(file.toString(), BoundedInput.read(file, MAX_BYTES));
  }

  static RunRecord parse(String where, byte[] text) {
    JsonNode file = Json.tree(where, text, REMEDY);
    FORM.check(where, file, REMEDY);
    JsonNode record = file.get("record");
    if (!hash(record).equals(file.get("sha256").textValue())) {
      throw new InputException(
          where + " /sha256", "the content was changed after it was written", REMEDY);
    }
    return RecordJson.fromTree(where + " /record", record);
  }

  /**
   * What a record is known by: the hash that its file holds.
   *
   * @param record the record
   * @return the SHA-256 of its canonical JSON, in hexadecimal
   */
  public static String sha256(RunRecord record) {
    return hash(RecordJson.toTree(record));
  }

  /**
   * Reads the records of some trials.
   *
   * @param folder holds one file a record, named {@code <trial id>.json}
   * @param trialIds whose
   * @return the records that are there, in the order of the ids
   * @throws InputException when a record can't be read, or a file bears another name than its
   *     trial's id
   */
  public static List<RunRecord> readPresent(Path folder, Collection<String> trialIds) {
    return trialIds.stream()
        .map(id -> folder.resolve(id + SUFFIX))
        .filter(Files::exists)
        .map(RecordFile::readNamed)
        .toList();
  }

  /**
   * Reads every record of a folder.
   *
   * @param folder holds one file a record, named {@code <trial id>.json}; other files are left
   *     alone
   * @return the records, by trial id
   * @throws InputException when the folder isn't there, a record can't be read, or a file bears
   *     another name than its trial's id
   */
  public static List<RunRecord> readAll(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .map(RecordFile::readNamed)
          .toList();
    } catch (IOException e) {
      throw new InputException(
          folder.toString(), "no such folder of records", "run the trials or check the path", e);
    }
  }

  /** Reads a record whose file must bear its trial's id as name. */
  static RunRecord readNamed(Path file) {
    RunRecord record = read(file);
    String expected = record.trial().id() + SUFFIX;
    if (!file.getFileName().toString().equals(expected)) {
      throw new InputException(
          file.toString(), "holds the record of another trial", "rename it to " + expected);
    }
    return record;
  }
}
