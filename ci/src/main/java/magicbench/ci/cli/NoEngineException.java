package magicbench.ci.cli;

/** A run was asked for, and nothing on the class path can run a trial. */
final class NoEngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoEngineException() {
    super(
        "no engine on the class path: nothing here can run a trial; use the distribution that"
            + " 'mvn -B verify' builds (./ci/magicbench), or judge existing records with --records");
  }
}
