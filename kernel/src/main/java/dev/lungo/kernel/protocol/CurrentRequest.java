package dev.lungo.kernel.protocol;

/**
 * The request for which a thread works: threads inherit it, all others work for the newest.
 *
 * <p>It is who gets asked when code reads System.in, and the parent of what widgets send.
 */
final class CurrentRequest {
    private final InheritableThreadLocal<Request> ofThread = new InheritableThreadLocal<>();
    private volatile Request newest;

    void enter(Request request) {
        ofThread.set(request);
        newest = request;
    }

    /** Null before the first request. */
    Request get() {
        var request = ofThread.get();
        return request == null ? newest : request;
    }
}
