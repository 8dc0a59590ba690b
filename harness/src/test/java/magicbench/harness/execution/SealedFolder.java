package magicbench.harness.execution;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder that nobody can write to for a while, not even the superuser where the system can. */
final class SealedFolder implements AutoCloseable {

  private final Path folder;

  private SealedFolder(Path folder) {
    this.folder = folder;
  }

  static SealedFolder of(Path folder) throws IOException {
    SealedFolder sealed = new SealedFolder(folder);
    sealed.setWritable(false);
    sealed.mark("+i");
    if (sealed.isWritable()) {
      sealed.close();
      abort("this user may write everywhere");
    }
    return sealed;
  }

  Path path() {
    return folder;
  }

  private void setWritable(boolean writable) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isDirectory).forEach(each -> each.toFile().setWritable(writable));
    }
  }

  /**
   * Linux's mark for what can't be changed, for folders only: processes go on writing their logs.
   */
  private void mark(String change) throws IOException {
    List<String> command = new ArrayList<>(List.of("chattr", change));
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isDirectory).map(Path::toString).forEach(command::add);
    }
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .onExit()
          .orTimeout(10, TimeUnit.SECONDS)
          .join();
    } catch (IOException e) {
      // No such command here: the folder's permissions must do.
      return;
    }
  }

  private boolean isWritable() throws IOException {
    try {
      Files.delete(Files.createFile(folder.resolve("probe")));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    mark("-i");
    setWritable(true);
  }
}
