package dev.lungo.kernel.session;

import java.util.Optional;

/**
 * One piece that was compiled beside JShell.
 *
 * @param type the name of its class
 * @param method the name of its method
 * @param hasValue whether the cell shows what it gives
 * @param temporary the type of the variable {@code $1}, {@code $2} .. that JShell would keep the
 *     value in; empty where it would keep none
 */
record QuickStep(
        Piece piece, String type, String method, boolean hasValue, Optional<String> temporary) {
    /** The same step for a piece with the same source. */
    QuickStep of(Piece same) {
        return new QuickStep(same, type, method, hasValue, temporary);
    }
}
