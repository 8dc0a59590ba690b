package magicbench.ci.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** Tests that share one browser, and are skipped where there is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Browsing {

  static final int DESK = 1280;
  static final int TELEPHONE = 390;

  private Browser started;
  private String missing = "";

  @BeforeAll
  void startBrowser(@TempDir Path folder) throws IOException {
    try {
      started = Browser.start(Files.createDirectory(folder.resolve("profile")));
    } catch (TestAbortedException e) {
      missing = e.getMessage();
      return;
    }
    prepare(folder);
  }

  /** What all tests look at; made only where there is a browser. */
  abstract void prepare(Path folder) throws IOException;

  Browser browser() {
    return started;
  }

  /** Here and not once before all, which would count nothing as skipped and lose the reason. */
  @BeforeEach
  void skipWithoutBrowser() {
    assumeTrue(started != null, missing);
  }

  @AfterAll
  void closeBrowser() {
    if (started != null) {
      started.close();
    }
  }
}
