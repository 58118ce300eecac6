package dev.lungo.data;

/** Hears how fetching goes, to show it. */
interface FetchListener {
    /** The listener that shows progress to the reader. */
    static FetchListener standard() {
        return new ShownProgress();
    }

    /**
     * The first source is asked; {@code total} bytes are wanted, counted as they are once unpacked.
     */
    void start(String title, long total);

    /** So many bytes are there; fewer than before when a source failed half-way. */
    void at(long done);

    /** Something worth a line: a source that failed, or, before the start, a wait. */
    void note(String text);

    /** Fetching is over, well or not; follows every start. */
    void end();
}
