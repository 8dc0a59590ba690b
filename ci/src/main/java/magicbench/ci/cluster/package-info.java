/** Files with which a plan runs on a cluster: a Slurm array script, Kubernetes Jobs. */
package magicbench.ci.cluster;
