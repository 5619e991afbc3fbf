"""Events: typed, in order, from any thread, and gone after unsubscribing."""

import threading

from reengage_desktop.jobs.events import Event, Events, ImportFinished, QueueChanged, RunFinished, SettingsChanged


def test_listeners_hear_their_kinds_in_order() -> None:
    events, all_heard, queue_heard = Events(), [], []
    events.subscribe(all_heard.append)
    events.subscribe(queue_heard.append, QueueChanged, RunFinished)
    for event in (QueueChanged(), SettingsChanged("app.theme"), RunFinished("send", "success")):
        events.publish(event)
    assert all_heard == [QueueChanged(), SettingsChanged("app.theme"), RunFinished("send", "success")]
    assert queue_heard == [QueueChanged(), RunFinished("send", "success")]


def test_unsubscribed_hears_no_more() -> None:
    events, heard = Events(), []
    stop = events.subscribe(heard.append)
    events.subscribe(heard.append)
    stop()
    stop()
    events.publish(QueueChanged())
    assert heard == [QueueChanged()]


def test_many_threads_publish_and_listen() -> None:
    events, heard, lock = Events(), [], threading.Lock()

    def hear(event: Event) -> None:
        with lock:
            heard.append(event)

    def work() -> None:
        for number in range(100):
            events.subscribe(hear, SettingsChanged)()
            events.publish(ImportFinished(number))

    events.subscribe(hear, ImportFinished)
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(heard) == 400


def test_every_event_has_a_topic() -> None:
    assert all(kind.topic for kind in Event.__subclasses__())
