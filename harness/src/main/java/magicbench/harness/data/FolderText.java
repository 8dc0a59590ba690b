package magicbench.harness.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import magicbench.results.file.InputException;

/**
 * Text of a folder's {@code .txt} and {@code .jsonl} files, read shard by shard in the order of
 * their names, with the memory of one line.
 *
 * <p>A line of a {@code .txt} file is a piece of running text; a line of a {@code .jsonl} file is
 * an object whose field {@code text} is a document. A line is one group. Malformed lines (no such
 * object, or longer than 1,048,576 characters) are passed over and counted, up to 1 % of all.
 */
final class FolderText implements SentenceSource {

  /** The source's name in counts. */
  static final String NAME = "folder";

  private static final int MAX_LINE_CHARACTERS = 1 << 20;
  private static final double MAX_MALFORMED_SHARE = 0.01;

  private final ObjectMapper json = new ObjectMapper();
  private final Path folder;
  private final List<Path> shards;
  private long lines;
  private long malformed;
  private String firstMalformed = "";

  /**
   * Lists the folder.
   *
   * @param folder the folder
   * @throws InputException when it can't be listed or holds no shard
   */
  FolderText(Path folder) {
    this.folder = folder;
    this.shards = list(folder);
  }

  /**
   * The shards.
   *
   * @return the files, in the order in which they are read
   */
  List<Path> shards() {
    return shards;
  }

  /**
   * How many lines the last reading passed over.
   *
   * @return the number of malformed lines
   */
  long malformedLines() {
    return malformed;
  }

  @Override
  public void read(Consumer<? super Sentence> sink) {
    lines = 0;
    malformed = 0;
    shards.forEach(shard -> readShard(shard, sink));
    if (malformed > MAX_MALFORMED_SHARE * lines) {
      throw new InputException(
          folder.toString(),
          malformed + " of " + lines + " lines are malformed, the first at " + firstMalformed,
          "give each line of a .jsonl file a string field text, and break up lines of more than "
              + MAX_LINE_CHARACTERS
              + " characters");
    }
  }

  private void readShard(Path shard, Consumer<? super Sentence> sink) {
    boolean isJson = shard.toString().endsWith(".jsonl");
    long number = 0;
    long valid = 0;
    try (BoundedLines reader = new BoundedLines(shard, MAX_LINE_CHARACTERS)) {
      while (reader.next()) {
        number++;
        Optional<String> text = text(reader, isJson);
        text.ifPresent(document -> accept(document, sink));
        valid += text.isPresent() ? 1 : 0;
        count(text.isPresent(), shard, number);
      }
    } catch (IOException e) {
      throw new InputException(
          shard.toString(), "can't be read (" + e.getMessage() + ")", "check the file", e);
    }
    if (number > 0 && valid == 0) {
      throw new InputException(
          shard.toString(), "none of its " + number + " lines is valid", "mend or remove it");
    }
  }

  private void count(boolean valid, Path shard, long number) {
    lines++;
    if (!valid) {
      firstMalformed = malformed == 0 ? shard + ":" + number : firstMalformed;
      malformed++;
    }
  }

  private Optional<String> text(BoundedLines reader, boolean isJson) {
    if (reader.isTooLong()) {
      return Optional.empty();
    }
    return isJson && !reader.text().isEmpty() ? field(reader.text()) : Optional.of(reader.text());
  }

  private Optional<String> field(String line) {
    try {
      JsonNode text = json.readTree(line).path("text");
      return text.isTextual() ? Optional.of(text.asText()) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static void accept(String document, Consumer<? super Sentence> sink) {
    String group = Long.toHexString(TextHash.of(NAME, document));
    document
        .lines()
        .forEach(
            paragraph ->
                SentenceSplitter.split(
                    paragraph, sentence -> sink.accept(new Sentence(group, sentence, NAME))));
  }

  private static List<Path> list(Path folder) {
    List<Path> shards = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(txt|jsonl)"))
          .sorted()
          .forEach(shards::add);
    } catch (IOException e) {
      throw new InputException(
          folder.toString(), "can't be listed", "give a folder of .txt or .jsonl files", e);
    }
    if (shards.isEmpty()) {
      throw new InputException(
          folder.toString(), "holds no .txt and no .jsonl file", "give a folder that does");
    }
    return List.copyOf(shards);
  }
}
