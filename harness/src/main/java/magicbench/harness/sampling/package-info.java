/** The service interface of path samplers: which child models does the next step train? */
package magicbench.harness.sampling;
