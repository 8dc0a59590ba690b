package magicbench.ci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Code that a document shows out of a file of the project.
 *
 * <p>A line {@code <!-- code: FILE -->} or {@code <!-- code: FILE#REGION -->} stands in front of
 * the fenced block. A region lies between lines that end in {@code tag::REGION} and {@code
 * end::REGION}.
 *
 * @param document where it is shown
 * @param file where it is compiled and run, from the root
 * @param region the region's name; empty for the whole file
 * @param shown what the document shows
 */
record CodeBlock(Path document, String file, Optional<String> region, String shown) {

  private static final Pattern BLOCK =
      Pattern.compile(
          "^<!-- code: ([^#\\s]+)(?:#(\\w+))? -->\\n+```\\w+\\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern REGION =
      Pattern.compile("^\\h*(?://|#) tag::(\\w+)$", Pattern.MULTILINE);

  /** All blocks of a document that say where they come from. */
  static List<CodeBlock> in(Path document) {
    return BLOCK.matcher(read(document)).results().map(block -> of(document, block)).toList();
  }

  private static CodeBlock of(Path document, MatchResult block) {
    return new CodeBlock(
        document, block.group(1), Optional.ofNullable(block.group(2)), block.group(3));
  }

  /** Makes a document show what the files have. */
  static void rewrite(Path document) throws IOException {
    String text = read(document);
    String shown =
        BLOCK
            .matcher(text)
            .replaceAll(
                block ->
                    Matcher.quoteReplacement(
                        text.substring(block.start(), block.start(3))
                            + of(document, block).compiled()
                            + "```"));
    if (!shown.equals(text)) {
      Files.writeString(document, shown);
    }
  }

  /** The names of a file's regions. */
  static List<String> regions(Path file) {
    return REGION.matcher(read(file)).results().map(found -> found.group(1)).toList();
  }

  /** What the file has, without the indentation that all its lines share. */
  String compiled() {
    String text = read(Modules.root().resolve(file));
    return region.map(name -> cut(text, name)).orElse(text).stripTrailing().stripIndent().strip()
        + "\n";
  }

  private String cut(String text, String name) {
    Pattern between =
        Pattern.compile(
            "^\\h*(?://|#) tag::" + name + "\\n(.*?)^\\h*(?://|#) end::" + name + "$",
            Pattern.MULTILINE | Pattern.DOTALL);
    return between
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.collectingAndThen(Collectors.toList(), this::only));
  }

  private String only(List<String> found) {
    if (found.size() != 1) {
      throw new IllegalStateException(
          file + " has " + found.size() + " regions " + region.orElse(""));
    }
    return found.get(0);
  }

  /** Where it comes from, as the document spells it. */
  String source() {
    return file + region.map(name -> "#" + name).orElse("");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
