package magicbench.harness.training;

/**
 * One point of a training-loss curve.
 *
 * @param step the number of steps done
 * @param meanLoss the mean training loss of the steps since the point before, in nats
 */
public record LossPoint(long step, double meanLoss) {}
