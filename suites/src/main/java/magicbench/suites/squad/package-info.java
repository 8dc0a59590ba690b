/** Suite squad: what a search finds, trained alone and taught to read, against twins. */
package magicbench.suites.squad;
