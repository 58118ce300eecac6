package dev.lungo.kernel.protocol;

/** Answers one kind of request. */
@FunctionalInterface
interface Handler {
    /** Sends the reply; what it throws becomes an error reply. */
    void handle(Request request) throws Exception;
}
