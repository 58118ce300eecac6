/**
 * What a notebook or JShell session sees without another import.
 *
 * <p>{@link dev.lungo.LungoException} carries every message about wrong input. The packages below
 * hold one concept each, and none of them needs Jupyter.
 */
package dev.lungo;
