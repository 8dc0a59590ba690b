package magicbench.harness.training;

/**
 * Stochastic gradient descent with a velocity: a setting that takes Adam's place. With w a weight,
 * g its clipped gradient plus {@code weightDecay} · w for matrices, v its velocity (0 at first) and
 * r the learning rate:
 *
 * <pre>
 * v ← factor · v + g
 * w ← w − r · v                    plain
 * w ← w − r · (g + factor · v)     Nesterov's
 * </pre>
 *
 * <p>These are Polyak's and Nesterov's momentum as Sutskever et al. (ICML 2013, section 2) have
 * them, in the form of PyTorch's {@code torch.optim.SGD} without dampening: the learning rate
 * stands outside the velocity, and the weight decay is in the gradient (L2), not decoupled.
 *
 * @param factor what is left of the velocity at each update, 0 (plain descent) to below 1
 * @param nesterov whether the step looks ahead along the velocity; wants a factor above 0
 */
public record Momentum(double factor, boolean nesterov) {

  /** Checks the factor. */
  public Momentum {
    if (!(factor >= 0 && factor < 1)) {
      throw new IllegalArgumentException(
          "momentum.factor is " + factor + "; it must be 0 to below 1");
    }
    if (nesterov && factor == 0) {
      throw new IllegalArgumentException(
          "momentum.nesterov is true; it must be false where momentum.factor is 0");
    }
  }
}
