package dev.lungo.kernel.output;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is shown before there is a cell, for the first cell to show. */
final class StartupOutput implements Publisher {
    private record Item(String type, JsonObject content) {}

    private final List<Item> kept = new ArrayList<>();

    @Override
    public synchronized void publish(String type, JsonObject content) {
        kept.add(new Item(type, content));
    }

    synchronized void replay(Publisher cell) {
        kept.forEach(item -> cell.publish(item.type(), item.content()));
        kept.clear();
    }
}
