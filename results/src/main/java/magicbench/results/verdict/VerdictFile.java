package magicbench.results.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/** The file {@code verdicts.json}. */
public final class VerdictFile {

  private VerdictFile() {}

  /**
   * Writes verdicts; equal verdicts give the same bytes.
   *
   * @param file where to; missing folders are made
   * @param verdicts the verdicts
   * @throws InputException when the disk refuses
   */
  public static void write(Path file, Verdicts verdicts) {
    WholeFile.write(file, Json.write(verdicts));
  }

  /**
   * Reads verdicts.
   *
   * @param file where from
   * @return what was written there
   * @throws InputException when the file can't be read, isn't whole, or is of another format
   */
  public static Verdicts read(Path file) {
    Verdicts verdicts = read(file, Verdicts.class, "run the command judge again");
    requireVersion(file, verdicts.schemaVersion(), Verdicts.SCHEMA_VERSION);
    return verdicts;
  }

  static <T> T read(Path file, Class<T> type, String remedy) {
    try {
      T value = Json.json().readValue(Files.readString(file), type);
      if (value == null) {
        throw new InputException(file.toString(), "holds null", remedy);
      }
      return value;
    } catch (JsonProcessingException e) {
      throw Json.fault(file.toString(), e);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "could not be read (" + e.getMessage() + ")", remedy, e);
    }
  }

  static void requireVersion(Path file, int found, int known) {
    if (found != known) {
      throw new InputException(
          file.toString(),
          "schemaVersion is " + found + ", not " + known,
          "make it again with this version of magicbench");
    }
  }
}
