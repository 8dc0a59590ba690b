package magicbench.harness.execution.spark;

import java.io.Serializable;
import java.util.List;

/**
 * Where trials are kept when it is no folder that all machines see.
 *
 * @param url of a file system that Hadoop knows; empty for none
 * @param cache the folder where each machine keeps what it took from there
 * @param saveMillis the time between two looks for a new checkpoint
 */
record RemoteStore(String url, String cache, long saveMillis) implements Serializable {

  private static final String URL = "magicbench.spark.store";
  private static final String CACHE = "magicbench.spark.cache";
  private static final String SAVE_SECONDS = "magicbench.spark.saveSeconds";
  private static final int DEFAULT_SAVE_SECONDS = 60;
  private static final long MILLIS = 1000;

  /** The one that the system properties of Spark's driver name. */
  static RemoteStore ofProcess() {
    return new RemoteStore(
        System.getProperty(URL, ""),
        System.getProperty(CACHE, ""),
        MILLIS * Integer.getInteger(SAVE_SECONDS, DEFAULT_SAVE_SECONDS));
  }

  boolean isNone() {
    return url.isEmpty();
  }

  /** The options that name it to the process that is Spark's driver. */
  static List<String> options(String url, String cache) {
    return List.of(
        "-D" + URL + "=" + url,
        "-D" + CACHE + "=" + cache,
        "-D" + SAVE_SECONDS + "=" + Integer.getInteger(SAVE_SECONDS, DEFAULT_SAVE_SECONDS));
  }
}
