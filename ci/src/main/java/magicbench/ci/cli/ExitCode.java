package magicbench.ci.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every way in which the command ends, for scripts. */
enum ExitCode {
  /** Done. */
  OK(0, "done"),
  /** The gate failed. */
  GATE_FAILED(1, "the gate failed: its line says why"),
  /** The command line makes no sense. */
  USAGE(2, "the command line makes no sense"),
  /** A file, a folder or data are not as they must be. */
  BAD_INPUT(
      3,
      "a file, a folder or data are not as they must be (verdicts.json is not what the records say, for instance): one line says which"),
  /** No engine on the class path. */
  NO_ENGINE(4, "no engine on the class path: only 'run' needs one"),
  /** A trial or magicbench itself broke. */
  INTERNAL(70, "a trial or magicbench itself broke: one line says which, or names a stack trace");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  /** Codes and meanings as the usage help lists them. */
  static Map<String, String> listing() {
    Map<String, String> listing = new LinkedHashMap<>();
    for (ExitCode exit : values()) {
      listing.put(Integer.toString(exit.code), exit.meaning);
    }
    return listing;
  }
}
