package dev.lungo.kernel.session;

/** Carries the failure of loaded code up to the cell that loads it. */
final class NestedFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Outcome.Failed failed;

    NestedFailure(Outcome.Failed failed) {
        super(failed.message(), null, false, false);
        this.failed = failed;
    }

    Outcome.Failed failed() {
        return failed;
    }
}
