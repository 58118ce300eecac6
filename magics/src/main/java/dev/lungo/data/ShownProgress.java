package dev.lungo.data;

import dev.lungo.display.Progress;

/** Shows fetching where the library shows things: a bar in a notebook, lines elsewhere. */
final class ShownProgress implements FetchListener {
    private Progress progress;

    @Override
    public void start(String title, long total) {
        progress = Progress.start(title, total);
    }

    @Override
    public void at(long done) {
        progress.at(done);
    }

    @Override
    public void note(String text) {
        if (progress == null) {
            System.out.println(text);
        } else {
            progress.note(text);
        }
    }

    @Override
    public void end() {
        progress.close();
    }
}
