package magicbench.suites.session;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.function.Executable;

/** Allure's end of the wire: keeps what would become files. */
final class FakeAllure implements AllureResultsWriter {

  private static final String UUID = "a-test";

  private final List<TestResult> results = new ArrayList<>();
  private final SortedMap<String, String> attachments = new TreeMap<>();

  /** What Allure would write of a test, whether that passes or throws. */
  TestResult of(Executable test) {
    AllureLifecycle outer = Allure.getLifecycle();
    AllureLifecycle inner = new AllureLifecycle(this);
    Allure.setLifecycle(inner);
    try {
      inner.scheduleTestCase(asJunitNamesIt());
      inner.startTestCase(UUID);
      run(test);
      inner.stopTestCase(UUID);
      inner.writeTestCase(UUID);
    } finally {
      Allure.setLifecycle(outer);
    }
    return results.get(0);
  }

  private static TestResult asJunitNamesIt() {
    return new TestResult()
        .setUuid(UUID)
        .setName("claims(Session)[1]")
        .setParameters(
            new ArrayList<>(
                List.of(new Parameter().setName("UniqueId").setValue("[dynamic-test:#1]"))))
        .setLabels(
            new ArrayList<>(
                List.of(new Label().setName("suite").setValue("magicbench.suites.ASuite"))));
  }

  private static void run(Executable test) {
    try {
      test.execute();
    } catch (Throwable e) {
      Allure.getLifecycle().updateTestCase(result -> result.setDescriptionHtml(e.getMessage()));
    }
  }

  /** What was attached, by the attachment's source. */
  String attachment(String source) {
    return attachments.getOrDefault(source, "");
  }

  @Override
  public void write(TestResult result) {
    results.add(result);
  }

  @Override
  public void write(TestResultContainer container) {
    throw new IllegalStateException("claims have no fixtures");
  }

  @Override
  public void write(String source, InputStream attachment) {
    try (attachment) {
      attachments.put(source, new String(attachment.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
