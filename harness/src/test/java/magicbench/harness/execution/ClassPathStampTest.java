package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathStampTest {

  @TempDir private Path folder;
  private String classPath;
  private Path code;
  private String before;

  @BeforeEach
  void stampAFolderAndAJar() throws IOException {
    code = Files.createDirectories(folder.resolve("classes/inner")).resolve("One.class");
    Files.writeString(code, "one");
    Path jar = Files.writeString(folder.resolve("library.jar"), "two");
    classPath =
        String.join(
            File.pathSeparator,
            folder.resolve("classes").toString(),
            jar.toString(),
            folder.resolve("not-there").toString());
    before = ClassPathStamp.of(classPath);
  }

  @Test
  void what_nobody_touched_keeps_its_stamp() {
    assertThat(ClassPathStamp.of(classPath)).isEqualTo(before);
  }

  @Test
  void a_file_written_anew_changes_it_even_when_it_is_as_long() throws IOException {
    Files.writeString(code, "1ne");
    Files.setLastModifiedTime(code, FileTime.fromMillis(1));

    assertThat(ClassPathStamp.of(classPath)).isNotEqualTo(before);
  }

  @Test
  void a_file_of_another_length_changes_it_even_when_its_time_is_the_same() throws IOException {
    FileTime time = Files.getLastModifiedTime(code);
    Files.writeString(code, "longer");
    Files.setLastModifiedTime(code, time);

    assertThat(ClassPathStamp.of(classPath)).isNotEqualTo(before);
  }

  @Test
  void a_file_more_changes_it() throws IOException {
    Files.writeString(folder.resolve("classes/Two.class"), "");

    assertThat(ClassPathStamp.of(classPath)).isNotEqualTo(before);
  }

  @Test
  void test_classes_do_not_count() throws IOException {
    Path tests = Files.createDirectories(folder.resolve("test-classes"));
    Files.writeString(tests.resolve("SomeTest.class"), "");

    assertThat(ClassPathStamp.of(classPath + File.pathSeparator + tests)).isEqualTo(before);
  }

  @Test
  void a_library_written_anew_changes_it() throws IOException {
    Files.setLastModifiedTime(folder.resolve("library.jar"), FileTime.fromMillis(1));

    assertThat(ClassPathStamp.of(classPath)).isNotEqualTo(before);
  }
}
