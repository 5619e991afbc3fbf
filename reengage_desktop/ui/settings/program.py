"""How the program looks, speaks and behaves on this PC."""

from reengage_desktop.domain.settings import Settings
from reengage_desktop.ui.settings.section import Section
from reengage_desktop.ui.settings.watched_folder import WatchedFolder


class ProgramSection(Section):
    """Appearance, and what goes on while the window is closed."""

    def show_settings(self, settings: Settings) -> None:
        """Brings every form up to date."""
        super().show_settings(settings)
        self.folder.show_settings(settings)

    def build(self) -> None:
        """Three cards."""
        _card, form = self.card(self.tr("Appearance"))
        form.choice(
            "app.theme",
            self.tr("Colours"),
            (("auto", self.tr("Like the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))),
        )
        form.number("app.text_size", self.tr("Text size"), (90, 150), self.tr("%")).setSingleStep(10)
        form.choice(
            "app.language",
            self.tr("Language"),
            (("auto", self.tr("Like the system")), ("en", "English"), ("de", "Deutsch")),
            self.tr("Takes effect at the next start."),
        ).setProperty("data_shown", True)  # noqa: FBT003 - Qt's own signature
        self.folder = WatchedFolder(self.desk)
        self.column.addWidget(self.folder)
        _card, form = self.card(self.tr("While the window is closed"))
        form.choice(
            "app.keep_running",
            self.tr("When you close the window"),
            (
                ("ask", self.tr("Ask me")),
                ("yes", self.tr("Keep sending in the background")),
                ("no", self.tr("Quit")),
            ),
        )
        if not self.desk.shop.is_sample:  # the login starts the owner's own shop
            form.switch(
                "app.start_at_login",
                self.tr("Start when I log in"),
                self.tr("It starts in the background, so that no daily check is missed."),
            )
        form.switch(
            "app.notifications",
            self.tr("Tell me what was sent"),
            self.tr("At most one notice for each run; what goes wrong is always told."),
        )
