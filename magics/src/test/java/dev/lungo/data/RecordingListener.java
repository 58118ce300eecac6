package dev.lungo.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Remembers what it heard. */
class RecordingListener implements FetchListener {
    final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    final List<Long> progress = Collections.synchronizedList(new ArrayList<>());
    int starts;
    int ends;

    @Override
    public synchronized void start(String title, long total) {
        starts++;
        progress.add(-total);
    }

    @Override
    public void at(long done) {
        progress.add(done);
    }

    @Override
    public void note(String text) {
        notes.add(text);
    }

    @Override
    public synchronized void end() {
        ends++;
    }
}
