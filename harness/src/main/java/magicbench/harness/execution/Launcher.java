package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Starts worker processes. */
@FunctionalInterface
interface Launcher {

  /**
   * Starts one.
   *
   * @param orderFile what it is to do
   * @param log where its error output goes
   * @param environment variables beyond this process's own
   * @return the process
   * @throws IOException when it can't be started
   */
  Process start(Path orderFile, Path log, Map<String, String> environment) throws IOException;
}
