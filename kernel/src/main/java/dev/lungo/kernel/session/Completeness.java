package dev.lungo.kernel.session;

/**
 * Whether a source could run as it is.
 *
 * @param status what a console should do on Enter
 * @param indent the white space to begin the next line with, for {@link Status#INCOMPLETE}
 */
public record Completeness(Status status, String indent) {
    /** The protocol's answers to is_complete_request. */
    public enum Status {
        COMPLETE,
        INCOMPLETE,
        INVALID,
        UNKNOWN
    }
}
