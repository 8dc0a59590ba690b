package magicbench.harness.execution;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;

/**
 * Whether a class path was built anew, told by names, sizes and times of its files: a worker is one
 * of many, and hashing all classes takes it longer than starting up. It says nothing about two
 * machines or two folders; {@link CodeFingerprint} does. Test classes don't count here either.
 */
final class ClassPathStamp {

  private ClassPathStamp() {}

  /**
   * The stamp of what a class path holds right now.
   *
   * @param classPath folders and jars, joined as {@code java.class.path} joins them
   * @return 64 hexadecimal digits
   */
  static String of(String classPath) {
    String told =
        Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .filter(entry -> !CodeFingerprint.isTests(entry))
            .flatMap(ClassPathStamp::files)
            .collect(Collectors.joining("\n"));
    return Hashes.sha256(told.getBytes(StandardCharsets.UTF_8));
  }

  private static Stream<String> files(Path entry) {
    if (!Files.exists(entry)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(entry, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(Files::isRegularFile)
          .map(ClassPathStamp::told)
          .sorted()
          .toList()
          .stream();
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          entry.toString(), "could not be listed (" + e.getMessage() + ")", "build it again", e);
    }
  }

  private static String told(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return file.toAbsolutePath() + " " + attributes.size() + " " + attributes.lastModifiedTime();
    } catch (IOException e) {
      return file + " is being built";
    }
  }
}
